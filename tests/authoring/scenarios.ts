/**
 * What models do, well and badly: each is played end to end, and recorded in evidence/codegen.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import {
  block,
  RIGHT_BODY,
  SEAL_GUARD,
  sealAnswer,
  STAY_BODY,
  STAY_HOOK,
  stayAnswer,
  TEST_HEAD,
  TWO_UNITS,
} from "./crate_depot.ts";
import { runGenerate } from "./run_generate.ts";
import type { VerificationReport } from "../../validation/report.ts";
import type { PlayedScenario, Scenario } from "./scenario.ts";

const RIGHT = sealAnswer(RIGHT_BODY);

/** All of them. */
export const SCENARIOS: readonly Scenario[] = [
  {
    title: "a good answer by Anthropic's protocol, verified as a whole",
    script: [RIGHT],
    code: 0,
    requests: 1,
    options: { args: [] },
    also: tellsTheModelsPart,
  },
  {
    title: "a good answer by OpenAI's protocol",
    script: [RIGHT],
    code: 0,
    requests: 1,
    options: { provider: "openai-compatible" },
    also: regenerates,
  },
  {
    title: "code that does not fit its types, then code that does",
    script: [sealAnswer("  return crate.weight;"), RIGHT],
    code: 0,
    requests: 2,
    rounds: 2,
    tells: "TS2322",
  },
  {
    title:
      "code that the blueprint's examples refuse, then code that they take",
    script: [sealAnswer(RIGHT_BODY.replace("> 20", ">= 20")), RIGHT],
    code: 0,
    requests: 2,
    rounds: 2,
    tells: "tests/",
  },
  {
    title: "code that is no TypeScript, then code that is",
    script: [sealAnswer("  return retrun;;)"), RIGHT],
    code: 0,
    requests: 2,
    rounds: 2,
    tells: "Cannot read the module",
    also: ({ run }) =>
      assertEquals(run.report?.authoring?.total.syntaxErrors, 1),
  },
  {
    title: "a text without any block, then a right answer",
    script: ["Sure! I would compare the weight with 20.", RIGHT],
    code: 0,
    requests: 2,
    rounds: 2,
    tells: "no fenced block",
  },
  {
    title: "an answer that is cut off at its limit, then a whole one",
    script: [{ text: RIGHT.slice(0, 200), end: "truncated" }, RIGHT],
    code: 0,
    requests: 2,
    rounds: 2,
    tells: "cut off",
  },
  {
    title: "429 with Retry-After, then a right answer",
    script: [{ status: 429, headers: { "retry-after": "1" } }, RIGHT],
    code: 0,
    requests: 2,
    says: '"event":"retry"',
    also: ({ run }) => {
      assertEquals(run.report?.authoring?.total.calls, 1);
      assertEquals(run.report?.authoring?.total.attempts, 2);
    },
  },
  {
    title: "overloaded, then a connection that breaks, then a right answer",
    script: [{ status: 529 }, { text: RIGHT, then: "drop" }, RIGHT],
    code: 0,
    requests: 3,
  },
  {
    title: "an answer that stalls, and nothing after it",
    script: () => ({ text: RIGHT.slice(0, 100), then: "stall" }),
    code: 1,
    requests: 3,
    rounds: 3,
    options: {
      args: ["--no-verify", "--model-stall", "1", "--model-retries", "0"],
    },
    also: keepsNothing,
  },
  {
    title: "a refusal, again and again: the unit is given up, the rest is kept",
    script: () => ({ text: "I can't help with that.", end: "refused" }),
    code: 1,
    requests: 3,
    rounds: 3,
    tells: "refused to answer",
    says: "2 rounds without progress",
    also: keepsNothing,
  },
  {
    title: "an answer without an end, then a right one",
    script: [{ hugeBytes: 50_000_000 }, RIGHT],
    code: 0,
    requests: 2,
    rounds: 2,
    options: { args: ["--no-verify", "--max-answer-bytes", "100000"] },
  },
  {
    title: "an attempt to write outside of the plan, then a right answer",
    script: [
      `${RIGHT}${block("../../../../tmp/owned.ts", "export const owned = 1;")}${
        block("main.ts", "export const owned = 1;")
      }`,
      RIGHT,
    ],
    code: 0,
    requests: 2,
    rounds: 2,
    tells: "found a file that was not asked for",
    also: async ({ out }) => {
      const main = await Deno.readTextFile(`${out}/main.ts`);
      assert(!main.includes("owned"));
    },
  },
  {
    title: "instructions hidden in the blueprint, which the model follows",
    script: () =>
      sealAnswer(
        '  Deno.writeTextFileSync("/tmp/owned", Deno.env.get("HOME") ?? "");',
      ),
    code: 1,
    requests: 3,
    rounds: 3,
    tells: "Deno reaches out of the function",
    says: "2 rounds without progress",
  },
  {
    title: "a body that reaches for the compiler of strings, then a right one",
    script: [
      sealAnswer(
        '  return crate.label["const" + "ructor"]["constr" + "uctor"]("return 1")();',
      ),
      RIGHT,
    ],
    code: 0,
    requests: 2,
    rounds: 2,
    tells: "constr",
  },
  {
    title: "a test that cannot fail, then tests that can",
    script: [
      sealAnswer(
        RIGHT_BODY,
        `${TEST_HEAD}
Deno.test("it works", () => {
  guardSeal(CRATE, CONTEXT);
  assert.equal(1, 1);
});
`,
      ),
      RIGHT,
    ],
    code: 0,
    requests: 2,
    rounds: 2,
    tells: "passes whatever the function does",
  },
  {
    title: "a body without an end, then one with; the other unit passes first",
    blueprint: TWO_UNITS,
    script: ({ text, turns }) =>
      text.includes("ts file=crate_hooks_before_delete.ts")
        ? stayAnswer(STAY_BODY)
        : turns.length > 1
        ? RIGHT
        : sealAnswer("  while (crate.weight > 0);\n  return undefined;"),
    code: 0,
    requests: 3,
    rounds: 2,
    tells: 'found no end of "a fragile crate of up to 20 kg is sealed" in ',
    also: async ({ out }) => {
      const record = JSON.parse(
        await Deno.readTextFile(`${out}/.autocoder/answers/${STAY_HOOK}.json`),
      );
      assertEquals(record.rounds, 1);
    },
  },
  {
    title: "a budget that is spent after the first answer",
    script: [sealAnswer("  return crate.weight;"), RIGHT],
    code: 1,
    requests: 1,
    options: { args: ["--no-verify", "--budget", "5000 tokens"] },
    says: "budget does not reach",
  },
  {
    title: "two answers, then a key that is refused: what passed is kept",
    blueprint: TWO_UNITS,
    script: ({ text, turns }) =>
      turns.length > 1
        ? { status: 401, message: "invalid x-api-key" }
        : text.includes("ts file=crate_seal_guard.ts")
        ? RIGHT
        : sealAnswer("  return crate.weight;"),
    code: 1,
    requests: 3,
    says: "key",
    also: async ({ out }) => {
      const answers = await Array.fromAsync(
        Deno.readDir(`${out}/.autocoder/answers`),
      );
      assertEquals(answers.map(({ name }) => name), [`${SEAL_GUARD}.json`]);
    },
  },
  {
    title: "a key that is refused: nothing is written",
    script: () => ({ status: 401, message: "invalid x-api-key" }),
    code: 2,
    requests: 1,
    says: "key",
    also: async ({ out, run }) => {
      assertEquals(await isThere(out), false);
      assert(!run.stderr.includes('"event":"written"'), run.stderr);
    },
  },
];

