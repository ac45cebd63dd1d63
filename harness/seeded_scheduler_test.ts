import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { FaultPlan } from "./fault_plan.ts";
import { ProbeSink } from "./probe_sink.ts";
import { SeededScheduler } from "./seeded_scheduler.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { Double, IN, OUT, server, sink, source } from "./test_doubles.ts";

async function raceOf(seed: number): Promise<readonly string[]> {
  using scheduler = new SeededScheduler({ seed });
  const task = async (name: string) => {
    for (const step of [1, 2]) await scheduler.yield(`${name}${step}`);
  };
  await scheduler.run(() => Promise.all(["a", "b", "c"].map(task)));
  return scheduler.trace;
}

Deno.test("SeededScheduler gives the same order for the same seed, and others for others", async () => {
  const traces = new Set<string>();
  for (let seed = 0; seed < 30; seed++) {
    const trace = await raceOf(seed);
    assertEquals(await raceOf(seed), trace);
    assertEquals(trace.toSorted(), ["a1", "a2", "b1", "b2", "c1", "c2"]);
    traces.add(trace.join(" "));
  }
  assert(traces.size > 20, `found ${traces.size} orders`);
});

Deno.test("SeededScheduler.yield() holds whoever comes before run(), and nobody after free()", async () => {
  const scheduler = new SeededScheduler({ seed: 1 });
  const done: string[] = [];
  const task = scheduler.yield("early").then(() => done.push("early"));
  await scheduler.clock.advance(1_000);
  assertEquals([done, scheduler.waiting], [[], ["early"]]);
  await scheduler.run(() => task);
  void scheduler.yield("late").then(() => done.push("late"));
  await scheduler.clock.advance(1_000);
  assertEquals([done, scheduler.waiting], [["early"], ["late"]]);
  scheduler.free();
  await scheduler.yield("free");
  assertEquals(done, ["early", "late"]);
  assertEquals([scheduler.trace, scheduler.waiting], [["early"], []]);
});

Deno.test("SeededScheduler.run() lets time pass only while nobody waits for a turn", async () => {
  using scheduler = new SeededScheduler({ seed: 3 });
  const { clock } = scheduler;
  const seen: string[] = [];
  clock.after(10, () => seen.push(`alarm at ${clock.now()}`));
  await scheduler.run(async () => {
    for (let turn = 0; turn < 3; turn++) await scheduler.yield("a");
    seen.push(`turns at ${clock.now()}`);
    await new Promise<void>((resolve) => clock.after(30, resolve));
    await scheduler.yield("b");
    seen.push(`done at ${clock.now()}`);
  });
  assertEquals(seen, ["turns at 0", "alarm at 10", "done at 30"]);
});

Deno.test("SeededScheduler.run() rejects with what the task throws, and with no progress", async () => {
  using scheduler = new SeededScheduler({ seed: 5, maxTurns: 20 });
  const boom = new Error("boom");
  const thrown = await assertRejects(
    () =>
      scheduler.run(async () => {
        await scheduler.yield("a");
        throw boom;
      }),
    Error,
  );
  assert(thrown === boom);
  const never = new Promise<void>(() => {});
  const stuck = await assertRejects(
    () =>
      scheduler.run(() => scheduler.during("the wait for Godot", () => never)),
    Error,
  );
  assertEquals(
    stuck.message,
    "Cannot go on under seed 5: found nobody who waits for a turn or for time to pass, and the task " +
      'not settled after 1 turns, wanted its end. Not done yet:\n- "the wait for Godot", begun after ' +
      '1 turns\nThe last turns: "a"',
  );
  let isOver = false;
  const endless = await assertRejects(
    () =>
      scheduler.run(async () => {
        while (!isOver) await scheduler.yield("again");
      }),
    Error,
  );
  isOver = true;
  scheduler.free();
  assert(endless.message.includes("found 21 turns taken"), endless.message);
});

Deno.test("SeededScheduler.run() takes a clock on which nothing but time moves as no progress", async () => {
  using scheduler = new SeededScheduler({ seed: 5, maxIdleMs: 500 });
  const { clock } = scheduler;
  const tick = () => void clock.after(20, tick);
  tick();
  const stuck = await assertRejects(
    () => scheduler.run(() => new Promise(() => {})),
    Error,
  );
  assert(stuck.message.includes("no turn wanted for 500 ms"), stuck.message);
  assertEquals(clock.now(), 500);
});

Deno.test("SeededScheduler refuses a seed that is no integer", () => {
  const error = assertThrows(
    () => new SeededScheduler({ seed: 0.5 }),
    RangeError,
  );
  assertEquals(
    error.message,
    "Cannot make a scheduler: found seed 0.5, wanted an integer",
  );
});

