/**
 * Texts that match the patterns of a system's fields, made once and the same every time.
 *
 * @module
 */
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
 * Adds examples to every field with a pattern. The library that makes them is loaded only when there is one.
 *
 * @throws {PatternWithoutExample} when no text fits a pattern together with the field's other rules.
 */
export async function withPatternExamples(
  system: SystemModel,
): Promise<SystemModel> {
  const patterned = system.entities.some(({ fields }) =>
    fields.some(({ pattern }) => pattern !== undefined)
  );
  if (!patterned) return system;
  const { default: fc } = await import("fast-check");
  const candidates = (pattern: string): string[] =>
    fc.sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`, "u")), {
      seed: 1,
      numRuns: CANDIDATES,
    });
  const entities = system.entities.map((entity): EntityModel => ({
    ...entity,
    fields: entity.fields.map((field) =>
      withExamples(field, entity, candidates)
    ),
  }));
  return { ...system, entities };
}

function withExamples(
  field: FieldModel,
  entity: EntityModel,
  candidates: (pattern: string) => string[],
): FieldModel {
  if (field.pattern === undefined) return field;
  let made: string[] = [];
  try {
    made = candidates(field.pattern);
  } catch {
    // The pattern has a construct that cannot be turned round, such as a lookahead.
  }
  const examples = [...new Set(made)].filter((text) => fits(text, field)).slice(
    0,
    WANTED,
  );
  if (examples.length > 0) return { ...field, examples };
  throw new PatternWithoutExample(
    `Cannot generate tests for "${entity.name.snake}.${field.name}": found no text that matches ${
      JSON.stringify(field.pattern)
    } and keeps the field's other rules, wanted at least one; write the pattern in simpler terms`,
  );
}

function fits(text: string, field: FieldModel): boolean {
  const length = [...text].length;
  return length >= (field.minLength ?? 0) &&
    length <= (field.maxLength ?? Infinity) &&
    (!field.required || text.trim() !== "") && text.isWellFormed() &&
    !text.includes("\0");
}

const CANDIDATES = 1000;
const WANTED = 50;
