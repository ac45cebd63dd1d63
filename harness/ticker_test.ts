import { assert, assertEquals } from "@std/assert";
import { SYSTEM_CLOCK } from "./clock.ts";
import { Ticker } from "./ticker.ts";

Deno.test("Ticker.millis() is about now, and its timer ends when nothing goes on", async () => {
  const ticker = new Ticker(SYSTEM_CLOCK);
  const sweeps = Promise.withResolvers<void>();
  let count = 0;
  ticker.onTick(() => {
    if (++count === 2) sweeps.resolve();
    return false;
  });
  assert(Math.abs(ticker.millis() - Date.now()) < 1000);
  await sweeps.promise; // one tick for the read, one that finds nothing: the leak check does the rest
});

Deno.test("Ticker.deadline() is reached after its time, while a sweep keeps the timer going", async () => {
  const ticker = new Ticker(SYSTEM_CLOCK);
  const startedAt = performance.now();
  const reached = Promise.withResolvers<number>();
  const deadline = ticker.deadline(30);
  ticker.onTick((tick) => {
    if (tick < deadline) return true;
    reached.resolve(performance.now());
    return false;
  });
  assert(await reached.promise - startedAt >= 30);
});

Deno.test("Ticker.stop() leaves no timer, and the clock goes on", () => {
  const ticker = new Ticker(SYSTEM_CLOCK);
  ticker.millis();
  ticker.stop();
  assert(Math.abs(ticker.millis() - Date.now()) < 1000);
  assertEquals(ticker.deadline(0), 1);
});
