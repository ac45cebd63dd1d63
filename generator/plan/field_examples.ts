/**
 * Texts that keep the rules of a system's fields where no fixed one does, made once and the same every time.
 *
 * @module
 */
import { FIELD_TYPE_RULES } from "../blueprint/field_types.ts";
import { withArticle } from "../blueprint/with_article.ts";
import { misfit } from "../blueprint/fits_field.ts";
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import { elementField } from "./entity_view.ts";
import { withComputedSamples } from "./computed_samples.ts";
import { endpointFields, withEndpointFields } from "./endpoint_fields.ts";
import { stretchPattern } from "./stretch_pattern.ts";

/** A field has a pattern for which no example could be made: the system's tests would have nothing to send. */
export class PatternWithoutExample extends Error {
  /** The name of the error. */
  override readonly name = "PatternWithoutExample";
}

/**
 * Adds examples to every field with a pattern, and to emails and URLs with bounds of their own. The library that makes
 * texts of a pattern is loaded only when there is one.
 *
 * @throws {PatternWithoutExample} when no text fits a pattern together with the field's other rules.
 */
export async function withFieldExamples(
  system: SystemModel,
): Promise<SystemModel> {
  const made = await makeFieldExamples(system);
  const [first] = made.without;
  if (first) throw new PatternWithoutExample(explainLack(first));
  return made.system;
}

/** A field for which no example could be made. */
export interface FieldWithoutExample {
  /** Its entity, or its endpoint. */
  readonly entity: Pick<EntityModel, "name">;
  /** Where it stands in the blueprint. */
  readonly path: string;
  /** The field. */
  readonly field: FieldModel;
}

/** Says that no example could be made, as the action that fails, what was found and what was wanted. */
export function explainLack({ entity, field }: FieldWithoutExample): string {
  const what = field.pattern === undefined
    ? withArticle(field.type)
    : `a text that matches ${JSON.stringify(field.pattern)}`;
  const { minLength, maxLength } = field;
  const lengths = minLength !== undefined && maxLength !== undefined
    ? `${minLength} to ${maxLength} characters`
    : minLength !== undefined
    ? `at least ${minLength} characters`
    : `at most ${maxLength} characters`;
  return `Cannot make values of "${entity.name.snake}.${field.name}": found no ${
    what.replace(/^an? /, "")
  } with ${lengths}, wanted at least one`;
}

/** Does what {@link withFieldExamples} does, and lists the fields for which no example could be made instead of throwing. */
export async function makeFieldExamples(
  model: SystemModel,
): Promise<{
  readonly system: SystemModel;
  readonly without: readonly FieldWithoutExample[];
}> {
  const system = withComputedSamples(model);
  const fields = [
    ...system.entities.flatMap((entity) => withMembers(entity.fields)),
    ...endpointFields(system.endpoints),
  ];
  if (!fields.some(needsExamples)) return { system, without: [] };
  const matching = fields.some(({ pattern }) => pattern !== undefined)
    ? await patternReverser()
    : () => [];
  const without: FieldWithoutExample[] = [];
  const exampled = (
    field: FieldModel,
    entity: FieldWithoutExample["entity"],
    part: string,
  ): FieldModel => {
    const path = `${part}.${field.name}`;
    if (field.members) {
      const members = field.members.map((one) => exampled(one, entity, part));
      return { ...field, members };
    }
    if (!needsExamples(field)) return field;
    const examples = examplesOf(elementField(field), matching);
    if (examples.length > 0) return { ...field, examples };
    without.push({ entity, field, path });
    return field;
  };
  const entities = system.entities.map((entity): EntityModel => ({
    ...entity,
    fields: entity.fields.map((field) =>
      exampled(field, entity, `entities.${entity.name.snake}.fields`)
    ),
  }));
  const endpoints = system.endpoints?.map((endpoint) =>
    withEndpointFields(
      endpoint,
      (field, part) =>
        exampled(field, endpoint, `${endpoint.logic.path}.${part}`),
    )
  );
  return {
    system: { ...system, entities, ...(endpoints ? { endpoints } : {}) },
    without,
  };
}

function withMembers(fields: readonly FieldModel[]): readonly FieldModel[] {
  return fields.flatMap((field) => [
    field,
    ...withMembers(field.members ?? []),
  ]);
}

function needsExamples(given: FieldModel): boolean {
  const field = elementField(given);
  if (field.examples !== undefined) return false;
  if (field.pattern !== undefined) return true;
  return (field.type === "email" || field.type === "url") &&
    (field.minLength !== undefined ||
      field.maxLength !== FIELD_TYPE_RULES[field.type].maxLength);
}

/** Makes at most so many texts that match a pattern; none when it has a construct that cannot be turned round, such as a lookahead. */
type PatternReverser = (pattern: string, count: number) => readonly string[];

async function patternReverser(): Promise<PatternReverser> {
  const { default: fc } = await import("fast-check");
  return (pattern, count) => {
    try {
      const arbitrary = fc.stringMatching(new RegExp(`^(?:${pattern})$`, "u"));
      return fc.sample(arbitrary, { seed: 1, numRuns: count });
    } catch {
      return [];
    }
  };
}

function examplesOf(
  field: FieldModel,
  matching: PatternReverser,
): readonly string[] {
  const { pattern, minLength = 0 } = field;
  if (pattern === undefined) return fitting(formed(field), field);
  const plain = fitting(matched(field, matching(pattern, CANDIDATES)), field);
  if (plain.length > 0) return plain;
  // Too short by chance, or with a construct that cannot be turned round.
  const stretched = stretchPattern(pattern, minLength);
  if (stretched === undefined) return [];
  const count = Math.max(1, Math.min(CANDIDATES, MOST_CHARACTERS / minLength));
  return fitting(matched(field, matching(stretched, Math.ceil(count))), field);
}

function matched(
  field: FieldModel,
  texts: readonly string[],
): readonly string[] {
  if (field.type !== "email") return texts;
  // What a pattern such as `.*@acme\.example` leaves open is seldom an address by chance.
  return texts.flatMap((text, index) =>
    text.includes("@")
      ? [text, `u${index}${text.slice(text.lastIndexOf("@"))}`]
      : []
  );
}

function fitting(
  texts: readonly string[],
  field: FieldModel,
): readonly string[] {
  return [...new Set(texts)].filter((text) => fits(text, field))
    .slice(0, WANTED);
}

/** Addresses of the length that is wanted, each with a number. */
function formed(field: FieldModel): readonly string[] {
  const { type, minLength = 0 } = field;
  const numbers = Array.from({ length: WANTED }, (_, i) => i.toString(36));
  return FORMS[type]?.flatMap(([before, after]) =>
    numbers.map((number) => {
      const open = minLength - before.length - after.length;
      return before + number.padStart(Math.max(1, open), "x") + after;
    })
  ) ?? [];
}

function fits(text: string, field: FieldModel): boolean {
  return misfit(text, field) === undefined && text.isWellFormed() &&
    !text.includes("\0");
}

/** What stands before and after the number, the usual form first. */
const FORMS: Readonly<Record<string, readonly (readonly [string, string])[]>> =
  {
    email: [["someone", "@example.com"], ["", "@b.io"], ["", "@b"]],
    url: [["https://example.com/", ""], ["http://a", ""], ["http://", ""]],
  };
const CANDIDATES = 1000;
const MOST_CHARACTERS = 200_000;
const WANTED = 50;
