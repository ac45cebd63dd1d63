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

Deno.test("healBlueprint() adds an option that lacks where exactly one value is possible, as the rest is written", async () => {
  const text = (
    [kind, price, tags, until, start, of]: readonly string[],
  ) =>
    `# mine
entities:
  booking: # below
    fields:
      kind:
${kind}        values: [day, night] # the enum
      price: {${price}scale: 2}
      tags:  { ${tags}items: string }
      state: { values: [a, b] }
      low:  { type: integer }
      high: { type: integer }
      from: { type: date }
    noOverlap:
      - ${until}from: low
        within: [kind]
      - { until: high${start} }
    actions:
      keep: { set: { kind: day } }
schedule:
  nightly:
    every: 1d
    entity:${of} # which
    where: { kind: night }
    do: keep
`;
  const lacking = text(["", "", "", "", "", ""]);
  for (const lineEnd of ["\n", "\r\n"]) {
    const healed = await heal(lacking.replaceAll("\n", lineEnd));
    assertEquals(
      healed?.prepared.blueprintText,
      text([
        "        type: enum\n",
        "type: decimal, ",
        "type: list, ",
        "until: high\n        ",
        "",
        " booking",
      ]).replace("state: {", "state: { type: enum,").replace(
        "- { until: high",
        "- { from: low, until: high",
      ).replaceAll("\n", lineEnd),
    );
  }
});

Deno.test("healBlueprint() guesses no option that could be several, or says who may do, see or be told what", async () => {
  const text = (fields: string, rest = "") =>
    `users: { roles: [admin] }
entities:
  task:
    fields:
      title: { type: string, required: true }
${fields}${rest}`;
  const lacking: Readonly<Record<string, readonly [string, string]>> = {
    "several types": [
      text("      size: { max: 3 }\n"),
      'add "type": the type of its values; one of integer, decimal, number, duration',
    ],
    "a rule of access": [
      text("    visible: { always: admin }\n"),
      'add "when": what one must be, such as `{ status: published }`',
    ],
    "a host that is told": [
      text("", "webhooks:\n  made: { on: task.create }\n"),
      'add "hosts": the hosts that the URL may be of, such as `hooks.example.com`; the program may connect to no others',
    ],
    "what is done to what is stored": [
      text("", "schedule:\n  nightly: { every: 1d, entity: task }\n"),
      'add "do": what is done to each: one of its actions, or `delete`. What a rule refuses is left as it is',
    ],
  };
  for (const [name, [blueprint, hint]] of Object.entries(lacking)) {
    const { diagnostics } = await prepare(blueprint);
    const found = diagnostics.find(({ code }) => code === "AC111");
    assertEquals(found?.hint, hint, name);
    assertEquals(found?.addKey, undefined);
    assertEquals(await heal(blueprint), undefined, name);
  }
});
