/**
 * Reads what clients send about a resource, in the names and under the name that the API has for it.
 *
 * @module
 */
import { type BodySchema, checkBody } from "./body_schema.ts";
import { fieldsByName, inClientNames, unseenField } from "./client_names.ts";
import type { JsonObject } from "./entity_request.ts";
import { type JsonBodyOptions, readJsonBody } from "./json_body.ts";
import { failed, invalid, ok, type Outcome, type Problem } from "./problem.ts";
import type { ApiShape, Shows } from "./resource_spec.ts";

/** How a body is read. */
export interface ResourceBodyOptions extends JsonBodyOptions {
  /** How the API looks. */
  readonly shape: ApiShape;
  /** What the body stands under in an envelope. */
  readonly name: string;
  /** What clients see, where fields have other names. */
  readonly shows: Shows;
  /** The shape that is wanted. */
  readonly schema: BodySchema;
  /** The names of fields that a body may have. */
  readonly accepts: readonly string[];
  /** Objects that a body may have, whose fields have names of their own for clients. @default none */
  readonly parts?: BodyParts;
  /** The field that stands in paths. @default none */
  readonly key?: string;
  /** What the body has whatever the client sends. @default nothing */
  readonly given?: JsonObject;
}

/** Objects in a body, by their names: what clients see of them, and the names of fields that they may have. */
export type BodyParts = Readonly<
  Record<string, { readonly shows: Shows; readonly accepts: readonly string[] }>
>;

/** Reads and checks a body; problems name fields as clients do. */
export async function readResourceBody(
  request: Request,
  options: ResourceBodyOptions,
): Promise<Outcome<JsonObject>> {
  const read = await readJsonBody(request, options);
  const sent = read.ok ? unwrapped(read.value, options) : read;
  return sent.ok ? checkResourceBody(sent.value, options) : sent;
}

/** Checks what has been read of one; problems name fields as clients do. */
export function checkResourceBody(
  sent: JsonObject,
  options: ResourceBodyOptions,
): Outcome<JsonObject> {
  const named = inOwnNames(sent, options);
  if (!named.ok) return named;
  const checked = checkBody(options.schema, {
    ...named.value,
    ...options.given,
  });
  const outcome = checked.ok ? withReachableKey(checked, options) : checked;
  return outcome.ok ? outcome : failed(asSent(outcome.problem, options));
}

/** Names the fields of a problem as clients do, in the parts of a body as well. */
export function asSent(
  problem: Problem,
  { shows, shape: { naming }, parts = {} }: Pick<
    ResourceBodyOptions,
    "shows" | "shape" | "parts"
  >,
): Problem {
  const errors = problem.errors?.map((error) => {
    const [name = "", ...rest] = error.path.split(".");
    if (rest.length === 0 || !Object.hasOwn(parts, name)) return error;
    const inner = invalid([{ ...error, path: rest.join(".") }]);
    const own = inClientNames(inner, parts[name]?.shows ?? {}, naming);
    return { ...error, path: `${name}.${own.errors?.[0]?.path}` };
  });
  return inClientNames(
    errors === undefined ? problem : { ...problem, errors },
    shows,
    naming,
  );
}

/** Gives what was sent the names that the entity has for it. */
function inOwnNames(
  sent: JsonObject,
  { shows, shape, accepts, parts = {} }: Pick<
    ResourceBodyOptions,
    "shows" | "shape" | "accepts" | "parts"
  >,
): Outcome<JsonObject> {
  const names = fieldsByName(shows);
  const fields = new Set(names.values());
  const unseen = (name: string) => {
    const field = unseenField(name, shape.naming);
    return field !== undefined && fields.has(field) ? undefined : field;
  };
  const body: [string, unknown][] = [];
  for (const [name, value] of Object.entries(sent)) {
    const field = names.get(name) ?? unseen(name);
    if (field === undefined || !accepts.includes(field)) {
      if (shape.unknownFields === "ignore") continue;
      const path = name.slice(0, MAX_NAME);
      return failed(invalid([{ path, message: "unknown field" }]));
    }
    const part = Object.hasOwn(parts, field) ? parts[field] : undefined;
    const inner = part && isObject(value)
      ? inOwnNames(value, { ...part, shape })
      : ok(value);
    if (!inner.ok) return failed(within(name, inner.problem));
    body.push([field, inner.value]);
  }
  return ok(Object.fromEntries(body));
}

function within(name: string, problem: Problem): Problem {
  const errors = problem.errors?.map((error) => ({
    ...error,
    path: `${name}.${error.path}`,
  }));
  return errors ? { ...problem, errors } : problem;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Clients take these out of a path before they send it, however they are written (RFC 3986, 5.2.4). */
function withReachableKey(
  checked: Outcome<JsonObject>,
  { key = "" }: ResourceBodyOptions,
): Outcome<JsonObject> {
  const value = checked.ok && Object.hasOwn(checked.value, key)
    ? checked.value[key]
    : undefined;
  if (value !== "." && value !== "..") return checked;
  const message = 'must not be "." or "..", which cannot stand in a path';
  return failed(invalid([{ path: key, message }]));
}

/** Takes a body out of its envelope. */
function unwrapped(
  body: JsonObject,
  { shape, name }: ResourceBodyOptions,
): Outcome<JsonObject> {
  if (!shape.envelope) return ok(body);
  const inner = Object.hasOwn(body, name) ? body[name] : undefined;
  return isObject(inner)
    ? ok(inner)
    : failed(invalid([{ path: name, message: "must be an object" }]));
}

const MAX_NAME = 200;
