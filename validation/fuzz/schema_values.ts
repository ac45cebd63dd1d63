/**
 * Makes values of a JSON Schema: such that fit, such at the edges of what fits, and such that somebody sends to do harm.
 *
 * @module
 */
import fc from "fast-check";
import type { JsonSchema } from "../../generator/plan/json_schemas.ts";
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";
import { resolved } from "./api_document.ts";

/** Makes values that fit, as far as a schema says; rules that it has no words for may be broken. */
export function fittingValue(
  given: JsonSchema,
  document: JsonObject,
  depth = 0,
): fc.Arbitrary<unknown> {
  const schema = resolved(given, document);
  const inner = (one: unknown) =>
    fittingValue(Object(one), document, depth + 1);
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  for (const key of ["anyOf", "oneOf"]) {
    const some = schema[key];
    if (Array.isArray(some)) return fc.oneof(...some.map(inner));
  }
  const { type } = schema;
  if (Array.isArray(type)) {
    const some = type.map((one) =>
      fittingValue({ ...schema, type: one }, document, depth)
    );
    return fc.oneof(...some);
  }
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer(bounds(schema));
    case "number": {
      const { min, max } = bounds(schema);
      // A decimal's places are not in its schema: whole numbers, and halves where there is room for them.
      return fc.tuple(fc.integer({ min, max }), fc.boolean()).map(
        ([whole, half]) => half && whole + 1 <= max ? whole + 0.5 : whole,
      );
    }
    case "string":
      return fittingText(schema);
    case "array": {
      const most = Math.min(numberOf(schema.maxItems) ?? 3, 3);
      const least = Math.min(numberOf(schema.minItems) ?? 0, most);
      const item = inner(schema.items);
      const limits = { minLength: least, maxLength: most };
      return schema.uniqueItems
        ? fc.uniqueArray(item, limits)
        : fc.array(item, limits);
    }
    default:
      return fittingObject(schema, inner, depth);
  }
}

function fittingObject(
  { properties, required }: JsonObject,
  inner: (schema: unknown) => fc.Arbitrary<unknown>,
  depth: number,
): fc.Arbitrary<unknown> {
  if (properties === undefined || depth > 4) {
    return fc.dictionary(
      fc.string({ minLength: 1, maxLength: 8 }),
      fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
      { maxKeys: 3, noNullPrototype: true },
    );
  }
  const members = Object.entries(Object(properties)).filter(([, one]) =>
    Object(one).readOnly !== true
  );
  const needed = Array.isArray(required)
    ? required.filter((name) => members.some(([one]) => one === name))
    : [];
  return fc.record(
    Object.fromEntries(members.map(([name, one]) => [name, inner(one)])),
    { requiredKeys: needed, noNullPrototype: true },
  );
}

function fittingText(schema: JsonObject): fc.Arbitrary<string> {
  const { format, pattern } = schema;
  const made = typeof format === "string" ? FORMATS[format] : undefined;
  if (made) return made;
  if (typeof pattern === "string") return ofPattern(pattern);
  const least = numberOf(schema.minLength) ?? 0;
  const most = Math.min(numberOf(schema.maxLength) ?? 40, Math.max(least, 40));
  const limits = { minLength: least, maxLength: most };
  return fc.oneof(
    fc.string({ ...limits, unit: "grapheme-ascii" }),
    fc.string({
      ...limits,
      unit: fc.constantFrom("ä", "漢", "é", "x", " ", "'", "%", "_", "\\", '"'),
    }),
  );
}

function ofPattern(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, "u"), { size: "small" });
  } catch {
    return fc.string({ maxLength: 20 });
  }
}

/** Makes values at the edges of what fits, on both sides. */
export function edgeValue(
  given: JsonSchema,
  document: JsonObject,
): fc.Arbitrary<unknown> {
  const schema = resolved(given, document);
  const types = [schema.type].flat();
  const values: unknown[] = types.includes("string") ? ["", " "] : [];
  if (types.includes("string")) {
    const least = numberOf(schema.minLength);
    const most = numberOf(schema.maxLength);
    if (least !== undefined) {
      values.push("x".repeat(least), "x".repeat(Math.max(0, least - 1)));
    }
    if (most !== undefined && most <= 20_000) {
      values.push(
        "x".repeat(most),
        "x".repeat(most + 1),
        "😀".repeat(most),
        "\u0301".repeat(most),
      );
    }
    if (typeof schema.format === "string") {
      values.push(...EDGES[schema.format] ?? []);
    }
  }
  if (types.includes("integer") || types.includes("number")) {
    const { min, max } = bounds(schema, Number.MAX_SAFE_INTEGER);
    values.push(
      min,
      max,
      min - 1,
      max + 1,
      0.1 + 0.2,
      -0.5,
      1e-7,
      1e21,
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
      1e308,
      "1",
      -0,
    );
  }
  if (types.includes("array")) {
    const most = numberOf(schema.maxItems);
    const item = fc.sample(fittingValue(Object(schema.items), document), {
      seed: 1,
      numRuns: 1,
    })[0];
    values.push([item], [item, item], [null], [[item]]);
    if (most !== undefined && most <= 1000) {
      values.push(Array(most + 1).fill(item));
    }
  }
  const others = fc.constantFrom<unknown>(null, "", 0, false, [], {});
  if (values.length === 0) return others;
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: others },
  );
}

