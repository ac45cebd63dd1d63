import { assertEquals } from "@std/assert";
import { quiet } from "./quiet.ts";
import { nextTurn, pendingTurn } from "./turn.ts";

Deno.test("quiet() waits for microtasks, their turns, and what was put off for fairness", async () => {
  const done: string[] = [];
  void Promise.resolve().then(() => done.push("microtask"));
  void nextTurn().then(() => nextTurn()).then(() => done.push("put off twice"));
  await quiet();
  assertEquals([done, pendingTurn()], [
    ["microtask", "put off twice"],
    undefined,
  ]);
});
