import { assert, assertEquals, assertThrows } from "@std/assert";
import { backoffMs, RestartIntensity } from "./supervision.ts";

Deno.test("RestartIntensity.admit() allows so many restarts within the window, and again when it has passed", () => {
  const intensity = new RestartIntensity(2, 1000);
  assert(intensity.admit(0));
  assert(intensity.admit(500));
  assertEquals(intensity.admit(999), false);
  assert(intensity.admit(1000)); // the one at 0 has left the window
  assertEquals(intensity.admit(1400), false);
  assertEquals(intensity.recent(1600), 1);
});

Deno.test("RestartIntensity with no restarts allowed admits none", () => {
  assertEquals(new RestartIntensity(0, 1000).admit(0), false);
});

Deno.test("RestartIntensity refuses numbers that make no sense", () => {
  for (const max of [-1, 1.5, NaN]) {
    assertThrows(() => new RestartIntensity(max, 1), RangeError, "maxRestarts");
  }
  for (const window of [0, -1, NaN]) {
    assertThrows(() => new RestartIntensity(1, window), RangeError, "windowMs");
  }
});

Deno.test("backoffMs() doubles up to the longest wait, less a part left to chance", () => {
  const options = { firstMs: 100, maxMs: 1000, jitter: 0.5 };
  const never = () => 0;
  assertEquals(
    [0, 1, 2, 3, 4, 50].map((n) => backoffMs(n, options, never)),
    [100, 200, 400, 800, 1000, 1000],
  );
  assertEquals(backoffMs(0, options, () => 1), 50);
  assertEquals(backoffMs(3, { ...options, jitter: 1 }, () => 1), 0);
});
