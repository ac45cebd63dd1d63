import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Script } from "../authoring/testdata/script.ts";
import { startScriptedServer } from "../authoring/testdata/scripted_server.ts";
import { main } from "../cli.ts";
import type { Console } from "../cli/console.ts";
import type { VerificationReport } from "../validation/report.ts";
import {
  type HealingRig,
  healingRig,
} from "../validation/testdata/healing_rig.ts";

/** Twice the price of a tea, and its cups: `examples` say so, and only logic knows. */
const BLUEPRINT = `schema: autocoder/v1
system: teas
store: { engine: memory }
entities:
  tea:
    fields:
      grams: { type: integer, required: true, min: 1, max: 1000 }
      cups:
        type: integer
        computed:
          run: |
            return Math.floor(tea.grams / 5);
          examples:
            - given: { grams: 12 }
              gives: 2
requirements:
  - text: A tea has at most 1000 grams.
    covers: [tea]
  - text: A cup takes 5 grams.
    covers: [tea.cups]
`;

const ANSWER = JSON.stringify({
  claims: [{
    quote: "A cup takes 5 grams",
    shows: "Ten grams are two cups.",
    steps: [{
      purpose: "check",
      as: "nobody",
      method: "POST",
      path: "/teas",
      params: [],
      query: [],
      headers: [],
      body: '{"grams": 10}',
      status: 201,
      expect: [{ member: "cups", is: "equals", value: 2 }],
      save: [],
    }],
  }],
});
const KEY = "sk-key-that-must-not-be-told";

Deno.test("verify --second-reading asks over each provider's own protocol, and tells what came of it", async (t) => {
  await using rig = await healingRig(BLUEPRINT);
  for (const provider of ["anthropic", "openai-compatible"]) {
    await t.step(provider, async () => {
      const run = await verify(rig, provider, [ANSWER], ["--second-reading"]);
      assertEquals(run.code, 0, run.out + run.err);
      const { status, secondReading } = reportIn(run.out);
      assertEquals(status, "verified");
      assertEquals(
        secondReading?.claims.map(({ outcome }) => outcome),
        ["tested"],
      );
      assertEquals(secondReading?.model, `${provider}/scripted`);
      assert((secondReading?.usage.input ?? 0) > 1000);
      assertEquals(run.requests, 1);
      assertStringIncludes(run.err, '"event":"second_reading"');
    });
  }

  await t.step("the same question is not asked twice", async () => {
    const provider = "openai-compatible";
    const run = await verify(rig, provider, [ANSWER], ["--second-reading"]);
    assertEquals([run.code, run.requests], [0, 0]);
    assertEquals(reportIn(run.out).secondReading?.state, "made");
  });

  await t.step(
    "a change elsewhere costs no call, no key and no name of a model",
    async () => {
      const readme = await rig.read("README.md");
      await rig.write("README.md", `${readme}\nMine.\n`);
      const wishes = ["--second-reading", "--allow-edits", "--json"];
      const printed = await run(["verify", rig.dir, ...wishes]);
      assertEquals(printed.code, 0, printed.err);
      const { secondReading } = reportIn(printed.out);
      assertEquals(
        [secondReading?.model, secondReading?.state, secondReading?.calls],
        ["openai-compatible/scripted", "made", 0],
      );
      assertEquals(
        secondReading?.claims.map(({ outcome }) => outcome),
        ["tested"],
      );
      assertStringIncludes(
        printed.err,
        "0 calls: answered by the record of openai-compatible/scripted",
      );
      const record = await rig.read(".autocoder/model/second_reading.json");
      assertEquals(record.includes(KEY), false);
      await rig.write("README.md", readme);
    },
  );

  await t.step("no answer leaves the result, and exits with 2", async () => {
    const script = [{ status: 401, message: `no such key ${KEY}` }];
    const run = await verify(rig, "anthropic", script, [
      "--second-reading",
      "--fresh",
    ]);
    assertEquals(run.code, 2);
    const { status, secondReading } = reportIn(run.out);
    assertEquals([status, secondReading?.state], ["verified", "not_run"]);
    const page = await rig.read("evidence/report.html");
    assertStringIncludes(page, "second reading by anthropic/scripted: not run");
    const allowed = await verify(rig, "anthropic", script, [
      "--second-reading",
      "--allow-not-run",
    ]);
    assertEquals([allowed.code, allowed.requests], [0, 1]);
    for (const text of [run.out, run.err, page]) {
      assertEquals(text.includes(KEY), false);
    }
  });

  await t.step(
    "without one, nothing is asked and nothing is told",
    async () => {
      const run = await verify(rig, "anthropic", [], ["--fresh"]);
      assertEquals([run.code, run.requests], [0, 0]);
      assertEquals(reportIn(run.out).secondReading, undefined);
    },
  );
});

Deno.test("verify --heal=model lets a model repair logic that nothing else can", async () => {
  const wrong = BLUEPRINT.replace("tea.grams / 5", "tea.grams / 50");
  await using rig = await healingRig(wrong);
  const answer = (text: string) =>
    JSON.stringify({
      reason: "A cup takes 5 grams.",
      edits: [{ path: "blueprint.yaml", text }],
    });
  const script = [
    // First it wants to change the example instead: only code may change.
    answer(wrong.replace("gives: 2", "gives: 0")),
    answer(BLUEPRINT),
  ];
  const before = await rig.tree();
  const [example = ""] = script;
  const refused = await verify(rig, "anthropic", [example, example], [
    "--heal=model",
  ]);
  assertEquals([refused.code, refused.requests], [1, 2], refused.out);
  assertStringIncludes(refused.err, "changes more of blueprint.yaml than code");
  assertEquals(await rig.tree(), before);

  const run = await verify(rig, "anthropic", script, ["--heal=model"]);
  const { status, healings } = reportIn(run.out);
  assertEquals([run.code, status], [0, "verified"], run.out + run.err);
  assertEquals(
    healings?.map(({ healer, kept }) => [healer, kept]),
    [["anthropic/scripted", true]],
  );
  assertEquals(await rig.read("blueprint.yaml"), BLUEPRINT);
});

Deno.test("verify with a model that is not configured says what to do, before anything runs", async () => {
  await using rig = await healingRig(BLUEPRINT);
  for (const wish of ["--second-reading", "--heal=model"]) {
    const printed = await run(["verify", rig.dir, wish]);
    assertEquals(printed.code, 2);
    assertStringIncludes(printed.err, "No language model is configured");
    const evidence = await Deno.stat(`${rig.dir}/evidence/report.json`)
      .catch(() => undefined);
    assertEquals(evidence, undefined);
  }
});

/** Runs `verify --json` with a model that answers by a script. */
async function verify(
  rig: HealingRig,
  provider: string,
  script: Script,
  wishes: readonly string[],
) {
  await using server = startScriptedServer(script);
  const model = ["--provider", provider, "--model", "scripted"];
  const base = ["--base-url", server.url];
  Deno.env.set("AUTOCODER_API_KEY", KEY);
  try {
    const printed = await run([
      "verify",
      rig.dir,
      "--json",
      ...wishes,
      ...model,
      ...base,
    ]);
    return { ...printed, requests: server.requests.length };
  } finally {
    Deno.env.delete("AUTOCODER_API_KEY");
  }
}

async function run(args: readonly string[]) {
  const printed = { out: "", err: "" };
  const console: Console = {
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    isTerminal: false,
    confirm: () => undefined,
  };
  return { code: await main(args, console), ...printed };
}

function reportIn(out: string): VerificationReport {
  return JSON.parse(out);
}
