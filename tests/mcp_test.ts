import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fileURLToPath } from "node:url";
import {
  boundedTime,
  servingArgs,
  type Value,
  withAgent,
} from "./mcp_agent.ts";

const NOTES =
  "system: notes\nentities: { note: { fields: { title: { type: string } } } }\n";
const WITH_FILE = `system: notes
entities:
  note:
    fields: { title: { type: string } }
    hooks: { beforeCreate: { file: ./logic/mine.ts } }
`;

Deno.test("autocoder mcp lists its tools, with schemas that are strict about what they take", async () => {
  await withAgent(async ({ client, failure }) => {
    const { tools } = await client.listTools();
    assertEquals(
      tools.map(({ name, annotations }) => [
        name,
        annotations?.readOnlyHint,
        annotations?.destructiveHint,
      ]),
      [
        ["plan", true, undefined],
        ["validate", true, undefined],
        ["generate", false, false],
        ["verify", false, false],
        ["explain_finding", true, undefined],
      ],
    );
    for (const { name, inputSchema, outputSchema, description } of tools) {
      assertEquals(inputSchema.additionalProperties, false, name);
      assertEquals(outputSchema?.type, "object", name);
      assert(description);
    }
    assertStringIncludes(
      client.getInstructions() ?? "",
      "relative to one root",
    );
    assertStringIncludes(
      await failure("validate", { blueprint_file: "x.yaml" }),
      'Unrecognized key: "blueprint_file"',
    );
    assertStringIncludes(await failure("plan", {}), "request");
    assertStringIncludes(await failure("mend", {}), "Tool mend not found");
  });
});

Deno.test("autocoder mcp plans a request, and what it planned is valid and expands to more", async () => {
  await withAgent(async ({ value, failure }) => {
    const request =
      "A todo API: add, list and complete todos. The moon is made of cheese.";
    const plan = await value("plan", { request });
    assertEquals(plan.ok, true);
    const sentences = plan.sentences as Value[];
    assertEquals(
      sentences.map(({ status, notUnderstood }) => [
        status,
        notUnderstood,
      ]),
      [
        ["understood", undefined],
        ["not_understood", ["The moon is made of cheese."]],
      ],
    );
    assert((plan.assumptions as string[]).length > 0);
    const { blueprint } = plan;
    assertEquals(await value("validate", { blueprint }), {
      ok: true,
      system: "todo",
      entities: ["todo"],
      unwritten: [],
      diagnostics: [],
    });
    const expanded = await value("plan", { request, expand: true });
    assertStringIncludes(String(expanded.blueprint), "bindings:");
    assert(!String(blueprint).includes("bindings:"));
    const nothing = await value("plan", { request: "" });
    assertEquals(nothing.ok, false);
    assertEquals(nothing.blueprint, undefined);
    assertEquals(codesOf(nothing), ["AC002"]);
    assertEquals(
      await failure("plan", { request: "-" }),
      'Cannot plan: found "-" for a request, wanted one in plain words',
    );
  });
});

Deno.test("autocoder mcp validates a text or a file of the root, with the line of each diagnostic", async () => {
  await withAgent(async ({ value, failure, root }) => {
    const slip = await value("validate", {
      blueprint: "system: notes\nentties: {}\n",
    });
    assertEquals(slip, {
      ok: false,
      diagnostics: [{
        code: "AC110",
        severity: "error",
        message: 'Cannot use "entties" in a blueprint: found an unknown key',
        line: 2,
        column: 1,
        hint: 'write "entities"',
      }],
    });
    await Deno.mkdir(`${root}/mine/logic`, { recursive: true });
    await Deno.writeTextFile(
      `${root}/mine/blueprint.yaml`,
      WITH_FILE,
    );
    const blueprintFile = "mine/blueprint.yaml";
    assertEquals(codesOf(await value("validate", { blueprintFile })), [
      "AC635",
    ]);
    const outside = `${root}/../secret.ts`;
    await Deno.writeTextFile(outside, "export function x() {}\n");
    await Deno.symlink(outside, `${root}/mine/logic/mine.ts`);
    const linked = await value("validate", { blueprintFile });
    assertEquals(codesOf(linked), ["AC635"]);
    assertStringIncludes(JSON.stringify(linked), "found a link, wanted a file");
    assertStringIncludes(
      await failure("validate", { blueprintFile: "mine" }),
      "found a folder, wanted a file",
    );
    assertStringIncludes(
      await failure("validate", { blueprintFile: "none.yaml" }),
      "found no such file",
    );
    assertEquals(
      await failure("validate", {}),
      "Cannot validate: found nothing to work on, wanted one of blueprint, blueprintFile",
    );
    assertEquals(
      await failure("validate", { blueprint: NOTES, blueprintFile }),
      "Cannot validate: found blueprint and blueprintFile, wanted one of blueprint, blueprintFile",
    );
  });
});