/** Two sources into one doubler into a sink, all controlled. */
async function pipeline(seed: number) {
  using scheduler = new SeededScheduler({ seed });
  const into: unknown[] = [];
  const parts = [
    source("a", ["a1", "a2", "a3"]),
    source("b", ["b1", "b2", "b3"]),
    server("double", (text: string, self) => self.emit("out", text + text), 2),
    sink("end", into),
  ].map((part) => scheduler.control(part));
  await scheduler.run(async () => {
    const harness = new SystemExecutionHarness({ clock: scheduler.clock });
    for (const part of parts) harness.registerComponent(part);
    await harness
      .connect("a.out", "double.in", { bufferSize: 1 })
      .connect("b.out", "double.in", { bufferSize: 1 })
      .connect("double.out", "end.in", { bufferSize: 1 })
      .run();
  });
  return { into, trace: scheduler.trace };
}

Deno.test("SeededScheduler.control() mixes the turns of components, and keeps each port's order", async () => {
  const orders = new Set<string>();
  for (let seed = 0; seed < 20; seed++) {
    const { into, trace } = await pipeline(seed);
    const again = await pipeline(seed);
    assertEquals(again.trace, trace);
    assertEquals(again.into, into);
    assertEquals(into.length, 6);
    for (const name of ["a", "b"]) {
      const own = into.filter((text) => String(text).startsWith(name));
      assertEquals(own, [1, 2, 3].map((n) => `${name}${n}${name}${n}`));
    }
    orders.add(into.join());
  }
  assert(orders.size > 3, `found ${orders.size} orders`);
  const { trace } = await pipeline(0);
  assertEquals([...new Set(trace)].toSorted(), [
    "a.out",
    "b.out",
    "double.in",
    "double.out",
    "end.in",
  ]);
});

Deno.test("SeededScheduler.run() names the handlers and sends that do not come to an end", async () => {
  using scheduler = new SeededScheduler({ seed: 2 });
  const probe = new ProbeSink("nobody");
  const harness = new SystemExecutionHarness({ clock: scheduler.clock })
    .registerComponent(scheduler.control(source("eager", [1, 2])))
    .registerComponent(probe)
    .connect("eager.out", "nobody.in", { bufferSize: 1 });
  const stuck = await assertRejects(
    () => scheduler.run(() => harness.run()),
    Error,
  );
  assert(
    stuck.message.includes('- "eager.out", begun after 2 turns'),
    stuck.message,
  );
  probe.flow();
  await harness.stop();
});

/** parse → keep, of which parse asks lookup; faults strike in handlers, at turns that the seed decides. */
async function underFaults(seed: number) {
  using scheduler = new SeededScheduler({ seed });
  const { clock } = scheduler;
  const plan = new FaultPlan(seed, {
    clock,
    rates: { throw: 0.05, hang: 0.01, slow: 0.1, crash: 0.02 },
  });
  const kept: number[] = [];
  const part = (
    name: string,
    handle: (n: number, self: Double) => unknown,
  ) =>
    scheduler.control(
      new Double(name, {
        ports: { ...IN, ...OUT, lookup: { direction: "out" } },
        process: (self) =>
          Promise.race([
            plan.downfall(name),
            self.answer({
              in: async (n: number) => {
                await plan.strike(name, "handler");
                return await handle(n, self);
              },
            }, 4),
          ]),
      }),
    );
  const restart = { restart: "transient", delivery: "at_least_once" } as const;
  const harness = new SystemExecutionHarness({
    clock,
    requestTimeoutMs: 500,
    stopTimeoutMs: 2_000,
    supervision: { maxRestarts: 100, backoff: { firstMs: 5, jitter: 0 } },
  })
    .registerComponent(
      scheduler.control(source("source", Array(20).keys())),
    )
    .registerComponent(
      part("parse", async (n, self) => {
        await self.emit("out", await self.ask<number>("lookup", n));
      }),
      restart,
    )
    .registerComponent(part("lookup", (n) => n), restart)
    .registerComponent(part("keep", (n) => void kept.push(n)), restart)
    .connect("source.out", "parse.in", { bufferSize: 2 })
    .connect("parse.lookup", "lookup.in", { type: "request_reply" })
    .connect("parse.out", "keep.in", { bufferSize: 2 });
  const report = await scheduler.run(async () => {
    const ended = harness.run();
    clock.after(10_000, () => void harness.stop()); // a handler that hangs would keep it for ever
    await ended;
    return await harness.stop();
  });
  const dead = harness.deadLetters.map(({ message }) => message.data);
  return { report, kept, dead, plan, trace: scheduler.trace };
}

Deno.test("SeededScheduler and FaultPlan of one seed replay turns and faults exactly, and no message is lost", async () => {
  let strikes = 0;
  for (let seed = 0; seed < 40; seed++) {
    const { report, kept, dead, plan, trace } = await underFaults(seed);
    assertEquals(report.ledger.unbalanced, [], `seed ${seed}`);
    const known = new Set<unknown>([...kept, ...dead]);
    for (let n = 0; n < 20; n++) {
      assert(known.has(n), `seed ${seed}: message ${n} is lost`);
    }
    strikes += plan.strikes.length;
    if (seed >= 10) continue;
    const again = await underFaults(seed);
    assertEquals(again.trace, trace, `seed ${seed}`);
    assertEquals(again.plan.strikes, plan.strikes);
    assertEquals([again.kept, again.dead], [kept, dead]);
  }
  assert(strikes > 100, `found ${strikes} strikes`);
});
