/**
 * The stop of systems in which somebody waits for one who ignores it, on a clock that only the test moves.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import type { StopReport } from "./stop_report.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { aborted, Double, IN, OUT, server } from "./test_doubles.ts";
import { VirtualClock } from "./virtual_clock.ts";

const STOP_MS = 10_000;

Deno.test("stop() abandons the one that ignores it, not who waits for room there", async () => {
  const { report } = await stopping([endless()], ignoring("ignoring"));
  const { abandoned, stopped, failed, durationMs, ledger } = report;
  assertEquals([abandoned, stopped, failed], [["ignoring"], ["source"], []]);
  assert(durationMs <= STOP_MS, `found ${durationMs} ms`);
  assertEquals([ledger.balanced, ledger.dropped], [true, 0]);
});

Deno.test("stop() abandons a component whose handler hangs, not who waits for room there", async () => {
  const hanging = server("hanging", () => new Promise(() => {}), 1);
  const { report } = await stopping([endless()], hanging);
  assertEquals([report.abandoned, report.stopped], [["hanging"], ["source"]]);
  assert(report.durationMs <= STOP_MS, `found ${report.durationMs} ms`);
});

Deno.test("stop() abandons the one at the bottom, not who waits along the way", async () => {
  const relay = server("relay", (n, self) => self.emit("out", n), 2);
  const { report } = await stopping([endless(), relay], ignoring("ignoring"));
  const { abandoned, stopped, untaken, ledger } = report;
  assertEquals([abandoned, stopped], [["ignoring"], ["source", "relay"]]);
  assertEquals(untaken.map(({ connection }) => connection), [
    "relay.out -> ignoring.in",
  ]);
  assertEquals([ledger.balanced, ledger.dropped], [true, 0]);
});

Deno.test("stop() abandons the one that does not answer, not who waits for room at who asked it", async () => {
  const clock = new VirtualClock();
  const asking = server("asking", (n, self) => self.ask("out", n), 1);
  const harness = new SystemExecutionHarness({ clock, stopTimeoutMs: STOP_MS })
    .registerComponent(endless())
    .registerComponent(asking)
    .registerComponent(server("silent", () => new Promise(() => {})))
    .connect("source.out", "asking.in", { bufferSize: 1 })
    .connect("asking.out", "silent.in", { type: "request_reply" });
  const { abandoned, stopped, durationMs } = await stop(harness, clock);
  assertEquals([abandoned, stopped], [["silent"], ["source", "asking"]]);
  assert(durationMs <= STOP_MS, `found ${durationMs} ms`);
});

Deno.test("stop() abandons each of two that a broadcast waits for", async () => {
  const clock = new VirtualClock();
  const harness = new SystemExecutionHarness({ clock, stopTimeoutMs: STOP_MS })
    .registerComponent(endless())
    .registerComponent(ignoring("one"))
    .registerComponent(ignoring("two"))
    .connect("source.out", "one.in", { bufferSize: 1 })
    .connect("source.out", "two.in", { bufferSize: 5 });
  const { abandoned, stopped, durationMs } = await stop(harness, clock);
  assertEquals([abandoned, stopped], [["one", "two"], ["source"]]);
  assert(durationMs <= STOP_MS, `found ${durationMs} ms`);
});

Deno.test("stop() abandons a sender that ignores it, not a receiver that goes on", async () => {
  const clock = new VirtualClock();
  const got: unknown[] = [];
  const slow = server("slow", async (n) => {
    await new Promise<void>((resolve) => clock.after(300, resolve));
    got.push(n);
  }, 1);
  const deaf = new Double("source", {
    ports: OUT,
    process: async (self) => {
      for (let n = 0;; n++) await self.emit("out", n);
    },
  });
  const { report } = await stopping([deaf], slow, clock);
  assertEquals([report.abandoned, report.stopped], [["source"], ["slow"]]);
  assertEquals(report.deadLetters, 0);
  assert(got.length > 20, `found ${got.length} handled`);
});

Deno.test("stop() abandons both when they ignore it", async () => {
  const both = new Double("source", {
    ports: OUT,
    process: async (self) => {
      for (let n = 0;; n++) {
        await self.emit("out", n).catch(() => new Promise(() => {}));
      }
    },
  });
  const { report } = await stopping([both], ignoring("ignoring"));
  assertEquals(report.abandoned, ["source", "ignoring"]);
  assert(report.durationMs <= STOP_MS, `found ${report.durationMs} ms`);
});

Deno.test("a component with a stop time of its own is abandoned then, whoever it waits for", async () => {
  const clock = new VirtualClock();
  const harness = new SystemExecutionHarness({ clock, stopTimeoutMs: STOP_MS })
    .registerComponent(endless(), { stopTimeoutMs: 50 })
    .registerComponent(
      new Double("late", {
        ports: IN,
        process: (self) => aborted(self.signal),
      }),
    )
    .connect("source.out", "late.in", { bufferSize: 1 });
  const { abandoned, stopped } = await stop(harness, clock);
  assertEquals([abandoned, stopped], [["source"], ["late"]]);
});

/** Sends until it is told to stop. */
function endless(): Double {
  return new Double("source", {
    ports: OUT,
    process: async (self) => {
      for (let n = 0; !self.signal.aborted; n++) await self.emit("out", n);
    },
  });
}

function ignoring(name: string): Double {
  return new Double(name, { ports: IN, process: () => new Promise(() => {}) });
}

/** Stops a line of components in which each has room for one message, when it has gone as far as it can. */
async function stopping(
  line: readonly Double[],
  last: Double,
  clock: VirtualClock = new VirtualClock(),
): Promise<{ readonly report: StopReport }> {
  const harness = new SystemExecutionHarness({ clock, stopTimeoutMs: STOP_MS });
  const all = [...line, last];
  for (const component of all) harness.registerComponent(component);
  for (const [i, { name }] of line.entries()) {
    harness.connect(`${name}.out`, `${all[i + 1]!.name}.in`, { bufferSize: 1 });
  }
  return { report: await stop(harness, clock) };
}

async function stop(
  harness: SystemExecutionHarness,
  clock: VirtualClock,
): Promise<StopReport> {
  await harness.start();
  await clock.advance(10);
  const report = harness.stop();
  await clock.advance(2 * STOP_MS);
  return await report;
}
