import { assert, assertEquals } from "@std/assert";
import { z } from "zod";
import { json, text } from "./api_schema.ts";
import {
  type BodySchema,
  checkBody,
  entitySchema,
  patchSchema,
} from "./body_schema.ts";
import type { FieldError } from "./problem.ts";

const FIELDS = { title: text({ min: 1 }), note: text().nullable() };

Deno.test("entitySchema() requires its fields and refuses others", () => {
  const schema = entitySchema(FIELDS);
  assertEquals(check(schema, { title: "a", note: null }), []);
  assertEquals(check(schema, { title: "", colour: 1, size: 2 }), [
    { path: "title", message: "must not be empty" },
    { path: "note", message: "is required" },
    { path: "colour", message: "unknown field" },
    { path: "size", message: "unknown field" },
  ]);
});

Deno.test("entitySchema() lets the server's fields through", () => {
  const schema = entitySchema({});
  const id = "0197a3c2-0000-7000-8000-00000000000a";
  const at = "2026-01-31T09:30:00Z";
  const outcome = checkBody(schema, { id, createdAt: at, updatedAt: at });
  const normal = "2026-01-31T09:30:00.000Z";
  assertEquals(outcome, {
    ok: true,
    value: { id, createdAt: normal, updatedAt: normal },
  });
  assertEquals(check(schema, { id: "1" }), [
    { path: "id", message: "must be a UUID" },
  ]);
});

Deno.test("patchSchema() requires nothing", () => {
  const schema = patchSchema(FIELDS);
  assertEquals(check(schema, {}), []);
  assertEquals(check(schema, { note: null }), []);
  assertEquals(check(schema, { title: null, x: 1 }), [
    { path: "title", message: "must be a text" },
    { path: "x", message: "unknown field" },
  ]);
});

Deno.test("checkBody() treats the names of object members as any others", () => {
  const body = JSON.parse('{"__proto__":1,"constructor":2,"toString":3}');
  assertEquals(check(patchSchema(FIELDS), body).map(({ path }) => path), [
    "__proto__",
    "constructor",
    "toString",
  ]);
});

Deno.test("checkBody() keeps the keys of JSON values as they are", () => {
  const body = JSON.parse('{"data":{"__proto__":{"x":1}}}');
  const outcome = checkBody(entitySchema({ data: json() }), body);
  assertEquals(
    outcome.ok && JSON.stringify(outcome.value),
    JSON.stringify(body),
  );
});

Deno.test("checkBody() bounds what it says", () => {
  const body = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, n) => ["x".repeat(1000) + n, n]),
  );
  const errors = check(entitySchema({}), body);
  assertEquals(errors.length, 50);
  assert(errors.every(({ path }) => path.length <= 200));
});

Deno.test("checkBody() takes any zod schema and names inner fields by their path", () => {
  const schema = z.strictObject({
    address: z.strictObject({ lines: z.array(z.string("must be a text")) }),
  });
  assertEquals(check(schema, { address: { lines: ["a", 1], zip: 2 } }), [
    { path: "address.lines.1", message: "must be a text" },
    { path: "address.zip", message: "unknown field" },
  ]);
});

function check(
  schema: BodySchema,
  body: Readonly<Record<string, unknown>>,
): readonly FieldError[] {
  const outcome = checkBody(schema, body);
  return outcome.ok ? [] : outcome.problem.errors ?? [];
}