/** Makes values that nobody sends by mistake. */
export function hostileValue(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.constantFrom<unknown>(...HOSTILE_TEXTS),
    fc.constantFrom<unknown>(
      -1,
      1e308,
      9007199254740993,
      true,
      [[]],
      { $ne: null },
      { toString: 1 },
      { length: 1e9 },
      ["a", { b: null }],
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.jsonValue({ maxDepth: 3 }),
  );
}

/** Texts that have broken systems. */
export const HOSTILE_TEXTS: readonly string[] = [
  "' OR '1'='1",
  "'; DROP TABLE users; --",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\uffff\ufffe",
  "%00",
  "%ff%fe",
  "../../../../etc/passwd",
  "..%2f..%2f",
  "<script>alert(1)</script>",
  "${7*7}{{7*7}}<%= 7*7 %>",
  "a\r\nSet-Cookie: x=1",
  "__proto__",
  "constructor",
  "\u202e\u2066evil",
  "İ".repeat(50),
  "ﷺ".repeat(30),
  "1e999",
  "NaN",
  "-0",
  "0x10",
  "٣",
  "9".repeat(400),
  "*",
  "%",
  "_",
  "\\",
  '"',
  '"unclosed',
  "(",
  "a OR",
  "NEAR(",
  "a:b",
  "-",
  "^x",
  "2024-02-30",
  "2024-13-01T00:00:00Z",
  "24:00",
  "P1Y",
  "+275760-09-13T00:00:00Z",
  "-271821-04-20T00:00:00Z",
  "00000000-0000-0000-0000-000000000000",
  "x".repeat(3000),
];

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  date: fc.integer({ min: 0, max: 20_000 }).map((day) =>
    dateOf(day * 86_400_000).slice(0, 10)
  ),
  "date-time": fc.integer({ min: 0, max: 1_900_000_000 }).map((s) =>
    dateOf(s * 1000)
  ),
  "time-local": fc.integer({ min: 0, max: 86_399 }).map((s) =>
    dateOf(s * 1000).slice(11, 19)
  ),
  duration: fc.tuple(fc.nat(5), fc.nat(23), fc.integer({ min: 1, max: 59 }))
    .map(([d, h, m]) =>
      `P${d === 0 ? "" : `${d}D`}T${h === 0 ? "" : `${h}H`}${m}M`
    ),
  email: fc.nat(999_999).map((n) => `person${n}@example.com`),
  uri: fc.nat(999_999).map((n) => `https://example.com/${n}?a=%20#b`),
  uuid: fc.uuid({ version: 7 }),
  password: fc.nat(999_999).map((n) => `a long password ${n}`),
  binary: fc.string({ maxLength: 40 }),
};

const EDGES: Readonly<Record<string, readonly string[]>> = {
  date: [
    "2024-02-29",
    "2023-02-29",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "1969-12-31",
  ],
  "date-time": [
    "2024-02-29T23:59:59.999Z",
    "2016-12-31T23:59:60Z",
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "2024-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    "0000-01-01T00:00:00+23:59",
    "2024-01-01T00:00:00.123456789Z",
    "2024-01-01",
  ],
  "time-local": [
    "00:00",
    "23:59:59",
    "24:00:00",
    "23:59:60",
    "1:00",
    "12:00:00.123456",
  ],
  duration: [
    "PT0S",
    "P0D",
    "P",
    "PT",
    "P99999999999999999999D",
    "-PT1S",
    "PT0.5S",
    "P1W",
    "P1Y2M",
    "PT9007199254740993S",
  ],
  email: [
    "a@b",
    "a@b.c",
    "@",
    "a@",
    `${"x".repeat(300)}@example.com`,
    "Ä@example.com",
    "a b@example.com",
    "SOMEONE@EXAMPLE.COM",
  ],
  uri: [
    "http://",
    "https://a",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "http://[::1]/",
    "HTTP://EXAMPLE.COM",
    "https://exämple.com/",
    "https://user:pass@example.com",
  ],
  uuid: [
    "01890A5D-AC96-774B-BCCE-B302099A8057",
    "01890a5dac96774bbcceb302099a8057",
    "{01890a5d-ac96-774b-bcce-b302099a8057}",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
  ],
};

/** Around zero where a schema does not say. */
function bounds(
  { minimum, maximum }: JsonObject,
  wide = 10_000,
): { readonly min: number; readonly max: number } {
  const low = numberOf(minimum);
  const high = numberOf(maximum);
  const min = Math.ceil(Math.max(low ?? -wide, Math.min(high ?? 0, 0) - wide));
  const max = Math.floor(Math.min(high ?? wide, Math.max(low ?? 0, 0) + wide));
  return { min: Math.min(min, max), max };
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString();
}