Deno.test("autocoder mcp lets no tool out of its root", async () => {
  await withAgent(async ({ failure, root }) => {
    const outside = `${root}/../outside`;
    await Deno.mkdir(outside);
    await Deno.writeTextFile(`${outside}/blueprint.yaml`, NOTES);
    await Deno.symlink(outside, `${root}/link`);
    const ways = ["../outside", "link", `${root}/../outside`, `${root}`];
    for (const way of ways) {
      for (
        const [tool, input] of [
          ["validate", { blueprintFile: `${way}/blueprint.yaml` }],
          ["generate", {
            blueprintFile: `${way}/blueprint.yaml`,
            out: "new",
          }],
          ["generate", { blueprint: NOTES, out: `${way}/new`, verify: false }],
          ["verify", { system: way }],
          ["explain_finding", { code: "V201", system: way }],
        ] as const
      ) {
        assertStringIncludes(
          await failure(tool, input),
          "wanted a path inside the root, relative to it",
        );
      }
    }
    assertEquals(namesIn(outside), ["blueprint.yaml"]);
    assertEquals(namesIn(root), ["link"]);
    // A folder that looks like a system, in which the evidence would be written through a link.
    await Deno.mkdir(`${root}/system/.autocoder`, { recursive: true });
    await Deno.writeTextFile(`${root}/system/.autocoder/manifest.json`, "{}");
    await Deno.symlink(outside, `${root}/system/evidence`);
    for (const tool of ["verify", "explain_finding"]) {
      const input = { system: "system", ...CODE[tool] };
      assertStringIncludes(
        await failure(tool, input),
        'Cannot use the path "system/evidence": found a link out of the root',
      );
    }
    assertEquals(namesIn(outside), ["blueprint.yaml"]);
  });
});

Deno.test("autocoder mcp generates what is valid, says what it mended, and else writes nothing", async () => {
  await withAgent(async ({ value, failure, root }) => {
    const options = { out: "notes", verify: false };
    const bad = "system: notes\nentities: { note: { fields: {} } }\n";
    for (const input of [{ blueprint: bad }, { request: "The moon." }]) {
      const refused = await value("generate", { ...input, ...options });
      assertEquals(refused.ok, false);
      assertEquals(refused.path, undefined);
      assert(codesOf(refused).length > 0);
    }
    const slip = NOTES.replace("entities", "entties");
    const input = { blueprint: slip, heal: false, ...options };
    assertEquals(codesOf(await value("generate", input)), ["AC110"]);
    assertEquals(namesIn(root), []);
    const made = await value("generate", { ...input, heal: true });
    assertEquals([made.ok, made.path, made.healings, made.verification], [
      true,
      "notes",
      ["entities for entties"],
      undefined,
    ]);
    assertEquals(namesIn(root), ["notes"]);
    const manifest = JSON.parse(
      await Deno.readTextFile(`${root}/notes/.autocoder/manifest.json`),
    );
    // The manifest lists all but itself.
    assertEquals(made.files, manifest.files.length);
    const asked = await value("generate", {
      request: "A todo API: add and list todos. The moon is made of cheese.",
      out: "todos",
      verify: false,
    });
    assertEquals(asked.notUnderstood, ["The moon is made of cheese."]);
    await Deno.writeTextFile(`${root}/mine.yaml`, NOTES);
    const ofFile = { blueprintFile: "mine.yaml", verify: false };
    const third = await value("generate", { ...ofFile, out: "a/b" });
    assertEquals([third.ok, third.path], [true, "a/b"]);
    assertStringIncludes(
      await failure("generate", { ...ofFile, out: "mine.yaml" }),
      "found a file, wanted an empty or missing folder",
    );
    assertStringIncludes(
      await failure("generate", { request: "-", out: "c" }),
      'found "-" for a request',
    );
  });
});