/** The report of its verification says what the model was asked, and what that took. */
async function tellsTheModelsPart(
  { run, out }: PlayedScenario,
): Promise<void> {
  assertEquals(run.report?.verification?.status, "verified");
  const report: VerificationReport = JSON.parse(
    await Deno.readTextFile(`${out}/evidence/report.json`),
  );
  const { written, kept, unread } = report.authoring ?? {};
  const total = run.report?.authoring?.total;
  assertEquals(unread, undefined);
  assertEquals(kept?.map(({ unit }) => unit), [SEAL_GUARD]);
  assertEquals(
    [written?.total.calls, written?.total.tokens.input, written?.total.cost],
    [total?.calls, total?.tokens.input, total?.cost],
  );
  const page = await Deno.readTextFile(`${out}/evidence/report.html`);
  assert(page.includes('<section id="model">'), "found no section of a model");
}

/** The same bytes come again from the output's own blueprint, without a model; one changed word opens its unit alone. */
async function regenerates({ out }: PlayedScenario): Promise<void> {
  const again = await runGenerate({
    blueprint: `${out}/blueprint.yaml`,
    out: `${out}-again`,
  });
  assertEquals(again.code, 0, again.stderr);
  const manifest = (folder: string) =>
    Deno.readTextFile(`${folder}/.autocoder/manifest.json`);
  assertEquals(await manifest(`${out}-again`), await manifest(out));
  const text = await Deno.readTextFile(`${out}/blueprint.yaml`);
  await Deno.writeTextFile(
    `${out}/blueprint.yaml`,
    text.replace("is not sealed", "is never sealed"),
  );
  const changed = await runGenerate({
    blueprint: `${out}/blueprint.yaml`,
    out: `${out}-changed`,
  });
  assertEquals(changed.code, 2);
  assert(changed.stderr.includes(`found 1 behaviour that nobody has written`));
}

/** What was given up throws in the output, is told in its evidence, and no record is kept of it. */
async function keepsNothing({ out }: PlayedScenario): Promise<void> {
  const logic = await Deno.readTextFile(`${out}/logic/crate_logic.ts`);
  assert(logic.includes("This is not written yet."));
  assertEquals(await isThere(`${out}/.autocoder/answers`), false);
  const told = await Deno.readTextFile(`${out}/evidence/generation.json`);
  assert(told.includes(SEAL_GUARD));
}

async function isThere(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
