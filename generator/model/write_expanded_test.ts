import { assertEquals, assertExists, assertStringIncludes } from "@std/assert";
import { compileBlueprint } from "./compile_blueprint.ts";
import { writeExpanded } from "./write_expanded.ts";

Deno.test("writeExpanded() says all of a model: it gives the same model again, with nothing assumed", () => {
  for (const text of EXAMPLES) {
    const { model } = compileBlueprint(text);
    assertExists(model);
    const again = compileBlueprint(writeExpanded(model));
    assertEquals(again.diagnostics, []);
    assertEquals(again.model, model);
  }
});

Deno.test("writeExpanded() writes wiring out", () => {
  const { model } = compileBlueprint(EXAMPLES[0] ?? "");
  assertExists(model);
  assertStringIncludes(
    writeExpanded(model),
    "      - { source: task_requests, target: task_controller.process_request, bufferSize: 100, type: request_reply }\n",
  );
});

const EXAMPLES = [
  "system: tasks\nentities: { task: { fields: { title: { type: string } } } }\n",
  `
system: shop
description: |
  A shop: "small",
  but ours
http: { port: 9000 }
store: { engine: memory, durability: normal }
entities:
  metric: { fields: { version: { type: integer, min: 1, max: 5 } }, operations: [list, get] }
  order:
    plural: purchases
    key: slug
    fields:
      state: { type: enum, values: [open, "yes", "a, b"], default: open }
      slug: { type: slug, from: code, maxLength: 50 }
      price: { type: decimal, scale: 3, required: true }
      code: { type: string, unique: true, pattern: "[A-Z]{3}-\\\\d+", minLength: 3 }
    relations:
      metric: { belongsTo: metric, required: false, onDelete: clear }
      part: { belongsTo: order, required: false, unique: true }
      copy: { belongsTo: order, required: false, cycles: allowed }
    unique: [[metric, state], [price, state]]
    indexes: [[metric, createdAt], [state]]
    actions:
      payNow: { set: { state: "yes" }, when: { state: [open, "a, b"] } }
requirements:
  - { text: "Orders: all of them", covers: [order, "not metric.create"] }
`,
  `
components:
  api_gateway:
    bindings:
      - { source: requests, target: task_controller.requests }
  task_controller:
    bindings:
      - { source: commands, target: task_store.commands }
      - { source: responses, target: api_gateway.responses }
  task_store:
    bindings:
      - { source: results, target: task_controller.results }
`,
];