Deno.test("autocoder mcp explains every kind of code, and names the nearest of one that is none", async () => {
  await withAgent(async ({ value, failure, root }) => {
    const ofBlueprint = await value("explain_finding", { code: " ac110 " });
    assertEquals(ofBlueprint, {
      code: "AC110",
      about: "blueprint",
      meaning: "A key is unknown",
      advice: "Use the key that the help names; `autocoder schema` lists all.",
    });
    const ofSystem = await value("explain_finding", { code: "V201" });
    assertEquals([ofSystem.about, ofSystem.meaning], [
      "system",
      "types do not fit",
    ]);
    assertStringIncludes(
      await failure("explain_finding", { code: "V2O1" }),
      'Cannot explain "V2O1": found no such code (the nearest is V201)',
    );
    assertStringIncludes(
      await failure("explain_finding", { code: "constructor" }),
      'Cannot explain "CONSTRUCTOR": found no such code',
    );
    await Deno.mkdir(`${root}/plain`);
    assertStringIncludes(
      await failure("explain_finding", { code: "V201", system: "plain" }),
      "found no .autocoder/manifest.json in it",
    );
    await Deno.mkdir(`${root}/plain/.autocoder`);
    await Deno.mkdir(`${root}/plain/evidence`);
    await Deno.writeTextFile(`${root}/plain/.autocoder/manifest.json`, "{}");
    for (const report of ["", "[]", '{"schema":"autocoder/report/v3"}']) {
      await Deno.writeTextFile(`${root}/plain/evidence/report.json`, report);
      assertStringIncludes(
        await failure("explain_finding", { code: "V201", system: "plain" }),
        'Cannot tell the findings of "plain": found no report of this version',
      );
    }
  });
});

Deno.test("autocoder mcp writes nothing but the protocol to stdout, lives through what is none, and ends with its client", async () => {
  const root = await Deno.makeTempDir();
  const { signal, clear } = boundedTime();
  try {
    const child = new Deno.Command(Deno.execPath(), {
      args: servingArgs(root),
      signal,
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const writer = child.stdin.getWriter();
    const lines = [
      "this is no JSON",
      '{"jsonrpc":"2.0","id":1}',
      "[]",
      JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "initialize",
        params: {
          protocolVersion: "2025-06-18",
          capabilities: {},
          clientInfo: { name: "raw", version: "1" },
        },
      }),
      '{"jsonrpc":"2.0","method":"notifications/initialized"}',
      JSON.stringify({
        jsonrpc: "2.0",
        id: 2,
        method: "tools/call",
        params: { name: "validate", arguments: { blueprint: NOTES } },
      }),
      '{"jsonrpc":"2.0","id":3,"method":"no/such/method"}',
    ];
    await writer.write(new TextEncoder().encode(lines.join("\n") + "\n"));
    const answers: Value[] = [];
    const ajv = new Ajv2020();
    const reader = child.stdout.pipeThrough(new TextDecoderStream())
      .getReader();
    let text = "";
    while (answers.length < 3) {
      const { value, done } = await reader.read();
      assert(!done, "ended before all was answered");
      text += value;
      const whole = text.split("\n");
      text = whole.pop() ?? "";
      answers.push(...whole.map((line): Value => JSON.parse(line)));
    }
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    for (const answer of answers) assert(ajv.validate(ENVELOPE, answer));
    assertStringIncludes(JSON.stringify(byId.get(1)), '"name":"autocoder"');
    assertStringIncludes(JSON.stringify(byId.get(2)), '"ok":true');
    assertStringIncludes(JSON.stringify(byId.get(3)), "Method not found");
    await writer.close();
    const { value: rest, done } = await reader.read();
    assertEquals([rest, done, text], [undefined, true, ""]);
    const stderr = await new Response(child.stderr).text();
    assertStringIncludes(stderr, "Serving ");
    assertStringIncludes(stderr, "this is no");
    assertEquals((await child.status).code, 0);
  } finally {
    clear();
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("autocoder mcp wants a root that is a folder, and no settings in it", async () => {
  for (
    const [args, said] of [
      [[], "required option '--root <dir>' not specified"],
      [["--root", FILE], "found a file, wanted a folder"],
      [["--root", `${FILE}/none`], "found nothing there, wanted a folder"],
      [
        ["--root", FOLDER, "--model-config", FILE],
        "found it inside the root, where agents may change it",
      ],
      [
        ["--root", FOLDER, "--model-config", `${FILE}/none`],
        "found no such file, wanted a file outside of the root",
      ],
      [
        ["--root", FOLDER, "--author", "me"],
        'Cannot serve: found --author "me", wanted model',
      ],
    ] as const
  ) {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [...servingArgs("").slice(0, -2), ...args],
      stdin: "null",
    }).output();
    assertEquals(code, 2);
    assertStringIncludes(new TextDecoder().decode(stderr), said);
    assertEquals(stdout.length, 0);
  }
});

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const FILE = fileURLToPath(import.meta.url);

function codesOf({ diagnostics }: Value): unknown[] {
  return (diagnostics as Value[]).map(({ code }) => code);
}

function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}

const CODE: Readonly<Record<string, Value>> = {
  explain_finding: { code: "V201" },
};

const ENVELOPE = {
  type: "object",
  required: ["jsonrpc", "id"],
  properties: { jsonrpc: { const: "2.0" } },
  oneOf: [{ required: ["result"] }, { required: ["error"] }],
};
