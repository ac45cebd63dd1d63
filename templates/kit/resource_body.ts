/**
 * Reads what clients send about a resource, in the names and under the name that the API has for it.
 *
 * @module
 */
import { type BodySchema, checkBody } from "./body_schema.ts";
import { fieldsByName, inClientNames, unseenField } from "./client_names.ts";
import type { JsonObject } from "./entity_request.ts";
import { type JsonBodyOptions, readJsonBody } from "./json_body.ts";
import { failed, invalid, ok, type Outcome } from "./problem.ts";
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
  /** The field that stands in paths. @default none */
  readonly key?: string;
  /** What the body has whatever the client sends. @default nothing */
  readonly given?: JsonObject;
}

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
  const names = fieldsByName(options.shows);
  const fields = new Set(names.values());
  const unseen = (name: string) => {
    const field = unseenField(name, options.shape.naming);
    return field !== undefined && fields.has(field) ? undefined : field;
  };
  const body: [string, unknown][] = [];
  for (const [name, value] of Object.entries(sent)) {
    const field = names.get(name) ?? unseen(name);
    const isAccepted = field !== undefined && options.accepts.includes(field);
    if (isAccepted) body.push([field, value]);
    else if (options.shape.unknownFields === "refuse") {
      const path = name.slice(0, MAX_NAME);
      return failed(invalid([{ path, message: "unknown field" }]));
    }
  }
  const checked = checkBody(options.schema, {
    ...Object.fromEntries(body),
    ...options.given,
  });
  const outcome = checked.ok ? withReachableKey(checked, options) : checked;
  return outcome.ok ? outcome : failed(
    inClientNames(outcome.problem, options.shows, options.shape.naming),
  );
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
  return typeof inner === "object" && inner !== null && !Array.isArray(inner)
    ? ok(inner as JsonObject) // it is an object of what was JSON
    : failed(invalid([{ path: name, message: "must be an object" }]));
}

const MAX_NAME = 200;
