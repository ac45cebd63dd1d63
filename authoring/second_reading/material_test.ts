import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { openApiDocument } from "../../generator/plan/openapi.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { TASK_BLUEPRINT } from "../testdata/task_system.ts";
import { actorNames, actorValueNames } from "./actors.ts";
import { briefDocument } from "./brief_document.ts";
import { exchangeText } from "./exchange_text.ts";
import { requestText } from "./request_text.ts";
import { testNames } from "./test_names.ts";

async function modelOf(blueprint: string) {
  const { model } = await prepareBlueprint(blueprint, "blueprint.yaml");
  if (!model) throw new RangeError("The blueprint is not valid");
  return model;
}

Deno.test("briefDocument() keeps what a request is written by, in two thirds of the text", async () => {
  const blueprint = TASK_BLUEPRINT.replace(
    "      title:",
    "      example: { type: string }\n      headers: { type: integer }\n      title:",
  );
  const document = openApiDocument(await modelOf(blueprint));
  const brief = briefDocument(document);
  const text = JSON.stringify(brief);
  assertEquals(text.length < JSON.stringify(document).length * 0.66, true);
  const { paths, components: { schemas } } = Object(brief);
  assertEquals(Object.keys(paths), Object.keys(Object(document.paths)));
  // Fields may be called like what is left out.
  const { properties } = schemas.TaskCreate ?? schemas.Task;
  for (const name of ["title", "example", "headers"]) {
    assertEquals(name in properties, true, name);
  }
  assertEquals(paths["/tasks"].post.responses["422"], "UnprocessableContent");
  assertEquals(paths["/tasks"].post.requestBody.required, true);
  // Whatever is referred to is there.
  for (const [, pointer = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer.split("/").reduce(
      (value, key) => Object(value)[key],
      brief as unknown,
    );
    assertEquals(target === undefined, false, pointer);
  }
});

Deno.test("actorNames() has two of every role, and somebody of another tenant", async () => {
  const roles = await modelOf(TASK_BLUEPRINT);
  assertEquals(actorNames(roles), [
    "member",
    "member2",
    "admin",
    "admin2",
    "nobody",
  ]);
  assertEquals(actorValueNames(roles), [
    "member.id",
    "member.email",
    "member2.id",
    "member2.email",
    "admin.id",
    "admin.email",
    "admin2.id",
    "admin2.email",
  ]);
  const tenants = await modelOf(
    await Deno.readTextFile(
      new URL("../../examples/tenant_notes/blueprint.yaml", import.meta.url),
    ),
  );
  assertEquals(actorNames(tenants).slice(-2), ["outsider", "nobody"]);
  const open = await modelOf(
    "system: plain\nentities: { task: { fields: { title: { type: string } } } }\n",
  );
  assertEquals(actorNames(open), ["nobody"]);
});

Deno.test("testNames() reads raw outputs, what shows requirements first, each name once", () => {
  const logs = new Map([
    [
      "unit.log",
      "$ deno task test\nkeeps a task ... ok (1ms)\nboth ... ok (1ms)\n",
    ],
    [
      "acceptance.log",
      "./tests/acceptance_test.ts => R1: adds ... FAILED (2ms)\nR2: lists ...\n  a step ... ok (1ms)\nR2: lists ... ok (3ms)\nboth ... ok (1ms)\nleft out ... ignored (0ms)\n",
    ],
  ]);
  assertEquals(testNames(logs), {
    names: ["R1: adds", "R2: lists", "a step", "both", "keeps a task"],
    left: 0,
  });
  assertEquals(testNames(logs, 2), {
    names: ["R1: adds", "R2: lists"],
    left: 3,
  });
});

Deno.test("requestText() prefers the request to the requirements", async () => {
  const dir = await Deno.makeTempDir();
  try {
    const requirements = [{ text: "One." }, { text: "Two." }];
    const lines = { text: "One.\nTwo.", from: "requirements" } as const;
    assertEquals(await requestText(dir, requirements), lines);
    assertEquals(await requestText(dir, []), undefined);
    await Deno.mkdir(join(dir, "evidence"));
    const record = join(dir, "evidence", "generation.json");
    for (
      const [text, read] of [
        ['{"request": "One. Two."}', { text: "One. Two.", from: "request" }],
        ['{"request": " "}', lines],
        ['{"request": 7}', lines],
        ["{broken", lines],
        ["null", lines],
      ] as const
    ) {
      await Deno.writeTextFile(record, text);
      assertEquals(await requestText(dir, requirements), read, text);
    }
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("requestText() reads the behaviours where there is nothing else", async () => {
  const dir = await Deno.makeTempDir();
  try {
    const { model } = await prepareBlueprint(
      `
system: depot
entities:
  crate:
    fields:
      weight: { type: integer }
    hooks:
      beforeDelete: { behavior: A heavy crate stays. }
`,
      "blueprint.yaml",
    );
    assertEquals(await requestText(dir, [], model), {
      text: "A heavy crate stays.",
      from: "behaviors",
    });
    const [line] = [{ text: "One." }];
    assertEquals((await requestText(dir, [line], model))?.text, "One.");
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("exchangeText() leaves out passwords and tokens, and what a terminal would act on", () => {
  const secret = 'a "quoted" secret';
  const text = exchangeText({
    step: { purpose: "check", as: "nobody" },
    at: 1,
    request: {
      method: "POST",
      target: "/auth/login",
      headers: { authorization: "Bearer eyJ" },
      body: new TextEncoder().encode(
        JSON.stringify({ email: "a@b.c", password: secret }),
      ),
    },
    answer: {
      status: 200,
      headers: {},
      mediaType: "application/json",
      text: JSON.stringify({ accessToken: secret, name: "\u001b[31m\u202e" }) +
        "\u001b[2J",
      json: undefined,
      ms: 1,
    },
    fault: undefined,
  });
  for (const hidden of ["secret", "eyJ", "\u001b", "\u202e"]) {
    assertEquals(text.includes(hidden), false, text);
  }
  assertStringIncludes(text, '"email":"a@b.c"');
  assertStringIncludes(text, "< 200");
});
