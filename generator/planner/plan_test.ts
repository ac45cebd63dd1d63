import { assertEquals, assertExists } from "@std/assert";
import { plan } from "./plan.ts";
import { normalOutline, outlineOf } from "./request_example.ts";
import { REQUEST_EXAMPLES } from "./request_examples.ts";

for (const example of REQUEST_EXAMPLES) {
  Deno.test(`plan() understands: ${example.name ?? example.request}`, async () => {
    const result = await plan(example.request);
    const found = result.blueprint ? outlineOf(result.blueprint) : "nothing";
    assertEquals(found, normalOutline(example.outline));
    assertEquals(
      result.sentences.flatMap((one) => one.notUnderstood ?? []),
      example.notUnderstood ?? [],
    );
    assertEquals(
      result.sentences.flatMap((one) => one.notEnforced ?? []),
      example.notEnforced ?? [],
    );
  });
}

Deno.test("plan() makes the mission's request the blueprint it must be", async () => {
  const { blueprint, assumptions, diagnostics, sentences } = await plan(
    REQUEST_EXAMPLES[0]?.request ?? "",
  );
  assertEquals(diagnostics, []);
  assertEquals(blueprint, {
    schema: "autocoder/v1",
    system: "task_manager",
    http: { port: 8080 },
    store: { engine: "memory" },
    entities: {
      task: {
        fields: {
          title: { type: "string", required: true },
          description: { type: "text" },
          completed: { type: "boolean", default: false },
        },
        actions: { complete: { set: { completed: true } } },
      },
    },
    requirements: [
      {
        text: "Add new tasks with title and description",
        covers: ["task", "task.create", "task.title", "task.description"],
      },
      {
        text: "Mark tasks as completed",
        covers: ["task", "task.complete", "task.completed"],
      },
      { text: "List all tasks", covers: ["task", "task.list"] },
      { text: "Delete tasks", covers: ["task", "task.delete"] },
      {
        text: "Store data in memory for simplicity",
        covers: ["store.memory"],
      },
      {
        text: "Expose REST endpoints on port 8080",
        covers: ["http", "http.port"],
      },
    ],
  });
  assertEquals(assumptions, [
    'added though not asked for: get, replace and patch of task (say "only …" to leave them out)',
    "task.title is required",
    "task.completed starts as false",
    "public: no users",
  ]);
  assertEquals(sentences[0]?.status, "context");
});

Deno.test("plan() names every reference of a requirement in the blueprint", async () => {
  for (const example of REQUEST_EXAMPLES) {
    const { blueprint } = await plan(example.request);
    for (const { covers } of blueprint?.requirements ?? []) {
      for (const ref of covers) {
        if (/^(?:http|store|users$)/.test(ref)) continue;
        const [name = "", part] = ref.replace(/^not /, "").split(".");
        const entity = blueprint?.entities?.[name];
        assertExists(entity, `${example.request}: ${ref}`);
        if (part === undefined || OPERATION.test(part)) continue;
        assertExists(
          entity.fields[part] ?? entity.actions?.[part] ??
            entity.relations?.[part] ?? entity.marks?.[part],
          `${example.request}: ${ref}`,
        );
      }
    }
  }
});

Deno.test("plan() takes a system name and a port from its options", async () => {
  const result = await plan("Add tasks.", { system: "My Tasks", port: 4711 });
  assertEquals(result.blueprint?.system, "my_tasks");
  assertEquals(result.blueprint?.http, { port: 4711 });
});

const OPERATION = /^(?:list|get|create|replace|patch|delete)$/;
