import { assertEquals, assertExists } from "@std/assert";
import type { Blueprint, EntityBlueprint } from "../blueprint/blueprint.ts";
import { expand } from "./expand.ts";
import type { SystemModel } from "./system_model.ts";

Deno.test("expand() fills in every default of a field", () => {
  const { entities } = modelOf({
    task: {
      fields: {
        title: { type: "string", required: true },
        notes: { type: "text" },
        mail: { type: "email", unique: true },
        site: { type: "url", maxLength: 100 },
        price: { type: "decimal" },
        done: { type: "boolean", default: false },
      },
    },
  });
  const fields = entities[0]?.fields.map((
    { name, required, nullable, unique, maxLength, scale },
  ) => [name, required, nullable, unique, maxLength, scale]);
  assertEquals(fields, [
    ["title", true, false, false, 200, undefined],
    ["notes", false, true, false, 10_000, undefined],
    ["mail", false, true, true, 254, undefined],
    ["site", false, true, false, 100, undefined],
    ["price", false, true, false, undefined, 2],
    ["done", false, false, false, undefined, undefined],
  ]);
});

Deno.test("expand() takes a default for required, as it is never null", () => {
  const blueprint = blueprintOf({
    task: {
      fields: { state: { type: "string", required: true, default: "open" } },
    },
  });
  const { model, diagnostics } = expand(blueprint);
  assertEquals(diagnostics.map(({ code }) => code), ["AC316"]);
  const [field] = model?.entities[0]?.fields ?? [];
  assertEquals([field?.required, field?.nullable], [false, false]);
});

Deno.test("expand() gives a relation a field and keeps the order", () => {
  const { entities } = modelOf({
    post: { fields: { title: { type: "string" } } },
    comment: {
      fields: { body: { type: "text" } },
      relations: {
        post: { belongsTo: "post", onDelete: "cascade" },
        reviewer: { belongsTo: "post", required: false },
      },
    },
  });
  const comment = entities[1];
  assertEquals(
    comment?.fields.map(({ name, column, type, required, nullable }) => [
      name,
      column,
      type,
      required,
      nullable,
    ]),
    [
      ["body", "body", "text", false, true],
      ["postId", "post_id", "uuid", true, false],
      ["reviewerId", "reviewer_id", "uuid", false, true],
    ],
  );
  assertEquals(comment?.fields[1]?.relation, comment?.relations[0]);
  assertEquals(comment?.relations[0], {
    name: "post",
    entity: "post",
    field: "postId",
    required: true,
    unique: false,
    acyclic: false,
    onDelete: "cascade",
  });
});

Deno.test("expand() derives plural, path and table", () => {
  const { entities } = modelOf({
    order_item: { fields: { count: { type: "integer" } } },
    child: { plural: "kids", fields: { name: { type: "string" } } },
  });
  assertEquals(
    entities.map(({ plural, path, table }) => [plural.snake, path, table]),
    [["order_items", "/order-items", "order_items"], ["kids", "/kids", "kids"]],
  );
});

Deno.test("expand() chooses another plural where every system has the path", () => {
  const { model, diagnostics } = expand(
    blueprintOf({ metric: { fields: { value: { type: "number" } } } }),
  );
  assertEquals(diagnostics.map(({ code }) => code), ["AC209"]);
  assertEquals(model?.entities[0]?.path, "/metric-records");
});

Deno.test("expand() moves a column that every table has", () => {
  const { entities } = modelOf({
    page: { fields: { version: { type: "integer" } } },
  });
  assertEquals(entities[0]?.fields[0]?.column, "version_value");
});

Deno.test("expand() puts operations in the language's order", () => {
  const { entities } = modelOf({
    task: {
      fields: { title: { type: "string" } },
      operations: ["delete", "list", "create"],
    },
  });
  assertEquals(entities[0]?.operations, ["list", "create", "delete"]);
});

Deno.test("expand() takes a single guard value as a list of one", () => {
  const { entities } = modelOf({
    task: {
      fields: { state: { type: "enum", values: ["open", "done"] } },
      actions: { finish: { set: { state: "done" }, when: { state: "open" } } },
    },
  });
  assertEquals(entities[0]?.actions[0]?.when, { state: ["open"] });
});

Deno.test("expand() numbers requirements", () => {
  const { model } = expand({
    ...blueprintOf({ task: { fields: { title: { type: "string" } } } }),
    requirements: [
      { text: "Keep tasks.", covers: ["task", "task.title", "http"] },
      { text: "List tasks.", covers: ["task.list"] },
    ],
  });
  assertEquals(model?.requirements.map(({ id, covers }) => [id, covers]), [
    ["R1", ["task", "task.title", "http"]],
    ["R2", ["task.list"]],
  ]);
});

Deno.test("expand() gives the same model every time", () => {
  const entities = { task: { fields: { title: { type: "string" } } } } as const;
  assertEquals(
    JSON.stringify(modelOf(entities)),
    JSON.stringify(modelOf(entities)),
  );
});

Deno.test("expand() accepts words of TypeScript and of the platform as entities", () => {
  const field = { fields: { name: { type: "string" } } } as const;
  const names =
    "order group map date event request response page class package function error promise array entity table system user test"
      .split(" ");
  const { entities } = modelOf(
    Object.fromEntries(names.map((name) => [name, field])),
  );
  assertEquals(entities.map(({ name }) => name.snake), names);
});

function blueprintOf(
  entities: Readonly<Record<string, EntityBlueprint>>,
): Blueprint {
  return { schema: "autocoder/v1", system: "tasks", entities };
}

function modelOf(
  entities: Readonly<Record<string, EntityBlueprint>>,
): SystemModel {
  const { model, diagnostics } = expand(blueprintOf(entities));
  assertEquals(diagnostics, []);
  assertExists(model);
  return model;
}
