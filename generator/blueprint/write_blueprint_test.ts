import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { blueprintArbitrary } from "./blueprint_arbitrary.ts";
import { parseBlueprint } from "./parse.ts";
import { writeBlueprint } from "./write_blueprint.ts";

Deno.test("writeBlueprint() writes what parses back to the same blueprint, keys in the same order", () => {
  fc.assert(
    fc.property(blueprintArbitrary(), (blueprint) => {
      const text = writeBlueprint(blueprint);
      const parsed = parseBlueprint(text);
      assertEquals(parsed.diagnostics, [], text);
      assertEquals(parsed.blueprint, blueprint, text);
      for (const part of ["entities", "components"] as const) {
        assertEquals(
          Object.keys(parsed.blueprint?.[part] ?? {}),
          Object.keys(blueprint[part] ?? {}),
        );
      }
      if (parsed.blueprint) {
        assertEquals(writeBlueprint(parsed.blueprint), text);
      }
    }),
    { numRuns: 300 },
  );
});

Deno.test("writeBlueprint() writes text without characters that hide or turn others", () => {
  fc.assert(
    fc.property(blueprintArbitrary(), (blueprint) => {
      assert(
        // deno-lint-ignore no-control-regex -- control characters are what it looks for
        !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/
          .test(writeBlueprint(blueprint)),
      );
    }),
    { numRuns: 100 },
  );
});

Deno.test("writeBlueprint() writes as the design page does", () => {
  const text = `schema: autocoder/v1
system: task_manager
description: Task management API
http: { port: 8080 }
store: { engine: sqlite }
entities:
  task:
    fields:
      title:       { type: string, required: true, maxLength: 200 }
      description: { type: text }
      completed:   { type: boolean, default: false }
    actions:
      complete: { set: { completed: true } }
components:
  task_controller:
    bindings:
      - { source: store_operation, target: task_store.execute }
requirements:
  - text: Add new tasks with title and description
    covers: [task, task.create, task.title, task.description]
`;
  const { blueprint } = parseBlueprint(text);
  assert(blueprint);
  assertEquals(writeBlueprint(blueprint), text);
});

Deno.test("writeBlueprint() keeps a comment a comment", () => {
  const { blueprint } = parseBlueprint("system: a\n");
  assert(blueprint);
  const text = writeBlueprint(blueprint, {
    comment: "one\ntwo: 2\r\n\u2028system: b\u0085- c\u0000",
  });
  assertEquals(
    text,
    "# one\n# two: 2\n#\n# system: b\n# - c\nschema: autocoder/v1\nsystem: a\n",
  );
  assertEquals(parseBlueprint(text).blueprint, blueprint);
});
