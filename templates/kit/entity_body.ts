/**
 * From the body of a request to the entity as it shall be.
 *
 * @module
 */
import { toDuration, toTime, toTimestamp } from "./clock.ts";
import { toScaled } from "./decimal.ts";
import type { JsonObject } from "./entity_request.ts";
import {
  type Entity,
  type EntitySpec,
  type FieldSpec,
  itemOf,
  SERVER_FIELDS,
  valueOf,
} from "./entity_spec.ts";
import { mergePatch } from "./merge_patch.ts";
import {
  failed,
  type FieldError,
  invalid,
  ok,
  type Outcome,
} from "./problem.ts";
import { isStorable } from "./text_order.ts";

/** A value of a field, or `$now` for the time at which it is set. */
export type Literal = string | number | boolean | null;

/** The values of the fields that a request leaves out. */
export type Defaults = Readonly<Record<string, Literal>>;

/** Makes a new entity: what the body leaves out takes its default, else null. */
export function createdEntity<T extends Entity>(
  spec: EntitySpec,
  defaults: Defaults,
  creation: { id: string; now: string; body: JsonObject },
): Outcome<T> {
  const { id, now, body } = creation;
  const errors: FieldError[] = [];
  for (const name of Object.keys(SERVER_FIELDS)) {
    if (given(body, name)) {
      errors.push({ path: name, message: "is set by the server" });
    }
  }
  const entity: Draft = { id, createdAt: now, updatedAt: now };
  for (const [name, field] of Object.entries(spec.fields)) {
    if (field.readOnly) {
      if (given(body, name)) {
        errors.push({ path: name, message: "is set by the server" });
      }
      entity[name] = field.serial
        ? 0 // until the store numbers it
        : resolve(field, absent(defaults, name), now);
      continue;
    }
    const value = spelledAll(
      field,
      given(body, name)
        ? body[name]
        : resolve(field, absent(defaults, name), now) ?? empty(field),
    );
    entity[name] = value;
    check(name, field, value, errors);
  }
  // The spec and T come from the same declaration, and every field of the spec is set.
  return outcome(entity as unknown as T, errors);
}

/**
 * Makes the entity that takes another's place under its id. What the body leaves out takes its default, else null;
 * but a field keeps its value if it is immutable, if no client can read it, or if its default, `$now`, tells when the
 * entity was created.
 */
export function replacedEntity<T extends Entity>(
  spec: EntitySpec,
  defaults: Defaults,
  replacement: { current: T; body: JsonObject },
): Outcome<T> {
  const { current, body } = replacement;
  const errors = fixedFieldErrors(spec, current, body);
  const changes: Draft = {};
  for (const [name, field] of Object.entries(spec.fields)) {
    if (field.readOnly) continue;
    const missing = absent(defaults, name);
    if (given(body, name)) changes[name] = spelledAll(field, body[name]);
    else if (keepsWhenAbsent(field) || missing === "$now") continue;
    else changes[name] = spelledAll(field, missing) ?? empty(field);
    check(name, field, changes[name], errors);
  }
  return outcome({ ...current, ...changes }, errors);
}

/**
 * Applies a merge patch (RFC 7396) to an entity: null clears a field, what is left out stays.
 * A JSON field is merged in depth, and may become as large as a body can be, 1 MiB.
 */
export function patchedEntity<T extends Entity>(
  spec: EntitySpec,
  current: T,
  body: JsonObject,
): Outcome<T> {
  const errors = fixedFieldErrors(spec, current, body);
  const changes: Draft = {};
  for (const [name, field] of Object.entries(spec.fields)) {
    if (field.readOnly || !given(body, name)) continue;
    if (field.kind === "json") {
      changes[name] = mergePatch(valueOf(current, name), body[name]);
      checkSize(name, changes[name], errors);
    } else changes[name] = spelledAll(field, body[name]);
    check(name, field, changes[name], errors);
  }
  return outcome({ ...current, ...changes }, errors);
}

/** Gives the value that a literal stands for: `$now` in a time or date field is the present. */
export function resolve(
  field: FieldSpec,
  literal: Literal | undefined,
  now: string,
): Literal | undefined {
  if (literal !== "$now") return literal;
  switch (field.kind) {
    case "datetime":
      return now;
    case "date":
      return now.slice(0, "2026-01-31".length);
    case "time":
      return now.slice("2026-01-31T".length, "2026-01-31T09:30:00".length);
    default:
      return literal;
  }
}

