import { assertEquals } from "@std/assert";
import { ShutDownClock } from "./shut_down_clock.ts";

Deno.test("ShutDownClock gives four fifths, then a tenth, then what is left, then nothing", () => {
  let now = 500;
  const clock = new ShutDownClock(1000, () => now);
  const remaining = [0, 700, 800, 950, 1000, 1100].map((elapsed) => {
    now = 500 + elapsed;
    return clock.forNext()();
  });
  assertEquals(remaining, [800, 100, 100, 50, 0, -100]);
});

Deno.test("ShutDownClock counts down", () => {
  let now = 0;
  const remaining = new ShutDownClock(1000, () => now).forNext();
  now = 300;
  assertEquals(remaining(), 500);
});
