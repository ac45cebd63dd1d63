/**
 * Turns what the fuzz decided into a request to the system as it is now.
 *
 * @module
 */
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";
import { type ApiOperation, resolved } from "./api_document.ts";
import { differingValue } from "./differing_value.ts";
import type { FuzzItem, FuzzWorld } from "./fuzz_world.ts";
import type { HttpRequest } from "./http_exchange.ts";
import {
  type BodyChange,
  CURRENT_TAG,
  type RequestInput,
} from "./request_input.ts";

/** A request, and what it is about. */
export interface MadeRequest {
  readonly request: HttpRequest;
  readonly viewer: number;
  /** What its path names, where that is something known. */
  readonly item: FuzzItem | undefined;
  readonly places: ReadonlyMap<string, string>;
  /** What is sent, as JSON; undefined when it is not. */
  readonly sent?: unknown;
}

/** Makes the request; `about` something, or somebody's, where that is given. */
export function makeRequest(
  operation: ApiOperation,
  input: RequestInput,
  world: FuzzWorld,
  about: { readonly item?: FuzzItem; readonly viewer?: number } = {},
): MadeRequest {
  const mayChange = world.words.mayChange(operation);
  const items = about.item
    ? [about.item]
    : world.itemsFor(operation.path, mayChange);
  const item = items[input.target.pick % Math.max(1, items.length)];
  const viewer = about.viewer ??
    (input.viewer === 0
      ? world.likely(operation, item)
      : (input.viewer - 1) % world.viewers.length);
  const places = placesOf(operation, { item, input, world });
  const path = operation.path.replaceAll(
    /\{([^}]+)\}/g,
    (_, name: string) => encoded(places.get(name) ?? "none"),
  );
  const query = queryOf(input, operation, world);
  const body = bodyOf(operation, { item, input, world });
  return {
    request: {
      method: operation.method,
      target: query === "" ? path : `${path}?${query}`,
      headers: {
        ...(needsKey(operation)
          ? { "idempotency-key": `fuzz-${world.fresh()}` }
          : {}),
        ...(body ? { "content-type": body.type } : {}),
        ...world.viewers[viewer]?.headers,
        ...Object.fromEntries(input.headers.map(([name, value]) => [
          name,
          value === CURRENT_TAG
            ? item?.tag ?? '"1"'
            // As bytes, which is what headers are.
            : String.fromCharCode(...new TextEncoder().encode(value)),
        ])),
      },
      ...(body ? { body: new TextEncoder().encode(body.text) } : {}),
    },
    viewer,
    item,
    places,
    ...(body && "sent" in body ? { sent: body.sent } : {}),
  };
}

interface Making {
  readonly item: FuzzItem | undefined;
  readonly input: RequestInput;
  readonly world: FuzzWorld;
}

function placesOf(
  operation: ApiOperation,
  { item, input, world }: Making,
): ReadonlyMap<string, string> {
  const names = [...operation.path.matchAll(/\{([^}]+)\}/g)]
    .map(([, name = ""]) => name);
  const { pick, instead } = input.target;
  const entries = names.map((name, at) => {
    const isLast = at === names.length - 1;
    if (instead !== undefined && isLast) return [name, instead] as const;
    const own = item?.places.get(name);
    return [name, own ?? strangerAt(operation, name, { pick, world })] as const;
  });
  return new Map(entries);
}

/** What stands in a place of a path that no known thing has: another's key, an id, or the document's example. */
function strangerAt(
  operation: ApiOperation,
  name: string,
  { pick, world }: { readonly pick: number; readonly world: FuzzWorld },
): string {
  const home = world.words.homeOf(operation.path, name);
  const others = home === undefined ? [] : world.items.get(home) ?? [];
  const other = others[pick % Math.max(1, others.length)];
  if (other) return [...other.places.values()].at(-1) ?? "";
  const entity = world.words.referred(operation, name);
  const ids = world.ids.get(entity ?? "") ?? [];
  const id = ids[pick % Math.max(1, ids.length)];
  if (id !== undefined) return id;
  const parameter = operation.parameters.find((one) =>
    one.in === "path" && one.name === name
  );
  return String(parameter?.example ?? "01890a5d-ac96-774b-bcce-b302099a8057");
}

function queryOf(
  { query }: RequestInput,
  operation: ApiOperation,
  world: FuzzWorld,
): string {
  const needed = operation.parameters.filter((one) =>
    one.in === "query" && one.required &&
    !query.some(([name]) => name === one.name)
  ).map(({ name, example }) => [name, { text: String(example) }] as const);
  return [...needed, ...query].flatMap(([name, value]) => {
    const text = "text" in value
      ? value.text
      : "cursor" in value
      ? world.cursors.get(operation.id)
      : seenValue(name, value.seen, world);
    return text === undefined
      ? []
      : [`${encoded(name)}=${encoded(text.slice(0, MOST_IN_QUERY))}`];
  }).join("&");
}

function seenValue(
  name: string,
  at: number,
  world: FuzzWorld,
): string | undefined {
  const values = world.values.get(name);
  const value = values?.[at % values.length];
  return value === undefined ? undefined : String(value);
}

interface MadeBody {
  readonly text: string;
  readonly type: string;
  readonly sent?: unknown;
}