/** Gives the one spelling in which a value is kept, so that it compares and sorts as text. */
export function spelled<V>(field: FieldSpec, value: V): V | string {
  if (typeof value !== "string") return value;
  switch (field.kind) {
    case "datetime":
      return toTimestamp(value) ?? value;
    case "time":
      return toTime(value) ?? value;
    case "duration":
      return toDuration(value) ?? value;
    case "uuid":
      return value.toLowerCase();
    default:
      return value.toWellFormed(); // UTF-8 has no half surrogate pairs
  }
}

/** Gives the spelling of a value or, of a list, of each element. */
function spelledAll(field: FieldSpec, value: unknown): unknown {
  if (field.kind !== "list" || !Array.isArray(value)) {
    return spelled(field, value);
  }
  const item = itemOf(field);
  return value.map((element) => spelled(item, element));
}

/** Says whether two values of a field are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b ||
    typeof a === "object" && typeof b === "object" &&
      JSON.stringify(a) === JSON.stringify(b);
}

type Draft = Record<string, unknown>;

function outcome<T>(entity: T, errors: readonly FieldError[]): Outcome<T> {
  return errors.length === 0 ? ok(entity) : failed(invalid(errors));
}

/** What nobody may change can still be sent back as it was read. */
function fixedFieldErrors(
  spec: EntitySpec,
  current: Entity,
  body: JsonObject,
): FieldError[] {
  const errors: FieldError[] = [];
  const compare = (name: string, field: FieldSpec, message: string) => {
    if (!given(body, name)) return;
    const same = sameValue(
      spelledAll(field, body[name]),
      valueOf(current, name),
    );
    if (!same) errors.push({ path: name, message });
  };
  for (const [name, field] of Object.entries(SERVER_FIELDS)) {
    compare(name, field, "is set by the server and cannot be changed");
  }
  for (const [name, field] of Object.entries(spec.fields)) {
    if (field.readOnly) {
      compare(name, field, "is set by the server and cannot be changed");
    } else if (field.immutable) {
      compare(name, field, "cannot be changed after creation");
    }
  }
  return errors;
}

/** What cannot be changed or read need not be sent back. */
function keepsWhenAbsent({ immutable, writeOnly }: FieldSpec): boolean {
  return immutable === true || writeOnly === true;
}

/** Own properties only: a field may be called `constructor`. */
function given(body: JsonObject, name: string): boolean {
  return Object.hasOwn(body, name) && body[name] !== undefined;
}

function absent(defaults: Defaults, name: string): Literal {
  return Object.hasOwn(defaults, name) ? defaults[name] ?? null : null;
}

/** What a field has that nobody has set: a list without elements, or nothing. */
function empty(field: FieldSpec): readonly [] | null {
  return field.kind === "list" ? [] : null;
}

/** Patch by patch, a value could grow without end. */
function checkSize(path: string, value: unknown, errors: FieldError[]): void {
  if (JSON.stringify(value).length <= MAX_JSON_LENGTH) return;
  const message = `must have at most ${MAX_JSON_LENGTH} characters as JSON`;
  errors.push({ path, message });
}

function check(
  path: string,
  field: FieldSpec,
  value: unknown,
  errors: FieldError[],
): void {
  const message = complaint(field, value);
  if (message !== undefined) errors.push({ path, message });
}

/** What no store can keep, whatever the schema of the body allows. */
function complaint(field: FieldSpec, value: unknown): string | undefined {
  if (value === null) return field.nullable ? undefined : "is required";
  if (field.kind === "list" && Array.isArray(value)) {
    const item = itemOf(field);
    return value.map((element) => complaint(item, element))
      .find((message) => message !== undefined);
  }
  if (
    field.kind !== "json" && typeof value === "string" && !isStorable(value)
  ) {
    return "must not contain U+0000";
  }
  if (field.kind !== "decimal" || typeof value !== "number") return undefined;
  const scale = field.scale ?? 0;
  return toScaled(value, scale) === undefined
    ? `must have at most ${scale} decimal places and 15 digits in all`
    : undefined;
}

const MAX_JSON_LENGTH = 1024 * 1024;
