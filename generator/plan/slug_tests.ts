/**
 * What the contract tests check of slugs.
 *
 * @module
 */
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import { name, safe, tsArray, tsLiteral } from "../../templates/safe_text.ts";
import type {
  ContractView,
  ControllerTestView,
} from "../../templates/views.ts";
import { isComputed } from "./computed_view.ts";
import { asksLogic } from "./logic_view.ts";
import { reservedKeys } from "./reserved_segments.ts";
import { hasStateRules } from "./state_rules_view.ts";
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

/** Describes the tests of slugs in a controller alone: how long they are, what they are not, and whether they follow. */
export function madeSlugs(
  entity: EntityModel,
  system: SystemModel,
): ControllerTestView["slugs"] {
  const reserved = reservedKeys(entity, system);
  if (isAlone(entity) || hasStateRules(entity)) return [];
  return entity.fields.flatMap((slug) => {
    const source = entity.fields.find(({ name }) => name === slug.from);
    const isGiven = source && takesTitle(source) && takesAnother(source) &&
      !source.readOnly && !isComputed(source) && !asksLogic(entity);
    if (!isGiven || slug.maxLength === undefined || source.immutable) return [];
    const room = slug.maxLength - ROOM_FOR_NUMBER;
    if (room < OTHER_SLUG.length) return [];
    const others = reserved.filter(({ field }) => field === slug)
      .flatMap(({ segments }) => segments);
    return [{
      field: name(slug.name),
      from: name(source.name),
      made: [
        ...(isLongEnough(room + 1, source)
          ? [tsArray([
            safe<"ts">`"x".repeat(${room + 1})`,
            safe<"ts">`"x".repeat(${room})`,
          ])]
          : []),
        ...others.filter((text) => text.length >= (source.minLength ?? 0))
          .map((text) => tsArray([tsLiteral(text), tsLiteral(`${text}-2`)])),
      ],
      text: tsLiteral(TITLE),
      other: tsLiteral(OTHER),
      moved: slug.follows
        ? tsLiteral(OTHER_SLUG)
        : safe<"ts">`made.${name(slug.name)}`,
    }];
  });
}

function isLongEnough(
  length: number,
  { minLength = 0, maxLength = Infinity }: FieldModel,
): boolean {
  return length >= minLength && length <= maxLength;
}

/** Tells whether two of the same body cannot be, whatever their slugs. */
function isAlone({ fields, unique, noOverlap }: EntityModel): boolean {
  return unique.length + noOverlap.length > 0 ||
    fields.some((field) =>
      field.unique && field.type !== "slug" && field.type !== "serial"
    );
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
const OTHER_SLUG = "another-one";
const TITLE = "Crème brûlée: C'est ça!";
const SLUG = "creme-brulee-cest-ca";
/** What a slug has room for unless the blueprint says otherwise. */
const ROOMY = 100;
/** What a slug leaves free for the number of one that is taken. */
const ROOM_FOR_NUMBER = "-1000011".length;
