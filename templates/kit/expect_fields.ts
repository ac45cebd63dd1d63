/**
 * Checks of what the fields of an entity may hold, for tests: by its schemas and its rules alone.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { BodySchema } from "./body_schema.ts";
import type { FieldError } from "./problem.ts";

/** What is expected of a field. */
export interface FieldTrial {
  /** Its name. */
  readonly field: string;
  /** Whether a body must have it. @default false */
  readonly required?: boolean;
  /** Values that it may hold, the least and the most among them. */
  readonly takes: readonly unknown[];
  /** Values that its schema refuses. @default none */
  readonly refuses?: readonly unknown[];
  /** Values that a rule refuses, each with what the rule says. @default none */
  readonly breaks?: readonly {
    readonly value: unknown;
    readonly message: string;
  }[];
}

/** Checks bodies of the first value that each field takes, but for one field each. */
export function expectBodies(
  schema: BodySchema,
  trials: readonly FieldTrial[],
): void {
  const whole = wholeOf(trials);
  for (const { field, required = false, takes, refuses = [] } of trials) {
    const body = (value: unknown) => ({ ...whole, [field]: value });
    const { [field]: _left, ...rest } = body(undefined);
    const refused = required ? [field] : [];
    assert.deepEqual(wrongFields(schema, rest), refused, `no ${field}`);
    for (const value of takes) {
      assert.deepEqual(
        wrongFields(schema, body(value)),
        [],
        shown(field, value),
      );
    }
    for (const value of refuses) {
      assert.deepEqual(
        wrongFields(schema, body(value)),
        [field],
        shown(field, value),
      );
    }
  }
}

/** Checks patches of one field each. */
export function expectPatches(
  schema: BodySchema,
  trials: readonly FieldTrial[],
): void {
  assert.deepEqual(wrongFields(schema, {}), []);
  for (const { field, takes, refuses = [] } of trials) {
    for (const value of takes) {
      assert.deepEqual(
        wrongFields(schema, { [field]: value }),
        [],
        shown(field, value),
      );
    }
    for (const value of refuses) {
      assert.deepEqual(
        wrongFields(schema, { [field]: value }),
        [field],
        shown(field, value),
      );
    }
  }
}

/** Checks what the rules say of entities of the first value that each field takes, but for one field each. */
export function expectRules<T extends object>(
  check: (entity: T) => readonly FieldError[],
  trials: readonly FieldTrial[],
): void {
  const whole = wholeOf(trials);
  for (const { field, takes, breaks = [] } of trials) {
    // Rules about several fields may say more: it is not asked here.
    const said = (value: unknown) =>
      check({ ...whole, [field]: value } as T).filter(({ path }) =>
        path === field
      )
        .map(({ message }) => message);
    for (const { value, message } of breaks) {
      assert.ok(said(value).includes(message), shown(field, value));
    }
    for (const value of takes) {
      const messages = said(value);
      const wrong = breaks.filter(({ message }) => messages.includes(message));
      assert.deepEqual(wrong, [], shown(field, value));
    }
  }
}

/** An entity of the first value that each field takes: rules about several fields may not hold. */
function wholeOf(trials: readonly FieldTrial[]): object {
  return Object.fromEntries(
    trials.map(({ field, takes }) => [field, takes[0]]),
  );
}

/** Names the fields that a schema finds something wrong in, each once. */
function wrongFields(schema: BodySchema, body: unknown): string[] {
  const result = schema.safeParse(body);
  if (result.success) return [];
  const names = result.error.issues.map(({ path }) => String(path[0]));
  return [...new Set(names)];
}

function shown(field: string, value: unknown): string {
  return `${field}: ${JSON.stringify(value)?.slice(0, 80)}`;
}
