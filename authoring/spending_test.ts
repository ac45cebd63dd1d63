import { assert, assertEquals } from "@std/assert";
import { NO_USAGE } from "./language_model.ts";
import { type CallSpent, Spending } from "./spending.ts";

const CALL: CallSpent = {
  unit: "entities.order.actions.ship.guard",
  wave: 1,
  round: 1,
  type: "logic",
  files: [],
  finish: "done",
  usage: NO_USAGE,
  attempts: 1,
  ms: 5,
  cost: 0,
  syntaxErrors: 0,
};

Deno.test("Spending keeps calls and units in the order in which they ended, with time and memory", () => {
  let [time, memory] = [0, 1000];
  const spending = new Spending({
    now: () => time += 10,
    memory: () => memory *= 2,
  });
  const { unit, wave, type } = CALL;
  spending.called(CALL);
  spending.called({ ...CALL, round: 2 });
  spending.finished({ unit, wave, type, outcome: "written", files: [] });
  assertEquals(
    spending.calls.map(({ round, endMs, memoryBytes }) => [
      round,
      endMs,
      memoryBytes,
    ]),
    [[1, 10, 2000], [2, 20, 4000]],
  );
  assertEquals(
    spending.units.map(({ outcome, endMs, memoryBytes }) => [
      outcome,
      endMs,
      memoryBytes,
    ]),
    [["written", 30, 8000]],
  );
});

Deno.test("Spending asks the machine for time and memory", () => {
  const spending = new Spending();
  const before = performance.now();
  spending.called(CALL);
  const [call] = spending.calls;
  assert(call && call.endMs >= before && call.endMs <= performance.now());
  assert(call.memoryBytes > 1e6, `${call.memoryBytes}`);
});
