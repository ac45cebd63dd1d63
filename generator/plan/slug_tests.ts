/**
 * What the contract tests check of slugs.
 *
 * @module
 */
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import { name, tsLiteral } from "../../templates/safe_text.ts";
import type { ContractView } from "../../templates/views.ts";
import { differs } from "./sample_values.ts";

/** Describes the tests of the slugs that are made of a field which a test can choose, and give twice. */
export function slugTests(
  { fields, operations }: EntityModel,
): ContractView["slugs"] {
  return fields.flatMap((slug) => {
    const source = fields.find(({ name }) => name === slug.from);
    if (!source || !takesTitle(source) || slug.maxLength !== ROOMY) return [];
    return [{
      name: name(slug.name),
      from: name(source.name),
      text: tsLiteral(TITLE),
      slug: tsLiteral(SLUG),
      second: tsLiteral(`${SLUG}-2`),
      follows: slug.follows === true && !source.immutable &&
        operations.includes("patch") && takesAnother(source),
    }];
  });
}

function takesTitle(source: FieldModel): boolean {
  const { pattern, minLength = 0, maxLength = Infinity } = source;
  return !differs(source) && pattern === undefined &&
    minLength <= TITLE.length && TITLE.length <= maxLength;
}

function takesAnother({ minLength = 0, maxLength = Infinity }: FieldModel) {
  return minLength <= OTHER.length && OTHER.length <= maxLength;
}

const OTHER = "Another one";
const TITLE = "Crème brûlée: C'est ça!";
const SLUG = "creme-brulee-cest-ca";
/** What a slug has room for unless the blueprint says otherwise. */
const ROOMY = 100;
