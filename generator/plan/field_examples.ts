/**
 * Texts that keep the rules of a system's fields where no fixed one does, made once and the same every time.
 *
 * @module
 */
import { FIELD_TYPE_RULES } from "../blueprint/field_types.ts";
import { misfit } from "../blueprint/fits_field.ts";
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";

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
  const fields = system.entities.flatMap((entity) => entity.fields);
  if (!fields.some(needsExamples)) return system;
  const matching = fields.some(({ pattern }) => pattern !== undefined)
    ? await patternReverser()
    : () => [];
  const entities = system.entities.map((entity): EntityModel => ({
    ...entity,
    fields: entity.fields.map((field) =>
      needsExamples(field) ? withExamples(field, entity, matching) : field
    ),
  }));
  return { ...system, entities };
}

function needsExamples(field: FieldModel): boolean {
  if (field.pattern !== undefined) return true;
  return (field.type === "email" || field.type === "url") &&
    (field.minLength !== undefined ||
      field.maxLength !== FIELD_TYPE_RULES[field.type].maxLength);
}

/** Makes texts that match a pattern; none when it has a construct that cannot be turned round, such as a lookahead. */
type PatternReverser = (pattern: string) => readonly string[];

async function patternReverser(): Promise<PatternReverser> {
  const { default: fc } = await import("fast-check");
  return (pattern) => {
    try {
      const arbitrary = fc.stringMatching(new RegExp(`^(?:${pattern})$`, "u"));
      return fc.sample(arbitrary, { seed: 1, numRuns: CANDIDATES });
    } catch {
      return [];
    }
  };
}

function withExamples(
  field: FieldModel,
  entity: EntityModel,
  matching: PatternReverser,
): FieldModel {
  const made = candidates(field, matching);
  const examples = [...new Set(made)].filter((text) => fits(text, field))
    .slice(0, WANTED);
  if (examples.length > 0) return { ...field, examples };
  throw new PatternWithoutExample(
    `Cannot generate tests for "${entity.name.snake}.${field.name}": found no text that matches ${
      JSON.stringify(field.pattern ?? field.type)
    } and keeps the field's other rules, wanted at least one; write the pattern in simpler terms`,
  );
}

function candidates(
  field: FieldModel,
  matching: PatternReverser,
): readonly string[] {
  const { type, pattern } = field;
  if (pattern === undefined) return formed(field);
  if (type !== "email") return matching(pattern);
  // What a pattern such as `.*@acme\.example` leaves open is seldom an address by chance.
  return matching(pattern).flatMap((text, index) =>
    text.includes("@")
      ? [text, `u${index}${text.slice(text.lastIndexOf("@"))}`]
      : []
  );
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
const WANTED = 50;
