/**
 * The stop of systems in which senders wait for room, on a clock that only the test moves.
 *
 * @module
 */
import { assertEquals, assertInstanceOf } from "@std/assert";
import { ChannelBroken } from "./errors.ts";
import type { StopReport } from "./stop_report.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { aborted, Double, IN, OUT, server, source } from "./test_doubles.ts";
import { VirtualClock } from "./virtual_clock.ts";

const VALUES = [1, 2, 3, 4, 5, 6];
const STOP_MS = 10_000;
const GRACE_MS = STOP_MS / 10;

Deno.test("stop() tells a component that never reads, and those who wait for it are not given up", async () => {
  const clock = new VirtualClock();
  const deaf = component("deaf", (self) => aborted(self.signal));
  const { harness, report } = await stopping(clock, deaf);
  await clock.advance(GRACE_MS - 1);
  assertEquals(deaf.signal.aborted, false);
  await clock.advance(1);
  const { abandoned, stopped, untaken, durationMs, ledger } = await report;
  assertEquals([abandoned, stopped], [[], ["relay", "source", "deaf"]]);
  assertEquals(durationMs, GRACE_MS);
  assertEquals(untaken, [{ connection: "relay.out -> deaf.in", messages: 4 }]);
  assertEquals([ledger.balanced, ledger.dead, ledger.queued], [true, 6, 0]);
  const letters = harness.deadLetters.map(({ component, port, message }) =>
    [component, port, message.data].join()
  );
  // What the relay still had to send found the channel closed: it had taken that itself.
  assertEquals(letters.toSorted(), [
    ...[1, 2, 3, 4].map((value) => `deaf,in,${value}`),
    ...[5, 6].map((value) => `relay,in,${value}`),
  ]);
});

Deno.test("stop() lets a slow reader have everything", async () => {
  const got: unknown[] = [];
  const clock = new VirtualClock();
  const slow = component("slow", async (self) => {
    for await (const message of self.receiveStreams.get("in")![0]!) {
      if (self.signal.aborted) break;
      got.push(message.data);
      await pause(clock, GRACE_MS + 100); // not even waiting when it is looked at
    }
  });
  const { report } = await stopping(clock, slow);
  await clock.advance(STOP_MS);
  const { untaken, deadLetters, abandoned } = await report;
  assertEquals(got, VALUES);
  assertEquals([untaken, deadLetters, abandoned], [[], 0, []]);
});

Deno.test("stop() lets a component that serves slowly have everything", async () => {
  const got: unknown[] = [];
  const clock = new VirtualClock();
  const slow = server("slow", async (value) => {
    await pause(clock, GRACE_MS + 100);
    got.push(value);
  }, 1);
  const { report } = await stopping(clock, slow);
  await clock.advance(STOP_MS);
  const { untaken, deadLetters } = await report;
  assertEquals([got, untaken, deadLetters], [VALUES, [], 0]);
});

Deno.test("stop() lets a component that begins to read late have everything", async () => {
  const got: unknown[] = [];
  const clock = new VirtualClock();
  const late = component("late", async (self) => {
    await pause(clock, 3 * GRACE_MS);
    await self.answer({ in: (value) => void got.push(value) });
  });
  const { report } = await stopping(clock, late);
  await clock.advance(STOP_MS);
  const { untaken, deadLetters, durationMs } = await report;
  assertEquals([got, untaken, deadLetters], [VALUES, [], 0]);
  assertEquals(durationMs, 3 * GRACE_MS);
});

Deno.test("stop() lets a component that reads when it is told to stop have everything", async () => {
  const got: unknown[] = [];
  const clock = new VirtualClock();
  const hoarder = component("hoarder", async (self) => {
    await aborted(self.signal);
    for await (const message of self.receiveStreams.get("in")![0]!) {
      got.push(message.data);
    }
  });
  const { report } = await stopping(clock, hoarder);
  await clock.advance(GRACE_MS);
  const { untaken, deadLetters, durationMs } = await report;
  assertEquals([got, untaken, deadLetters], [VALUES, [], 0]);
  assertEquals(durationMs, GRACE_MS);
});

Deno.test("stop() does not tell a component early that reads another of its ports", async () => {
  const clock = new VirtualClock();
  const got: unknown[] = [];
  const half = new Double("half", {
    ports: { ...IN, other: { direction: "in" } },
    process: (self) =>
      Promise.race([
        aborted(self.signal),
        self.answer({ other: (value) => void got.push(value) }),
      ]),
  });
  const talker = new Double("talker", {
    ports: OUT,
    process: async (self) => {
      await aborted(self.signal);
      await pause(clock, 3 * GRACE_MS);
      await self.emit("out", "last words");
    },
  });
  const harness = wired(clock, half)
    .registerComponent(talker)
    .connect("talker.out", "half.other");
  await harness.start();
  await clock.advance(0);
  const report = harness.stop();
  await clock.advance(STOP_MS);
  assertEquals([(await report).untaken.length, got], [1, ["last words"]]);
});

Deno.test("stop() frees those who send to a component that was never started", async () => {
  const clock = new VirtualClock();
  const early = new Double("early", {
    ports: OUT,
    process: async (self) => {
      for (const value of [1, 2, 3]) await self.emit("out", value);
    },
  });
  const harness = new SystemExecutionHarness({ clock, stopTimeoutMs: STOP_MS })
    .registerComponent(early)
    .registerComponent(
      new Double("setting_up", { setup: (self) => aborted(self.signal) }),
      { after: ["early"] },
    )
    .registerComponent(server("never", () => {}), { after: ["setting_up"] })
    .connect("early.out", "never.in", { bufferSize: 1 });
  const started = harness.start();
  await clock.advance(0);
  const report: StopReport = await harness.stop();
  await started;
  assertEquals([report.durationMs, report.abandoned], [0, []]);
  assertEquals(report.failed, ["early"]);
  assertInstanceOf(early.status.lastError, ChannelBroken); // of the third value
  assertEquals(report.untaken, [
    { connection: "early.out -> never.in", messages: 2 },
  ]);
});

/** A component with the port `in`. */
function component(
  name: string,
  process: (self: Double) => Promise<void>,
): Double {
  return new Double(name, { ports: IN, process });
}

/** A system in which six values wait at the last component, which is given, and upstream of it. */
function wired(clock: VirtualClock, last: Double): SystemExecutionHarness {
  return new SystemExecutionHarness({ clock, stopTimeoutMs: STOP_MS })
    .registerComponent(server("relay", (n, self) => self.emit("out", n), 2))
    .registerComponent(source("source", VALUES))
    .registerComponent(last)
    .connect("source.out", "relay.in", { bufferSize: 1 })
    .connect("relay.out", `${last.name}.in`, { bufferSize: 2 });
}

/** Starts such a system, lets it go as far as it can, and begins to stop it. */
async function stopping(clock: VirtualClock, last: Double) {
  const harness = wired(clock, last);
  await harness.start();
  await clock.advance(0);
  return { harness, report: harness.stop() };
}

function pause(clock: VirtualClock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => clock.after(milliseconds, resolve));
}
