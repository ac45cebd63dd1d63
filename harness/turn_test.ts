import { assert, assertStrictEquals } from "@std/assert";
import { nextTurn, TURN_MS, turnIsSpent } from "./turn.ts";

Deno.test("turnIsSpent() notices values that each take longer than a turn", async () => {
  let fired = false;
  setTimeout(() => fired = true, 0);
  for (let i = 0; i < 200 && !fired; i++) {
    const until = performance.now() + TURN_MS + 1;
    while (performance.now() < until);
    await (turnIsSpent() ? nextTurn() : undefined);
  }
  assert(fired, "the timer never had a turn");
});

Deno.test("nextTurn() is one pause for all who wait for it", async () => {
  const pause = nextTurn();
  assertStrictEquals(nextTurn(), pause);
  await pause;
});
