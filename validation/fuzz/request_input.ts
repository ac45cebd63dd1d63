/**
 * What the fuzz decides by chance about one request; made of plain data, so that a failing one can be made smaller.
 *
 * @module
 */
import fc from "fast-check";
import type { JsonSchema } from "../../generator/plan/json_schemas.ts";
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";
import { type ApiOperation, resolved } from "./api_document.ts";
import {
  edgeValue,
  fittingValue,
  HOSTILE_TEXTS,
  hostileValue,
} from "./schema_values.ts";

/** One change of a body that would be accepted. */
export interface BodyChange {
  /** Where, from the outermost member inwards. */
  readonly path: readonly string[];
  /** What stands there then; nothing where `remove` says so. */
  readonly value?: unknown;
  readonly remove?: true;
}

/** What a query says for one name. */
export type QueryValue =
  | { readonly text: string }
  /** What an entity that was seen has there. */
  | { readonly seen: number }
  /** Where the last page said that the next one starts. */
  | { readonly cursor: true };

/** What a request is made of. */
export interface RequestInput {
  /** Who sends it: 0 is who is likely to be allowed to. */
  readonly viewer: number;
  /** Which of the things that are there it is about; or what stands in their place. */
  readonly target: { readonly pick: number; readonly instead?: string };
  readonly query: readonly (readonly [string, QueryValue])[];
  readonly headers: readonly (readonly [string, string])[];
  readonly body:
    | { readonly changes: readonly BodyChange[] }
    | { readonly raw: string; readonly type?: string };
}

/** The part of {@link RequestInput.headers} that stands for the tag of what is there, and for one that it had. */
export const CURRENT_TAG = "(current)";

/** Makes inputs for an operation: a third of each sort, and every sort shrinks to the one that should be accepted. */
export function requestInput(
  operation: ApiOperation,
  document: JsonObject,
): fc.Arbitrary<RequestInput> {
  const body = operation.body?.values().next().value?.schema;
  const members = body ? bodyMembers(body, document) : [];
  const calm = fc.record({
    viewer: fc.constant(0),
    target: fc.record({ pick: fc.nat(30) }),
    query: queryOf(operation, document, "fitting"),
    headers: fc.constant<RequestInput["headers"]>([]),
    body: changesOf(members, document, "fitting"),
  });
  const edgy = fc.record({
    viewer: fc.nat(5),
    target: fc.record({ pick: fc.nat(30) }),
    query: queryOf(operation, document, "edge"),
    headers: fc.array(fc.constantFrom(...CONDITIONS), { maxLength: 2 }),
    body: changesOf(members, document, "edge"),
  });
  const wild = fc.record({
    viewer: fc.nat(9),
    target: fc.record({
      pick: fc.nat(30),
      instead: fc.option(
        fc.oneof(
          fc.constantFrom(...HOSTILE_TEXTS),
          fc.string({ unit: "binary", maxLength: 12 }),
        ),
        { nil: undefined, freq: 2 },
      ),
    }, { requiredKeys: ["pick"] }),
    query: queryOf(operation, document, "hostile"),
    headers: fc.array(fc.constantFrom(...CONDITIONS, ...ODD_HEADERS), {
      maxLength: 3,
    }),
    body: fc.oneof(
      { weight: 2, arbitrary: changesOf(members, document, "hostile") },
      { weight: 1, arbitrary: fc.constantFrom(...RAW_BODIES) },
    ),
  });
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: calm },
    { weight: 3, arbitrary: edgy },
    { weight: 3, arbitrary: wild },
  );
}

type Sort = "fitting" | "edge" | "hostile";

/** Makes changes of a body that are likely to be accepted. */
export function fittingChanges(
  operation: ApiOperation,
  document: JsonObject,
): fc.Arbitrary<readonly BodyChange[]> {
  const body = operation.body?.values().next().value?.schema;
  const members = body ? bodyMembers(body, document) : [];
  return changesOf(members, document, "fitting").map(({ changes }) => changes);
}

interface Member {
  readonly path: readonly string[];
  readonly schema: JsonSchema;
}

/** What a body can have, and what the objects in it can. */
function bodyMembers(
  given: JsonSchema,
  document: JsonObject,
  path: readonly string[] = [],
): Member[] {
  const schema = resolved(given, document);
  if (path.length > 4) return [];
  if (schema.type === "array") {
    return bodyMembers(Object(schema.items), document, [...path, "0"]);
  }
  return Object.entries(Object(schema.properties)).flatMap(([name, one]) => {
    const at = [...path, name];
    const inner = bodyMembers(Object(one), document, at);
    return [{ path: at, schema: Object(one) }, ...inner];
  });
}

function changesOf(
  members: readonly Member[],
  document: JsonObject,
  sort: Sort,
): fc.Arbitrary<{ readonly changes: readonly BodyChange[] }> {
  const set = members.filter(({ schema }) => schema.readOnly !== true)
    .map(({ path, schema }) =>
      fc.record({
        path: fc.constant(path),
        value: fittingValue(schema, document),
      })
    );
  const change: fc.Arbitrary<BodyChange>[] = sort === "fitting" ? set : [
    ...members.map(({ path, schema }) =>
      fc.record({
        path: fc.constant(path),
        value: sort === "edge" ? edgeValue(schema, document) : hostileValue(),
      })
    ),
    ...members.map(({ path }) =>
      fc.constant<BodyChange>({ path, remove: true })
    ),
    fc.record({
      path: fc.constantFrom(
        ...STRANGE_MEMBERS.map((
          name,
        ) => [...members[0]?.path.slice(0, -1) ?? [], name]),
      ),
      value: fc.constantFrom<unknown>(null, "x", 1, { isAdmin: true }),
    }),
  ];
  if (change.length === 0) return fc.constant({ changes: [] });
  return fc.array(fc.oneof(...change), {
    maxLength: sort === "fitting" ? 2 : 3,
  })
    .map((changes) => ({ changes }));
}

