import { assert, assertEquals } from "@std/assert";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { openApiDocument } from "./openapi.ts";
import type { JsonObject } from "./openapi_responses.ts";

const BLUEPRINT = `system: shop
entities:
  order:
    fields:
      number: { type: string, required: true, unique: true }
      status: { type: enum, values: [open, paid], default: open }
    operations: [list, get, create]
    actions:
      pay: { set: { status: paid }, when: { status: open } }
`;

function document(): JsonObject {
  const { model } = compileBlueprint(BLUEPRINT);
  assert(model);
  return openApiDocument(model);
}

/** What stands in the document at a path of keys. */
function at(...keys: readonly string[]): unknown {
  let part: unknown = document();
  for (const key of keys) {
    assert(typeof part === "object" && part !== null, key);
    part = (part as JsonObject)[key];
  }
  return part;
}

Deno.test("openApiDocument() has the operations that the entity has, and no others", () => {
  const keysAt = (...keys: string[]) => Object.keys(Object(at(...keys)));
  assertEquals(keysAt("paths"), [
    "/orders",
    "/orders/{id}",
    "/orders/{id}/pay",
  ]);
  assertEquals(keysAt("paths", "/orders"), ["get", "post"]);
  assertEquals(keysAt("paths", "/orders/{id}"), ["parameters", "get"]);
});

Deno.test("openApiDocument() refers only to what it has", () => {
  const text = JSON.stringify(document());
  for (
    const [, kind = "", name = ""] of text.matchAll(
      /"#\/components\/(\w+)\/(\w+)"/g,
    )
  ) {
    assert(at("components", kind, name), `${kind}/${name}`);
  }
});

Deno.test("openApiDocument() tells of the conflicts that can happen", () => {
  for (const path of ["/orders", "/orders/{id}/pay"]) {
    assert(at("paths", path, "post", "responses", "409"), path);
  }
});

Deno.test("openApiDocument() lists 409 for a change that may go round a guard, not for a creation", () => {
  const text = BLUEPRINT.replace(", unique: true", "")
    .replace("get, create", "get, create, replace, patch");
  const { model } = compileBlueprint(text);
  assert(model);
  const paths = Object(openApiDocument(model).paths);
  const has409 = (path: string, method: string) =>
    Object.hasOwn(Object(paths[path])[method].responses, "409");
  assertEquals(has409("/orders", "post"), false);
  assertEquals(has409("/orders/{id}", "put"), true);
  assertEquals(has409("/orders/{id}", "patch"), true);
  assertEquals(has409("/orders/{id}/pay", "post"), true);
});

Deno.test("openApiDocument() says in words what a validator could not compute: decimal places, and empty filters", () => {
  const { model } = compileBlueprint(
    "entities: { item: { fields: { price: { type: decimal, scale: 3 }, stars: { type: integer, required: true } } } }",
  );
  assert(model);
  const text = JSON.stringify(openApiDocument(model));
  // 0.07 is no multiple of 0.01 to those that divide in floating point.
  assert(!text.includes("multipleOf"));
  for (
    const words of [
      "At most 3 decimal places.",
      "Filter by price. Empty stands for null.",
      '"Filter by stars."',
    ]
  ) assert(text.includes(words), words);
});
