/**
 * The shape of request bodies, and what is said about a body of another shape.
 *
 * @module
 */
import { z } from "zod";
import { dateTime, type Field, uuid } from "./api_schema.ts";
import type { JsonObject } from "./entity_request.ts";
import {
  failed,
  type FieldError,
  invalid,
  ok,
  type Outcome,
} from "./problem.ts";

/** Checks a body; any zod schema of an object is one. */
export interface BodySchema {
  /** Gives the body, normalised, or says what is wrong with it. */
  safeParse(body: unknown): SchemaResult;
}

/** What a schema finds. */
export type SchemaResult =
  | { readonly success: true; readonly data: unknown }
  | {
    readonly success: false;
    readonly error: { readonly issues: readonly SchemaIssue[] };
  };

/** One thing that a schema finds wrong. */
export interface SchemaIssue {
  /** Zod's name for the kind of issue. */
  readonly code?: string;
  /** Where it is. */
  readonly path: readonly PropertyKey[];
  /** What is wrong. */
  readonly message: string;
  /** The names of fields that the schema does not have. */
  readonly keys?: readonly string[];
}

/** The fields of a body, by name. */
export type Fields = Readonly<Record<string, Field>>;

/**
 * Makes the schema of a whole entity, for POST and PUT. Other fields are refused,
 * but those that the server sets are let through: the controller knows whether they are as it set them.
 */
export function entitySchema(fields: Fields): BodySchema {
  // A Field is a zod schema; its interface leaves out zod's inner workings.
  return z.strictObject(
    { ...SERVER_FIELDS, ...fields } as unknown as z.ZodRawShape,
  );
}

/** Accepts an object of these fields alone. */
export function nested(fields: Fields): Field {
  return z.strictObject(fields as unknown as z.ZodRawShape);
}

/** Makes the schema of a merge patch: the same fields, none of them required. */
export function patchSchema(fields: Fields): BodySchema {
  return entitySchema(Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, field.optional()]),
  ));
}

/** Checks the shape of a body; another shape is a 422 that says what is wrong, field by field. */
export function checkBody(
  schema: BodySchema,
  body: JsonObject,
): Outcome<JsonObject> {
  const result = schema.safeParse(body);
  return result.success
    ? ok(result.data as JsonObject) // a schema does not make another value of an object
    : failed(invalid(fieldErrors(result.error.issues)));
}

/** Says what is wrong, field by field; all of it `within` a field where one is given. */
export function fieldErrors(
  issues: readonly SchemaIssue[],
  ...within: readonly string[]
): FieldError[] {
  const errors = issues.flatMap(({ path, message, keys }) =>
    keys === undefined
      ? [{ path: pathText([...within, ...path]), message }]
      : keys.slice(0, MAX_ERRORS).map((key) => ({
        path: pathText([...within, ...path, key]),
        message: "unknown field",
      }))
  );
  return errors.slice(0, MAX_ERRORS);
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map(String).join(".").slice(0, MAX_PATH_LENGTH);
}

const SERVER_FIELDS: Fields = {
  id: uuid().optional(),
  createdAt: dateTime().optional(),
  updatedAt: dateTime().optional(),
};

/** A hostile body must not get a larger answer. */
const MAX_ERRORS = 50;
const MAX_PATH_LENGTH = 200;
