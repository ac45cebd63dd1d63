import { assert, assertEquals } from "@std/assert";
import { parseListQuery } from "../../templates/kit/list_query.ts";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { entityView, isSortable } from "./entity_view.ts";
import { openApiDocument } from "./openapi.ts";

const BLUEPRINT = `system: library
entities:
  book:
    fields:
      title: { type: string }
      subtitle: { type: string, maxLength: 255 }
      blurb: { type: string, maxLength: 256 }
      body: { type: text }
      site: { type: url, maxLength: 100 }
      contact: { type: email }
      extra: { type: json }
      pages: { type: integer }
`;

Deno.test("entityView() tells the kit which fields it can sort by, and OpenAPI says the same", () => {
  const { model } = compileBlueprint(BLUEPRINT);
  const entity = model?.entities[0];
  assert(model && entity);
  const specs = entityView(entity, model).fields.map(({ name, spec }) =>
    [name, new Function(`return ${spec}`)()] as const
  );
  const kit = { name: "book", label: "book", path: "/books", table: "books" };
  const spec = { ...kit, fields: Object.fromEntries(specs), search: [] };
  const sorted = entity.fields.filter((field) =>
    parseListQuery(spec, new URLSearchParams({ sort: field.name })).ok
  );
  assertEquals(sorted, entity.fields.filter(isSortable));
  const names = sorted.map(({ name }) => name);
  assertEquals(names, ["title", "subtitle", "contact", "pages"]);
  assert(
    JSON.stringify(openApiDocument(model)).includes(
      `any of id, createdAt, updatedAt, ${names.join(", ")}`,
    ),
  );
});
