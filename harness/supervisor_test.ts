import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { RestartsExhausted } from "./errors.ts";
import type { LogEntry } from "./log.ts";
import type { MemberOptions } from "./member_options.ts";
import type { SupervisionOptions } from "./supervision.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { aborted, client, Double, IN, OUT } from "./test_doubles.ts";

const boom = new Error("boom");
const TRANSIENT: MemberOptions = { restart: "transient" };
const AT_ONCE: SupervisionOptions = { backoff: { firstMs: 0 } };

/** A component that serves `in` until its fate is rejected; each life has another fate. */
class Mortal extends Double {
  readonly lives: PromiseWithResolvers<void>[] = [];
  readonly signals: AbortSignal[] = [];

  constructor(name: string, handler: (value: never) => unknown) {
    super(name, {
      ports: { ...IN, ...OUT },
      process: () => {
        const fate = Promise.withResolvers<void>();
        this.lives.push(fate);
        this.signals.push(this.signal);
        return Promise.race([fate.promise, this.answer({ in: handler })]);
      },
    });
  }

  die(error: unknown = boom): void {
    this.lives.at(-1)!.reject(error);
  }
}

/** Waits for something that microtasks and timers bring about. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 0));
}

Deno.test("a transient component that failed comes back to the channel it left, and loses no queued message", async () => {
  const seen: number[] = [];
  const asker = client("asker");
  const mortal = new Mortal("mortal", (n: number) => void seen.push(n));
  await using harness = new SystemExecutionHarness({ supervision: AT_ONCE })
    .registerComponent(asker)
    .registerComponent(mortal, TRANSIENT)
    .connect("asker.out", "mortal.in");
  await harness.start();
  await asker.emit("out", 1);
  await until(() => seen.length === 1);
  mortal.die();
  await until(() => mortal.status.state === "error");
  for (const n of [2, 3]) await asker.emit("out", n);
  await until(() => seen.length === 3);
  assertEquals(seen, [1, 2, 3]);
  assertEquals(mortal.metrics.restarts, 1);
  assertEquals(mortal.signals.map(({ aborted }) => aborted), [true, false]);
  const { ledger, deadLetters } = await harness.stop();
  assertEquals([ledger.balanced, ledger.acknowledged, deadLetters], [
    true,
    3,
    0,
  ]);
});

Deno.test("`memberDefaults` hold for every component, except where its registration says otherwise", async () => {
  let lives = 0;
  const fails = (name: string) =>
    new Double(name, {
      process: (self) => {
        if (++lives > 2) return aborted(self.signal);
        throw boom;
      },
    });
  const [first, second] = [fails("first"), fails("second")];
  await using harness = new SystemExecutionHarness({
    supervision: AT_ONCE,
    memberDefaults: TRANSIENT,
  })
    .registerComponent(first)
    .registerComponent(second, { restart: "temporary" });
  await harness.start();
  await until(() => first.metrics.restarts === 1 && first.status.isRunning);
  assertEquals([second.metrics.restarts, second.status.state], [0, "error"]);
});

Deno.test("too many restarts end the system: run() rejects, and nothing is lost", async () => {
  const log: LogEntry[] = [];
  const broken = new Double("broken", {
    ports: IN,
    process: () => {
      throw boom;
    },
  });
  const asker = client("asker", (self) => self.emit("out", "queued"));
  const harness = new SystemExecutionHarness({
    name: "doomed",
    log: (entry) => log.push(entry),
    supervision: { ...AT_ONCE, maxRestarts: 2, windowMs: 60_000 },
  })
    .registerComponent(asker)
    .registerComponent(broken, TRANSIENT)
    .connect("asker.out", "broken.in");
  const error = await assertRejects(() => harness.run(), RestartsExhausted);
  assertEquals(
    error.message,
    'Cannot restart "broken" of "doomed": found 2 restarts within 60000 ms, wanted fewer',
  );
  assertStrictEquals(error.cause, boom);
  assertEquals(harness.state, "failed");
  assertEquals(harness.health().live, false);
  assertEquals(broken.metrics.restarts, 2);
  const { ledger, deadLetters } = await harness.stop();
  assertEquals([ledger.balanced, deadLetters], [true, 1]);
  assert(log.some(({ event }) => event === "escalated"));
});

Deno.test("stop() does not wait for a restart that is due later, and buries what was queued", async () => {
  const asker = client("asker");
  const mortal = new Mortal("mortal", () => {});
  const harness = new SystemExecutionHarness({
    supervision: { backoff: { firstMs: 3_600_000, maxMs: 3_600_000 } },
  })
    .registerComponent(asker)
    .registerComponent(mortal, TRANSIENT)
    .connect("asker.out", "mortal.in", { bufferSize: 1 });
  await harness.start();
  mortal.die();
  await until(() => mortal.status.state === "error");
  const health = harness.health();
  assertEquals([health.status, health.live, health.ready], [
    "degraded",
    true,
    false,
  ]);
  await asker.emit("out", 1);
  const blocked = asker.emit("out", 2); // the channel is full
  const report = await harness.stop();
  await blocked;
  assertEquals(report.failed, ["mortal"]);
  assertEquals(report.abandoned, []);
  assertEquals([report.ledger.balanced, report.deadLetters], [true, 2]);
});

Deno.test("a setup() that fails at a restart is another failure", async () => {
  let setups = 0;
  const mortal = new Double("mortal", {
    setup: () => {
      if (++setups === 2) throw boom;
    },
    process: (self) => {
      if (setups === 1) throw boom;
      return aborted(self.signal);
    },
  });
  await using harness = new SystemExecutionHarness({ supervision: AT_ONCE })
    .registerComponent(mortal, TRANSIENT)
    .registerComponent(client("other"));
  await harness.start();
  await until(() => setups === 3 && mortal.status.isRunning);
  assertEquals(mortal.metrics.restarts, 2);
  assertEquals(mortal.status.errorCount, 2);
});

Deno.test("a setup() that fails after the component had stopped leaves it in error, for that reason", async () => {
  let setups = 0;
  const error = new Error("the port is in use");
  const entries: LogEntry[] = [];
  const ended = new Double("ended", {
    setup: () => {
      if (++setups === 2) throw error;
    },
    process: (self) => setups > 1 ? aborted(self.signal) : Promise.resolve(),
  });
  await using harness = new SystemExecutionHarness({
    supervision: AT_ONCE,
    log: (entry) => entries.push(entry),
  }).registerComponent(ended, { restart: "permanent" });
  await harness.start();
  await until(() => setups === 2);
  assertEquals(ended.status.state, "error");
  assertStrictEquals(ended.status.lastError, error);
  await until(() => setups === 3 && ended.status.isRunning);
  assertEquals(ended.status.errorCount, 1);
  const refused = entries.filter(({ event }) => event === "transition_refused");
  assertEquals(refused, []);
});

const STRATEGIES = {
  one_for_one: ["b"],
  rest_for_one: ["b", "c"],
  one_for_all: ["a", "b", "c"],
} as const;
for (const [strategy, restarted] of Object.entries(STRATEGIES)) {
  Deno.test(`${strategy} starts ${restarted.join(", ")} again when b of a, b, c fails, and no message is lost`, async () => {
    const seen: number[] = [];
    const order: string[] = [];
    const lives = { a: 0, b: 0, c: 0 };
    const fate = Promise.withResolvers<void>();
    const make = (name: "a" | "b" | "c", handler: (n: number) => unknown) =>
      new Double(name, {
        ports: { ...IN, ...OUT },
        setup: () => void order.push(`setup ${name}`),
        cleanup: () => void order.push(`cleanup ${name}`),
        process: (self) => {
          const first = ++lives[name] === 1;
          const served = self.answer({ in: handler });
          return name === "b" && first
            ? Promise.race([fate.promise, served])
            : served;
        },
      });
    const b: Double = make("b", (n) => b.emit("out", n));
    const a: Double = make("a", (n) => a.emit("out", n));
    const c = make("c", (n) => void seen.push(n));
    const asker = client("asker");
    await using harness = new SystemExecutionHarness({
      supervision: {
        ...AT_ONCE,
        strategy: strategy as keyof typeof STRATEGIES,
      },
    })
      .registerComponent(asker)
      .registerComponent(a, TRANSIENT)
      .registerComponent(b, TRANSIENT)
      .registerComponent(c, TRANSIENT)
      .connect("asker.out", "a.in")
      .connect("a.out", "b.in")
      .connect("b.out", "c.in");
    await harness.start();
    order.length = 0;
    await asker.emit("out", 1);
    await until(() => seen.length === 1);
    fate.reject(boom);
    await until(() => lives.b === 2);
    for (const n of [2, 3]) await asker.emit("out", n);
    await until(() => seen.length === 3);
    assertEquals(seen, [1, 2, 3]);
    const again = Object.entries(lives).filter(([, count]) => count === 2).map((
      [name],
    ) => name);
    assertEquals(
      again,
      strategy === "one_for_all" ? ["a", "b", "c"] : [...restarted],
    );
    const [down, up] = [
      order.slice(0, again.length),
      order.slice(again.length),
    ];
    assertEquals(down.toSorted(), again.map((name) => `cleanup ${name}`));
    assertEquals(up, again.toReversed().map((name) => `setup ${name}`)); // receivers first
    const report = await harness.stop();
    assertEquals([report.ledger.balanced, report.deadLetters], [true, 0]);
  });
}

Deno.test("a setup() that takes too long fails the start, and what it does later is ignored", async () => {
  const late = Promise.withResolvers<void>();
  const slow = new Double("slow", { setup: () => late.promise });
  const harness = new SystemExecutionHarness()
    .registerComponent(slow, { startTimeoutMs: 1 });
  const error = await assertRejects(() => harness.start());
  assertInstanceOf(error, Error);
  assertEquals(
    error.message,
    'Cannot start component "slow": found it setting up after 1 ms',
  );
  late.resolve();
  assertEquals(slow.status.state, "error");
});

Deno.test("a component is abandoned after its own stop time, though its system has more", async () => {
  const deaf = new Double("deaf", { process: () => new Promise(() => {}) });
  const harness = new SystemExecutionHarness({ stopTimeoutMs: 60_000 })
    .registerComponent(deaf, { stopTimeoutMs: 5 });
  await harness.start();
  const report = await harness.stop();
  assertEquals(report.abandoned, ["deaf"]);
  assert(report.durationMs < 30_000);
});
