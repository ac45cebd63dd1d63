import { assert, assertEquals } from "@std/assert";
import type { SystemModel } from "../../generator/model/system_model.ts";
import { ModelFailure } from "../language_model.ts";
import { scriptedModel, type ScriptedReply } from "../scripted_model.ts";
import { Spending } from "../spending.ts";
import { AskWaves } from "./ask_waves.ts";
import { behaviorUnit } from "./testdata/behavior_unit.ts";
import { UnitWork } from "./unit_work.ts";

const UNIT = behaviorUnit("entities.order.fields.cost.computed");
const LATE = new ModelFailure("timed out", "No answer from the server at home");

/** Asks for one unit until the script ends; gives the questions, and what is said of each answer. */
async function play(script: readonly ScriptedReply[]) {
  const work = new UnitWork(UNIT);
  const model = scriptedModel((_, call) => script[call - 1] ?? "");
  const asking = new AskWaves([work], {
    system: {} as SystemModel, // only what is written is looked at here
    units: [UNIT],
    blueprint: "system: shop",
    model,
    deno: "deno",
    spending: new Spending(),
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  for (const _ of script) {
    await asking.ask([work]);
    work.judged(work.faults);
  }
  const said = model.asked.map(({ turns }) => turns.slice(1));
  return { work, said };
}

Deno.test("AskWaves shows a model its last answer with what was found in it, also after calls without an answer", async () => {
  const { said, work } = await play(["No block.", LATE, LATE]);
  assertEquals(said[0], []);
  const [, again, later] = said;
  assertEquals(again?.[0], { role: "assistant", text: "No block." });
  assert(again?.[1]?.text.includes("no fenced block"), again?.[1]?.text);
  assertEquals(later, again);
  assertEquals(work.faults.map(({ stage, text }) => [stage, text]), [
    ["call", LATE.message],
  ]);
});

Deno.test("AskWaves asks the same again where no answer has come", async () => {
  const { said } = await play([LATE, "No block."]);
  assertEquals(said, [[], []]);
});

Deno.test("AskWaves shows no empty answer, and of one that was cut off its beginning", async () => {
  const long = `begins ${"x".repeat(50_000)}`;
  const shown = async (first: ScriptedReply) =>
    (await play([first, "No block."])).said[1]?.[0]?.text ?? "";
  assertEquals(await shown(" \n"), "(nothing)");
  const cut = await shown({ text: long, finish: "truncated" });
  assert(cut.startsWith("begins xx") && cut.length < 5_000);
  assertEquals(await shown(long), long);
});

Deno.test("AskWaves asks a question that is refused once more without the answer before it, and then no more", async () => {
  const refused = new ModelFailure("rejected", "The question is too long");
  const { said, work } = await play(["No block.", refused, refused, "late"]);
  assertEquals(said.map(({ length }) => length), [0, 2, 0]);
  assertEquals(work.gaveUp, refused.message);
});