function queryOf(
  { parameters }: ApiOperation,
  document: JsonObject,
  sort: Sort,
): fc.Arbitrary<RequestInput["query"]> {
  const known = parameters.filter((one) => one.in === "query");
  const values = known.map((parameter) => {
    const { name, schema, example } = parameter;
    const text = fittingValue(schema, document).map(queryText);
    const fitting = fc.oneof(
      text.map((text): QueryValue => ({ text })),
      ...(example === undefined
        ? []
        : [fc.constant<QueryValue>({ text: queryText(example) })]),
      name === "cursor"
        ? fc.constant<QueryValue>({ cursor: true })
        : fc.nat(9).map((seen): QueryValue => ({ seen })),
    );
    const value = sort === "fitting" ? fitting : fc.oneof(
      fitting,
      (sort === "edge" ? edgeValue(schema, document) : hostileValue()).map((
        value,
      ): QueryValue => ({ text: queryText(value) })),
    );
    return fc.tuple(fc.constant(name), value);
  });
  const strange = fc.tuple(
    fc.constantFrom(...STRANGE_MEMBERS, "[]", "a[b]=1", ""),
    fc.constantFrom<QueryValue>({ text: "1" }, { text: "" }),
  );
  const one = sort === "hostile" ? [...values, strange] : values;
  if (one.length === 0) return fc.constant([]);
  return fc.array(fc.oneof(...one), { maxLength: sort === "fitting" ? 2 : 4 });
}

/** An array in a query is a list with commas, as our documents say. */
function queryText(value: unknown): string {
  if (Array.isArray(value)) return value.map(queryText).join(",");
  return typeof value === "object" && value !== null
    ? JSON.stringify(value)
    : String(value);
}

const CONDITIONS: readonly (readonly [string, string])[] = [
  ["if-match", CURRENT_TAG],
  ["if-match", '"0"'],
  ["if-match", "*"],
  ["if-none-match", CURRENT_TAG],
  ["if-none-match", "*"],
  ["if-none-match", 'W/"1", "2"'],
  ["accept", "application/json"],
  ["idempotency-key", "one-and-the-same"],
];

const ODD_HEADERS: readonly (readonly [string, string])[] = [
  ["content-type", "text/plain"],
  ["content-type", "application/json; charset=utf-16"],
  ["content-type", "application/xml"],
  ["content-type", "multipart/form-data; boundary=x"],
  ["content-type", ""],
  ["content-encoding", "gzip"],
  ["accept", "image/png"],
  ["accept", "*/*;q=0"],
  ["if-match", "not-quoted"],
  ["if-match", '"'],
  ["if-none-match", "é"],
  ["authorization", "Bearer"],
  ["authorization", "Bearer a.b.c"],
  ["authorization", "Basic YTpi"],
  ["authorization", "Token Token Token"],
  ["cookie", "session=1; __proto__=1"],
  ["origin", "https://evil.example"],
  ["range", "bytes=0-0,5-1"],
  ["range", "bytes=99999999999999999999-"],
  ["last-event-id", "9".repeat(30)],
  ["idempotency-key", ""],
  ["idempotency-key", "x".repeat(300)],
  ["idempotency-key", "ä"],
  ["x-http-method-override", "DELETE"],
  ["x-forwarded-for", "' OR 1=1"],
  ["x-long", "x".repeat(4000)],
  ["content-disposition", 'attachment; filename="../../x"'],
  ["traceparent", "00-zz"],
];

const RAW_BODIES: readonly { readonly raw: string; readonly type?: string }[] =
  [
    { raw: "" },
    { raw: "{" },
    { raw: "null" },
    { raw: "[]" },
    { raw: "1" },
    { raw: '""' },
    { raw: "{}" },
    { raw: "{}{}" },
    { raw: '{"a":1,"a":2}' },
    { raw: '{"__proto__":{"x":1}}' },
    { raw: '{"a":NaN}' },
    { raw: '{"a":1e999}' },
    { raw: '\ufeff{"a":1}' },
    { raw: '{"a":"\\ud800"}' },
    { raw: "[".repeat(5000) },
    { raw: `${'{"a":'.repeat(64)}1${"}".repeat(64)}` },
    { raw: `{"a":"${"x".repeat(1_200_000)}"}` },
    { raw: "a=1&b=2", type: "application/x-www-form-urlencoded" },
    { raw: "<a/>", type: "application/xml" },
    {
      raw: '[{"op":"remove","path":"/id"}]',
      type: "application/json-patch+json",
    },
  ];

const STRANGE_MEMBERS: readonly string[] = [
  "unknownMember",
  "__proto__",
  "constructor",
  "id",
  "createdAt",
  "version",
  "deletedAt",
  "role",
  "passwordHash",
  "items",
];
