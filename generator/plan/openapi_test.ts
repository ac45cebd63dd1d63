import { assert, assertEquals } from "@std/assert";
import { prepareBlueprint } from "../prepare.ts";
import { openApiDocument } from "./openapi.ts";

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

// deno-lint-ignore no-explicit-any -- a document of any shape is looked into
function document(): any {
  const { model } = prepareBlueprint(BLUEPRINT, "shop.yaml");
  assert(model);
  return openApiDocument(model);
}

Deno.test("openApiDocument() has the operations that the entity has, and no others", () => {
  const { paths } = document();
  assertEquals(Object.keys(paths), [
    "/orders",
    "/orders/{id}",
    "/orders/{id}/pay",
  ]);
  assertEquals(Object.keys(paths["/orders"]), ["get", "post"]);
  assertEquals(Object.keys(paths["/orders/{id}"]), ["parameters", "get"]);
});

Deno.test("openApiDocument() refers only to what it has", () => {
  const text = JSON.stringify(document());
  const { components } = document();
  for (
    const [, kind = "", name = ""] of text.matchAll(
      /"#\/components\/(\w+)\/(\w+)"/g,
    )
  ) {
    assert(components[kind]?.[name], `${kind}/${name}`);
  }
});

Deno.test("openApiDocument() tells of the conflicts that can happen", () => {
  const { paths } = document();
  assert(paths["/orders"].post.responses["409"], "a unique field");
  assert(paths["/orders/{id}/pay"].post.responses["409"], "a guard");
});
