import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parse } from "yaml";
import { PLANNING_EXAMPLE } from "../authoring/planning/planning_example.ts";
import type { Script } from "../authoring/testdata/script.ts";
import {
  type ScriptedServer,
  startScriptedServer,
} from "../authoring/testdata/scripted_server.ts";
import { main } from "../cli.ts";

const REQUEST = PLANNING_EXAMPLE.request.join("\n");
const GOOD = JSON.stringify(PLANNING_EXAMPLE.answer);
const BROKEN = GOOD.replace('"enum"', '"enumm"');

const NOW = { "retry-after": "0" };

const PROVIDERS = ["anthropic", "openai-compatible"] as const;

interface Call {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function call(args: readonly string[]): Promise<Call> {
  const printed = { out: "", err: "" };
  const code = await main(args, {
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    isTerminal: false,
    confirm: () => undefined,
  });
  return { code, ...printed };
}

/** Plans with a model of a server that plays a script. */
async function run(
  script: Script,
  args: readonly string[],
  provider: string = "anthropic",
): Promise<Call & { readonly server: ScriptedServer }> {
  await using server = startScriptedServer(script);
  const printed = await call([
    ...args,
    ...["--planner", "model", "--provider", provider, "--model", "any"],
    ...["--base-url", server.url],
  ]);
  return { ...printed, server };
}

function blueprintOf(text: string): Readonly<Record<string, unknown>> {
  const { requirements: _, schema: _schema, ...blueprint } = parse(text);
  return blueprint;
}

for (const provider of PROVIDERS) {
  Deno.test(`plan --planner model asks ${provider} for the blueprint`, async () => {
    const { code, out, err, server } = await run(
      [GOOD],
      ["plan", REQUEST],
      provider,
    );
    assertEquals(err.split("\n").filter((line) => line.startsWith("AC")), []);
    assertEquals([code, server.requests.length], [0, 1]);
    assertEquals(blueprintOf(out), PLANNING_EXAMPLE.answer.blueprint);
    assertStringIncludes(err, `Planning with ${provider}/any, round 1\n`);
    assertStringIncludes(err, `Planned by ${provider}/any in 1 round: `);
    assertStringIncludes(err, "✓ Only new parcels can be sent.");
    assertStringIncludes(err, "✗ Recipients get a postcard, too.");
    const [request] = server.requests;
    assertStringIncludes(request?.system ?? "", "You plan backends");
    for (const sentence of PLANNING_EXAMPLE.request) {
      assertStringIncludes(request?.text ?? "", JSON.stringify(sentence));
    }
    assertStringIncludes(JSON.stringify(request?.body), "belongsTo");
  });

  Deno.test(`plan --planner model shows ${provider} what was found, and tells of waits`, async () => {
    const { code, out, err, server } = await run(
      [
        { status: 429, headers: NOW },
        BROKEN,
        { status: provider === "anthropic" ? 529 : 503, headers: NOW },
        GOOD,
      ],
      ["plan", REQUEST],
      provider,
    );
    assertEquals([code, server.requests.length], [0, 4]);
    assertEquals(blueprintOf(out), PLANNING_EXAMPLE.answer.blueprint);
    assertStringIncludes(err, "1 thing to mend");
    assertEquals(err.match(/again in \d+\.\d s/g)?.length, 2);
    assertStringIncludes(err, "in 2 rounds: ");
    const last = server.requests.at(-1);
    assertEquals(last?.turns.map(({ role }) => role), [
      "user",
      "assistant",
      "user",
    ]);
    assertStringIncludes(last?.text ?? "", "error[AC302]");
  });
}

Deno.test("plan --planner model prints who planned as JSON", async () => {
  const { code, out, err } = await run([GOOD], ["plan", REQUEST, "--json"]);
  const { ok, understanding } = JSON.parse(out);
  assertEquals([code, ok, err], [0, true, ""]);
  const { model, rounds, calls, tokens } = understanding.plannedBy;
  assertEquals([model, rounds, calls], ["anthropic/any", 1, 1]);
  assert(tokens.input > 1_000 && tokens.output > 100);
});

Deno.test("plan --planner model fails where the model does, and nobody stands in for it", async () => {
  const cases: readonly (readonly [Script, number, string])[] = [
    [[{ status: 401 }], 2, "key"],
    [[{ status: 404, message: "model: any" }], 2, "any"],
    [[{ text: "No.", end: "refused" }], 1, "it refused to answer"],
    [() => "I would rather write a poem.", 1, "found no blueprint"],
    [
      () => ({ text: GOOD.slice(0, 300), end: "truncated" }),
      1,
      "its end missing",
    ],
    [() => BROKEN, 1, "AC302"],
  ];
  for (const [script, wanted, reason] of cases) {
    const { code, out, err, server } = await run(script, ["plan", REQUEST]);
    assertEquals([code, out], [wanted, ""], err);
    assert(!/^ {4}at /m.test(err), err);
    assertStringIncludes(err, reason);
    // What the embedded planner makes of the request.
    assert(!err.includes("create of parcel"), err);
    assert(server.requests.length <= 3);
  }
});

Deno.test("plan --planner model keeps to a budget", async () => {
  for (const [budget, asked] of [["1000", 0], ["13k tokens", 1]] as const) {
    const { code, err, server } = await run(() => BROKEN, [
      "plan",
      REQUEST,
      "--budget",
      budget,
    ]);
    assertEquals([code, server.requests.length], [2, asked]);
    assertStringIncludes(err, "The budget does not reach");
  }
});

Deno.test("generate --planner model writes the system that the model planned, with its record", async () => {
  const folder = await Deno.makeTempDir();
  const request = "Keep notes with a title of at most 50 characters.";
  const answer = JSON.stringify({
    blueprint: {
      system: "notes",
      entities: {
        note: { fields: { title: { type: "string", maxLength: 50 } } },
      },
    },
    sentences: [{ sentence: 1, paths: ["note", "note.title.maxLength"] }],
  });
  try {
    const args = [
      "generate",
      request,
      "--no-verify",
      "--out",
      `${folder}/notes`,
    ];
    const { code, err } = await run([answer], args);
    assertEquals(code, 0, err);
    const record = JSON.parse(
      await Deno.readTextFile(`${folder}/notes/evidence/generation.json`),
    );
    assertEquals(record.request, request);
    assertEquals(record.plannedBy.model, "anthropic/any");
    const blueprint = `${folder}/notes/blueprint.yaml`;
    assertStringIncludes(await Deno.readTextFile(blueprint), "maxLength: 50");

    // Where there is something else already, nothing is asked that would be paid for.
    await Deno.writeTextFile(`${folder}/notes/mine.ts`, "");
    const again = await run([answer], args);
    assertEquals([again.code, again.server.requests.length], [2, 0]);
    assertStringIncludes(again.err, 'found "mine.ts", which was not generated');
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("--planner model goes with a request alone", async () => {
  const { code, err, server } = await run(
    [GOOD],
    ["plan", "--blueprint", "any.yaml"],
  );
  assertEquals([code, server.requests.length], [2, 0]);
  assertStringIncludes(err, "found --blueprint beside --planner model");
});

Deno.test("--planner takes one of two names, and plan no model that it would not ask", async () => {
  for (const command of ["plan", "generate"]) {
    const { code, err } = await call([command, "Keep a.", "--planner", "x"]);
    assertEquals(code, 2);
    assertStringIncludes(err, 'found --planner "x", wanted embedded or model');
  }
  const { code, err } = await call(["plan", "Keep a.", "--model", "any"]);
  assertEquals(code, 2);
  assertStringIncludes(err, '"model", without --planner model');
});
