import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { plan } from "./plan.ts";
import { MAX_REQUEST_LENGTH } from "./refuse_request.ts";

for (
  const [what, request, code] of [
    ["an empty request", "", "AC002"],
    ["blank lines", " \n\t\n", "AC002"],
    ["only punctuation", "?!… --- ***", "AC002"],
    ["nonsense", "asdf qwer", "AC001"],
    ["a greeting", "Hello there!", "AC001"],
    ["a request that is too long", "a".repeat(MAX_REQUEST_LENGTH + 1), "AC003"],
  ] as const
) {
  Deno.test(`plan() finds no blueprint in ${what}: ${code}`, async () => {
    const result = await plan(request);
    assertEquals(result.blueprint, undefined);
    const errors = result.diagnostics.filter((one) => one.severity === "error");
    assertEquals(errors.map((one) => one.code), [code]);
  });
}

Deno.test("plan() says where the part stands that it did not understand", async () => {
  const { diagnostics } = await plan(
    "Add tasks with title.\n\n- List tasks\n- Teach tasks to dance",
  );
  assertEquals(
    diagnostics.map(({ code, severity, position }) => ({
      code,
      severity,
      position,
    })),
    [{
      code: "AC010",
      severity: "warning",
      position: { line: 4, column: 3, length: 20 },
    }],
  );
});

for (
  const wish of [
    "Users can log in with Google",
    "Users can upload photos",
    "Send email reminders",
    "Store everything in MongoDB",
    "Call a webhook on every change",
    "Live updates over websockets",
    "Role-based access",
    "Provide a GraphQL endpoint",
    "Rate limiting of a few requests a minute",
  ]
) {
  Deno.test(`plan() knows but does not build: ${wish}`, async () => {
    const { diagnostics, sentences } = await plan(`- Add tasks\n- ${wish}`);
    assertEquals(diagnostics.map((one) => one.code), ["AC011"]);
    assertEquals(sentences.at(-1)?.notUnderstood, [wish]);
  });
}

Deno.test("plan() tells what anybody may do as nobody signs in, once for each role", async () => {
  const { assumptions, diagnostics, sentences } = await plan(
    "Posts have a title. Editors can publish posts. Editors can hide posts.",
  );
  assertEquals(sentences.map((one) => one.status), Array(3).fill("understood"));
  assertEquals(
    diagnostics.map(({ code, severity, position }) => ({
      code,
      severity,
      position,
    })),
    [{
      code: "AC011",
      severity: "warning",
      position: { line: 1, column: 21, length: 7 },
    }],
  );
  assertEquals(
    assumptions.at(-1),
    'public: no users, so anyone may do what is said of "Editors"',
  );
});

for (
  const wish of [
    "Lists are paginated",
    "Search tasks by title",
    "Sort by title",
    "Filter tasks by title",
    "No authentication needed",
    "Provide a health check",
  ]
) {
  Deno.test(`plan() takes as fulfilled: ${wish}`, async () => {
    const { diagnostics } = await plan(`- Add tasks with title\n- ${wish}`);
    assertEquals(diagnostics, []);
  });
}

Deno.test("plan() keeps passwords out of plain fields", async () => {
  const { blueprint, sentences } = await plan(
    "Users have a name, an email and a password.",
  );
  assertEquals(Object.keys(blueprint?.entities?.["user"]?.fields ?? {}), [
    "name",
    "email",
  ]);
  assertEquals(sentences[0]?.notUnderstood, ["a password"]);
});

Deno.test("plan() never makes a name of what could be code", async () => {
  const { blueprint } = await plan(
    'Add `a${b}`s with "x\'; DROP TABLE" and <%= y %>. Users have a constructor, a sort and a __proto__.',
  );
  const text = JSON.stringify(blueprint?.entities);
  assertEquals(/[`$<%;\\]/.test(text), false);
  assertEquals(text.includes("__proto__"), false);
  assertEquals(Object.keys(blueprint?.entities?.["user"]?.fields ?? {}), [
    "constructorValue",
    "sortValue",
  ]);
});

Deno.test("plan() reads entities whose names every object has", async () => {
  const { blueprint } = await plan("Add constructors with a toString field.");
  assertEquals(Object.keys(blueprint?.entities ?? {}), [
    "constructor_record",
  ]);
});

for (
  const [what, unit] of [
    ["words", "task "],
    ["commas", "a,"],
    ["open brackets", "(a "],
    ["semicolons", "a;"],
    ["bullets", "- add tasks with title\n"],
    ["sentences", "A task has a title. "],
    ["subjects", "users can create posts, "],
    ["headings", "# a\n"],
    ["quotes", '"a" '],
    ["parts", "the controller uses the store which "],
    ["listed parts", "components: a controller, "],
  ] as const
) {
  Deno.test(`plan() ends on 64 KiB of ${what}`, async () => {
    const length = Math.floor(MAX_REQUEST_LENGTH / unit.length);
    const result = await plan(unit.repeat(length));
    assert(result.sentences.length > 0);
  });
}

Deno.test("plan() treats a text that is no English as not understood", async () => {
  const result = await plan("Ich möchte eine Aufgabenverwaltung bauen.");
  assertEquals(result.blueprint, undefined);
  assertStringIncludes(
    result.diagnostics[0]?.message ?? "",
    "Aufgabenverwaltung",
  );
});

Deno.test("plan() says that a request is not in English", async () => {
  const { diagnostics } = await plan(
    "Ich brauche einen Aufgabenverwalter mit Aufgaben.",
  );
  assertStringIncludes(diagnostics.at(-1)?.message ?? "", "no English");
});

Deno.test("plan() says that a sentence is too long", async () => {
  const names = Array.from({ length: 700 }, (_, i) => `field${i}`);
  const { diagnostics } = await plan(`A record has ${names.join(", ")}.`);
  assertStringIncludes(diagnostics[0]?.message ?? "", "at most 1200");
  assertStringIncludes(diagnostics.at(-1)?.message ?? "", "too long");
});

for (
  const [request, assumed] of [
    [
      "Albums have a title. Songs have a name. Albums have many songs.",
      "each song belongs to one album",
    ],
    ["Songs have a title. List songs alphabetically.", "sort="],
  ] as const
) {
  Deno.test(`plan() tells what it assumes of: ${request}`, async () => {
    const { assumptions } = await plan(request);
    assertEquals(
      assumptions.filter((one) => one.includes(assumed)).length,
      1,
    );
  });
}

Deno.test("plan() keeps how safely data is to be kept", async () => {
  const { blueprint } = await plan(
    "Tasks have a title. Use sqlite with normal durability.",
  );
  assertEquals(blueprint?.store, { engine: "sqlite", durability: "normal" });
});

Deno.test("plan() relates many to one where the other end is said to belong to one", async () => {
  const { assumptions, blueprint } = await plan(
    "Posts have a title. Tags have a name. Posts have many tags. Each tag belongs to a post.",
  );
  assertEquals(assumptions.filter((one) => one.includes("each tag")), []);
  assertEquals(blueprint?.entities?.tag?.relations?.post?.belongsTo, "post");
  assertEquals(blueprint?.entities?.post?.relations, undefined);
});
