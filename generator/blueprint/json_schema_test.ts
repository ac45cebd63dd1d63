import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { z } from "zod";
import { blueprintArbitrary } from "./blueprint_arbitrary.ts";
import { blueprintJsonSchema, type JsonSchema } from "./json_schema.ts";
import { BLUEPRINT_SHAPE } from "./language.ts";

Deno.test("blueprintJsonSchema() accepts every blueprint of the language", () => {
  const schema = validator();
  fc.assert(
    fc.property(blueprintArbitrary(), (blueprint) => {
      const result = schema.safeParse(blueprint);
      assert(result.success, JSON.stringify(result.error?.issues));
    }),
    { numRuns: 100 },
  );
});

Deno.test("blueprintJsonSchema() refuses what the parser refuses", () => {
  const schema = validator();
  const field = (rest: object) => ({
    entities: { task: { fields: { title: { type: "string", ...rest } } } },
  });
  assert(schema.safeParse(field({ max_length: 3 })).success);
  for (
    const bad of [
      { entitys: {} },
      field({ lenght: 3 }),
      field({ type: "strng" }),
      field({ required: "yes" }),
      field({ scale: 99 }),
      { entities: { task: {} } },
      { http: { port: 0 } },
      { components: { a: { bindings: [{ source: "x", target: "y" }] } } },
      { components: { a: { bindings: [{ source: "x" }] } } },
    ]
  ) {
    assert(!schema.safeParse(bad).success, JSON.stringify(bad));
  }
});

Deno.test("blueprintJsonSchema() says what each key is for", () => {
  const schema = blueprintJsonSchema();
  assertEquals(keysOf(schema["properties"]), Object.keys(BLUEPRINT_SHAPE.keys));
  const definitions = entriesOf(schema["$defs"]);
  const names = definitions.map(([name]) => name);
  assertEquals(names, names.toSorted());
  const objects = [schema, ...definitions.map(([, definition]) => definition)];
  for (const object of objects) {
    for (const [key, property] of entriesOf(object["properties"])) {
      assert(typeof property["description"] === "string", key);
    }
  }
});

function entriesOf(value: unknown): [string, JsonSchema][] {
  assert(typeof value === "object" && value !== null);
  return Object.entries(value);
}

function keysOf(value: unknown): string[] {
  return entriesOf(value).map(([key]) => key);
}

function validator() {
  return z.fromJSONSchema(blueprintJsonSchema());
}
