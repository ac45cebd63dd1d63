/**
 * Objects inside entities, such as an address: what they may hold, and how they are kept.
 *
 * @module
 */
import { z } from "zod";
import type { Field } from "./api_schema.ts";
import { fieldErrors, type Fields } from "./body_schema.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import {
  failed,
  type FieldError,
  invalid,
  ok,
  type Outcome,
} from "./problem.ts";

/**
 * Accepts an object of these members alone and completes it: members in their declared order, each that is left out
 * with its default, else null.
 */
export function embedded(
  members: Fields,
  defaults: Readonly<Record<string, unknown>> = {},
): Field {
  const names = Object.keys(members);
  return z.strictObject(
    // A Field is a zod schema; its interface leaves out zod's inner workings.
    members as unknown as z.ZodRawShape,
    { error: requiredOr("must be an object") },
  ).transform((given) =>
    Object.fromEntries(
      names.map((name) => [name, own(given, name) ?? own(defaults, name)]),
    )
  );
}

/** Accepts any object, as a part of a merge patch; {@link completion} checks what comes of it. */
export function mergeable(): Field {
  return z.custom<object>(isObject, { error: "must be an object" });
}

/**
 * Makes the function that checks and completes the objects of an entity, also after a merge patch, and goes on with
 * `next`.
 */
export function completion<T extends Entity>(
  objects: Fields,
  next: (entity: T) => Outcome<T> = ok,
): (entity: T) => Outcome<T> {
  const schemas = Object.entries(objects)
    .map(([name, field]) => [name, field as unknown as z.ZodType] as const);
  return (entity) => {
    const errors: FieldError[] = [];
    const complete: Record<string, unknown> = {};
    for (const [name, schema] of schemas) {
      const value = valueOf(entity, name);
      if (value === null) continue;
      const result = schema.safeParse(value);
      if (result.success) complete[name] = result.data;
      else errors.push(...fieldErrors(result.error.issues, name));
    }
    return errors.length === 0
      ? next({ ...entity, ...complete })
      : failed(invalid(errors));
  };
}

/** Own properties only: a member may be called `constructor`. */
function own(object: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(object, name)?.value ?? null;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function requiredOr(message: string): (issue: { input?: unknown }) => string {
  return ({ input }) => input === undefined ? "is required" : message;
}