function bodyOf(
  operation: ApiOperation,
  making: Making,
): MadeBody | undefined {
  const [type, content] = operation.body?.entries().next().value ?? [];
  const { body } = making.input;
  if (type === undefined || !content) {
    return "raw" in body && body.raw.length < 100 && operation.method !== "GET"
      ? { text: body.raw, type: body.type ?? "application/json" }
      : undefined;
  }
  if ("raw" in body) return { text: body.raw, type: body.type ?? type };
  if (operation.isFile) return { text: FILES[type] ?? "a file of text", type };
  const sent = changed(acceptableBody(operation, making), body.changes);
  return { text: JSON.stringify(sent), type, sent };
}

/** Makes the body that should be accepted, of the document's example and of what is there. */
function acceptableBody(operation: ApiOperation, making: Making): unknown {
  const content = operation.body?.values().next().value;
  const { world } = making;
  const { document } = world;
  const n = world.fresh();
  const walk = (value: unknown, given: unknown): unknown => {
    const schema = resolved(given, document);
    if (Array.isArray(value)) {
      return value.map((one) => walk(one, schema.items));
    }
    if (typeof value !== "object" || value === null) return value;
    const properties = Object(schema.properties);
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => {
        const inner = resolved(properties[name], document);
        if (SERVER.has(name) && name !== "id" || inner.readOnly === true) {
          return [];
        }
        if (name === "id" && !operation.path.includes("/bulk/")) return [];
        // Whoever sends it is what stands there.
        const own = world.words.field(operation, name);
        if (own?.assigned || own?.decided && !own.required) return [];
        const known = knownValue(operation, name, { making, n });
        if (known !== undefined) return [[name, known.value]];
        // A reference to what is not there yet is left out where it may be.
        if (own?.relation && !own.required) return [];
        return [[name, walk(member, inner)]];
      }),
    );
  };
  // A patch says what it changes and nothing else.
  if (operation.method === "PATCH" && operation.tag !== "account") {
    const [name] = Object.keys(Object(content?.example));
    return world.words.model.api?.envelope && name ? { [name]: {} } : {};
  }
  return withTokens(
    walk(content?.example ?? {}, content?.schema),
    operation,
    making,
  );
}

/** A value that a member should have because of what is there; undefined when the example will do. */
function knownValue(
  operation: ApiOperation,
  name: string,
  { making, n }: { readonly making: Making; readonly n: number },
): { readonly value: unknown } | undefined {
  const { world, input, item } = making;
  const { words } = world;
  const isItem = item?.template === operation.path;
  if (isItem && operation.method === "PUT" && item && name in item.seen) {
    return { value: structuredClone(item.seen[name]) };
  }
  const field = words.field(operation, name);
  const entity = name === "id"
    ? words.entityOf(operation)
    : words.referred(operation, name);
  if (entity !== undefined) {
    const ids = world.ids.get(entity) ?? [];
    const id = ids[(input.target.pick) % Math.max(1, ids.length)];
    return id === undefined ? undefined : { value: id };
  }
  if (!field || isItem) return undefined;
  const value = differingValue(field, n);
  return value === undefined ? undefined : { value };
}

/** What signs in must be known to the system; and nobody's password may change while others use it. */
function withTokens(
  body: unknown,
  { id, tag }: ApiOperation,
  { world, input }: Making,
): unknown {
  if (tag !== "auth" && tag !== "account") return body;
  const people = world.viewers.filter(({ login }) => login);
  const person = people[input.target.pick % Math.max(1, people.length)];
  const { password, ...names } = person?.login ?? {};
  const known: Record<string, unknown> = {
    ...(id === "login" ? { ...names, password } : {}),
    ...(id === "changePassword"
      ? { currentPassword: password, newPassword: password }
      : {}),
    ...(id === "changeSelf" ? { password } : {}),
    ...(world.refreshToken === undefined
      ? {}
      : { refreshToken: world.refreshToken }),
  };
  const within = (value: unknown): unknown =>
    typeof value !== "object" || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
          name,
          known[name] ?? within(member),
        ]),
      );
  return within(body);
}

/** Changes a copy of a body. */
function changed(
  body: unknown,
  changes: readonly BodyChange[],
): unknown {
  for (const { path, value, remove } of changes) {
    const above = path.slice(0, -1).reduce<unknown>(
      (at, name) => Object(at)[name],
      body,
    );
    const name = path.at(-1);
    if (typeof above !== "object" || above === null || name === undefined) {
      continue;
    }
    if (remove) delete (above as JsonObject)[name];
    else {
      // Also `__proto__` becomes a member of its own.
      Object.defineProperty(above, name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
  return body;
}

function needsKey({ parameters }: ApiOperation): boolean {
  return parameters.some((one) =>
    one.in === "header" && one.name === "Idempotency-Key" && one.required
  );
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** A longer target is refused by the HTTP server below the system, which closes the connection. */
const MOST_IN_QUERY = 1000;
/** How files begin that are what their media type says. */
const FILES: Readonly<Record<string, string>> = {
  "application/pdf": "%PDF-1.4\n",
  "image/gif": "GIF89a\u0001\0\u0001\0",
  "image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  "application/json": "{}",
};
const SERVER: ReadonlySet<string> = new Set([
  "id",
  "createdAt",
  "updatedAt",
  "created_at",
  "updated_at",
]);
