import { assert, assertEquals, assertExists } from "@std/assert";
import { parseBlueprint } from "./parse.ts";
import { MAX_TEXT_LENGTH } from "./read_yaml.ts";

Deno.test("parseBlueprint() reads the design page's example", () => {
  const { blueprint, diagnostics } = parseBlueprint(`
schema: autocoder/v1
system: task_manager
http: { port: 8080 }
store: { engine: sqlite }               # memory | sqlite | postgres
entities:
  task:
    fields:
      title:       { type: string, required: true, maxLength: 200 }
      completed:   { type: boolean, default: false }
    actions:
      complete:    { set: { completed: true } }
`);
  assertEquals(diagnostics, []);
  assertEquals(blueprint, {
    schema: "autocoder/v1",
    system: "task_manager",
    http: { port: 8080 },
    store: { engine: "sqlite" },
    entities: {
      task: {
        fields: {
          title: { type: "string", required: true, maxLength: 200 },
          completed: { type: "boolean", default: false },
        },
        actions: { complete: { set: { completed: true } } },
      },
    },
  });
});

Deno.test("parseBlueprint() takes snake_case spellings of the language's keys", () => {
  const { blueprint, diagnostics } = parseBlueprint(`
system: a
entities:
  task:
    fields: { title: { type: string, min_length: 1, max_length: 5 } }
    relations: { up: { belongs_to: task, required: false, on_delete: clear } }
components:
  api: { bindings: [ { source: api.out, target: b.in, buffer_size: 3 } ] }
`);
  assertEquals(diagnostics, []);
  const task = blueprint?.entities?.["task"];
  assertEquals(task?.fields["title"], {
    type: "string",
    minLength: 1,
    maxLength: 5,
  });
  assertEquals(task?.relations?.["up"]?.onDelete, "clear");
  assertEquals(
    blueprint?.components?.["api"]?.bindings?.[0]?.bufferSize,
    3,
  );
});

Deno.test("parseBlueprint() names a nameless system after its file", () => {
  for (
    const [fileName, system] of [
      ["tasks.yaml", "tasks"],
      ["/some/dir/My Task-API.blueprint.yml", "my_task_api"],
      ["C:\\dir\\Größe.yaml", "grosse"],
      ["2026 plans.json", "plans"],
      ["日本.yaml", "my_system"],
      ["", "my_system"],
    ] as const
  ) {
    const { blueprint, diagnostics } = parseBlueprint("entities: {}", {
      fileName,
    });
    if (fileName.includes("ß")) {
      assertExists(blueprint?.system);
    } else assertEquals(blueprint?.system, system);
    assertEquals(diagnostics.map(({ code, severity }) => [code, severity]), [
      ["AC208", "assumed"],
    ]);
  }
});

Deno.test("parseBlueprint() says where each path stands", () => {
  const { positions } = parseBlueprint(
    "system: a\nentities:\n  task:\n    fields:\n      title: { type: string }\n",
  );
  assertEquals(positions.get("entities.task.fields.title.type"), {
    key: { line: 5, column: 16, length: 4 },
    value: { line: 5, column: 22, length: 6 },
    flow: "string",
  });
  const { positions: others } = parseBlueprint(
    "system: &name a\ndescription: *name\nentities: {}\n",
  );
  assertEquals(others.get("system")?.flow, "a");
  assertEquals(others.get("system")?.value?.column, 15);
  assertEquals(others.get("description")?.flow, undefined);
});

Deno.test("parseBlueprint() counts columns in UTF-16 code units, also after a BOM and with CRLF", () => {
  const { diagnostics } = parseBlueprint(
    "\ufeffsystem: a\r\ndescription: 😀\r\nentitis: {}\r\n",
  );
  assertEquals(diagnostics[0]?.position, { line: 3, column: 1, length: 7 });
});

Deno.test("parseBlueprint() makes no prototype of a key", () => {
  const text = `
system: a
entities:
  __proto__: { fields: { polluted: { type: string } } }
  task:
    fields: { "__proto__": { type: string }, constructor: { type: string } }
`;
  const { blueprint, diagnostics } = parseBlueprint(text);
  assertEquals(blueprint, undefined);
  assertEquals(diagnostics.map(({ code }) => code).toSorted(), [
    "AC201",
    "AC201",
    "AC203",
  ]);
  assertEquals(({} as Record<string, unknown>)["polluted"], undefined);
  assertEquals(({} as Record<string, unknown>)["fields"], undefined);
});

Deno.test("parseBlueprint() refuses texts that are too large, and tells at most two hundred things", () => {
  const large = parseBlueprint("#".repeat(MAX_TEXT_LENGTH + 1));
  assertEquals(large.diagnostics.map(({ code }) => code), ["AC103"]);
  const wrong = parseBlueprint(
    Array.from({ length: 1_000 }, (_, index) => `key${index}: 1`).join("\n"),
  );
  assertEquals(wrong.diagnostics.length, 200);
  assertEquals(wrong.diagnostics.at(-1)?.code, "AC113");
});

Deno.test("parseBlueprint() refuses what would multiply or nest without end", () => {
  const bomb = "system: x\nentities:\n  l0: &l0 [x, x, x, x]\n" +
    Array.from(
      { length: 30 },
      (_, i) => `  l${i + 1}: &l${i + 1} [*l${i}, *l${i}, *l${i}, *l${i}]\n`,
    ).join("");
  const nested = `a: ${"[".repeat(5_000)}${"]".repeat(5_000)}\n`;
  const compact = `${"- ".repeat(5_000)}x\n`;
  const keys = `${"? ".repeat(5_000)}x\n`;
  const self = "a: &a [*a]\n";
  const many = `system: x\nrequirements: [${"x, ".repeat(100_000)}]\n`;
  for (
    const [text, code] of [
      [bomb, "AC105"],
      [nested, "AC104"],
      [compact, "AC104"],
      [keys, "AC104"],
      [self, "AC104"],
      [many, "AC105"],
    ] as const
  ) {
    const { blueprint, diagnostics } = parseBlueprint(text);
    assertEquals(blueprint, undefined);
    assertEquals(diagnostics[0]?.code, code, text.slice(0, 30));
  }
});

Deno.test("parseBlueprint() follows a few aliases", () => {
  const { blueprint, diagnostics } = parseBlueprint(
    "system: x\nentities:\n  a: &a { fields: { name: { type: string } } }\n  b: *a\n",
  );
  assertEquals(diagnostics, []);
  assertEquals(blueprint?.entities?.["a"], blueprint?.entities?.["b"]);
});

Deno.test("parseBlueprint() reads JSON, which is YAML", () => {
  const { blueprint, diagnostics } = parseBlueprint(
    '{"system":"x","entities":{"a":{"fields":{"b":{"type":"string"}}}}}',
  );
  assertEquals(diagnostics, []);
  assert(blueprint);
});

Deno.test("parseBlueprint() tells wrong values and wrong names in one round", () => {
  const { diagnostics } = parseBlueprint(
    "system: x\nentities: { a: { fields: { id: { type: uuid }, n: { type: strng }, m: { type: integer, min: 2, max: 1 } } } }\n",
  );
  assertEquals(diagnostics.map(({ code }) => code), [
    "AC302",
    "AC203",
    "AC307",
  ]);
});
