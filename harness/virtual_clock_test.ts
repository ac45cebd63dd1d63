import { assertEquals, assertRejects } from "@std/assert";
import { RequestTimeout } from "./errors.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, Double, server } from "./test_doubles.ts";
import { VirtualClock } from "./virtual_clock.ts";

Deno.test("VirtualClock.advance() calls back in order of time, then of asking, also those asked for on the way", async () => {
  const clock = new VirtualClock(1000);
  const heard: string[] = [];
  const note = (name: string) => () =>
    void heard.push(`${name}@${clock.now()}`);
  clock.after(20, note("c"));
  clock.after(10, note("a"));
  clock.after(10, note("b"));
  clock.after(10, () => void clock.after(5, note("later")));
  clock.after(Infinity, note("never"));
  clock.after(15, note("called off"))();
  assertEquals(clock.pending, 4);
  await clock.advance(9);
  assertEquals(heard, []);
  await clock.advance(100);
  assertEquals(heard, ["a@10", "b@10", "later@15", "c@20"]);
  assertEquals([clock.now(), clock.date(), clock.pending], [109, 1109, 0]);
});

Deno.test("a harness on a VirtualClock lets a request time out when the clock has moved, and no earlier", async () => {
  const clock = new VirtualClock();
  const asker = client("asker");
  const harness = new SystemExecutionHarness({ clock, stopTimeoutMs: 100 })
    .registerComponent(asker)
    .registerComponent(server("silent", () => new Promise(() => {})))
    .connect("asker.out", "silent.in", { type: "request_reply" });
  await harness.start();
  let ended = false;
  const asked = asker.ask("out", 1, { timeoutMs: 60_000 })
    .finally(() => ended = true);
  const rejected = assertRejects(() => asked, RequestTimeout);
  await clock.advance(59_000);
  assertEquals(ended, false);
  await clock.advance(2_000);
  await rejected;
  const stopped = harness.stop();
  await clock.advance(200);
  assertEquals((await stopped).abandoned, ["silent"]);
});

Deno.test("a harness on a VirtualClock restarts when the backoff has passed", async () => {
  const clock = new VirtualClock();
  let lives = 0;
  const mortal = new Double("mortal", {
    process: (self) => {
      if (++lives < 3) throw new Error("boom");
      return new Promise((resolve) =>
        self.signal.addEventListener("abort", () => resolve())
      );
    },
  });
  const harness = new SystemExecutionHarness({
    clock,
    supervision: {
      backoff: { firstMs: 1000, factor: 10, maxMs: 60_000, jitter: 0 },
    },
  })
    .registerComponent(mortal, { restart: "transient" })
    .registerComponent(client("other"));
  await harness.start();
  await clock.advance(999);
  assertEquals(lives, 1);
  await clock.advance(1);
  assertEquals(lives, 2);
  await clock.advance(9_999); // ten times longer, because it is the second within the window
  assertEquals(lives, 2);
  await clock.advance(1);
  assertEquals(lives, 3);
  await harness.stop();
  assertEquals(clock.pending, 0);
});
