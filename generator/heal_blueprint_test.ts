import { assertEquals, assertStringIncludes } from "@std/assert";
import { healBlueprint, renderHealing } from "./heal_blueprint.ts";
import { prepareBlueprint } from "./prepare.ts";

const prepare = (text: string) => prepareBlueprint(text, "tasks.yaml");
const heal = async (text: string) =>
  healBlueprint(await prepare(text), prepare);

Deno.test("healBlueprint() puts in the keys, types and names that were meant", async () => {
  const text = `system: tasks
entites:
  list:
    fields:
      title: { type: strng, requierd: true }
  task:
    feilds:
      title: { type: "int", required: true }
      done: { type: boolean, default: false }
    relations:
      list: { belongsTo: lsit }
    actions:
      finish: { set: { doen: true } }
`;
  const healed = await heal(text);
  assertEquals(
    healed?.healings.map(({ found, written }) => `${found} ${written}`),
    [
      // In three rounds: what is below a key that nobody knows is read in the next.
      "entites entities",
      "strng string",
      "requierd required",
      "feilds fields",
      '"int" "integer"',
      "lsit list",
      "doen done",
    ],
  );
  assertEquals(healed?.prepared.model?.entities.length, 2);
  const shown = renderHealing(
    text,
    healed?.prepared.blueprintText ?? "",
    "tasks.yaml",
  );
  assertStringIncludes(
    shown,
    "@@ -1,13 +1,13 @@\n system: tasks\n-entites:\n+entities:\n",
  );
  assertEquals(healed?.prepared.source.text, healed?.prepared.blueprintText);
});

Deno.test("healBlueprint() changes nothing where something is left that it cannot mend", async () => {
  assertEquals(
    await heal(
      "entites: { task: { fields: { title: { type: string, minLength: -1 } } } }",
    ),
    undefined,
  );
});

Deno.test("healBlueprint() leaves alone what is right", async () => {
  assertEquals(
    await heal("entities: { task: { fields: { title: { type: string } } } }"),
    undefined,
  );
});

Deno.test("healBlueprint() never guesses who may do something", async () => {
  assertEquals(
    await heal(`users: { roles: [admin] }
entities:
  task:
    fields: { title: { type: string } }
    access: { read: everyone, write: amdin }
`),
    undefined,
  );
});

Deno.test("healBlueprint() leaves comments, quotes and line ends as they are", async () => {
  const text =
    "# entites\r\nentities:\r\n  task: # the entity\r\n    fields:\r\n      'title': { type: 'strng' } # strng\r\n";
  const healed = await heal(text);
  assertEquals(
    healed?.prepared.blueprintText,
    text.replace("'strng'", "'string'"),
  );
});

Deno.test("healBlueprint() adds a binding that lacks where exactly one output fits", async () => {
  const text = (first: string, second: string) =>
    `entities:
  task: { fields: { title: { type: string } } }
  list: { fields: { title: { type: string } } }
components:
  api_gateway:
    bindings:
${first}
  task_controller:
    bindings: [${second}]
`;
  const [list, task, store] = [
    "      - { source: list_requests, target: list_controller.process_request }",
    "      - source: task_requests\n        target: task_controller.process_request",
    "{ source: store_operation, target: task_store.execute }",
  ];
  const healed = await heal(text(task, ""));
  assertEquals(healed?.prepared.blueprintText, text(`${list}\n${task}`, store));
  assertEquals(healed?.healings.map(({ code, found }) => [code, found]), [
    ["AC410", ""],
    ["AC410", ""],
  ]);
  assertEquals(healed?.prepared.model?.connections.length, 4);
  // The output has another use: which one fits, nobody knows.
  const taken = task.replace("task_requests", "list_requests");
  assertEquals(await heal(text(taken, store)), undefined);
  const { diagnostics } = await prepare(text(taken, store));
  assertEquals(diagnostics.flatMap(({ add }) => add ?? []), []);
});
