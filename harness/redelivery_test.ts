import {
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { ComponentUnavailable, RequestFailed } from "./errors.ts";
import type { MemberOptions } from "./member_options.ts";
import type { SupervisionOptions } from "./supervision.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { aborted, client, Double, IN, OUT, sink } from "./test_doubles.ts";

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

Deno.test("at most once, what was in hand becomes a dead letter, and its requester is told", async () => {
  const asker = client("asker");
  const late = Promise.withResolvers<string>();
  const mortal = new Mortal(
    "mortal",
    (n: number) => n === 1 ? late.promise : "hello",
  );
  await using harness = new SystemExecutionHarness({ supervision: AT_ONCE })
    .registerComponent(asker)
    .registerComponent(mortal, TRANSIENT)
    .connect("asker.out", "mortal.in", { type: "request_reply" });
  await harness.start();
  const first = asker.ask("out", 1);
  await until(() => mortal.metrics.inHand === 1);
  mortal.die();
  const { cause } = await assertRejects(() => first, RequestFailed);
  assertInstanceOf(cause, ComponentUnavailable);
  assertStrictEquals(cause.cause, boom);
  late.resolve("of a former life"); // it is ignored
  assertEquals(await asker.ask("out", 2), "hello");
  assertEquals(mortal.metrics.inHand, 0);
  const [letter] = harness.deadLetters;
  assertEquals([letter?.component, letter?.port, letter?.attempt], [
    "mortal",
    "in",
    1,
  ]);
  assertStrictEquals(letter?.cause, boom);
  const { ledger } = await harness.stop();
  assertEquals([ledger.balanced, ledger.dead, ledger.inHand], [true, 1, 0]);
});

Deno.test("a component that refuses while it rests fails requests at once, keeps messages, and is asked again after its restart", async () => {
  const seen: unknown[] = [];
  const asker = client("asker");
  const gate = Promise.withResolvers<void>();
  const mortal: Mortal = new Mortal("mortal", (value: unknown) => {
    seen.push(value);
    return `heard ${value}`;
  });
  mortal.setup = () => mortal.lives.length > 0 ? gate.promise : undefined;
  await using harness = new SystemExecutionHarness({
    supervision: AT_ONCE,
    memberDefaults: { restart: "permanent", whileResting: "refuse" },
  })
    .registerComponent(asker, { restart: "temporary" })
    .registerComponent(mortal)
    .connect("asker.out", "mortal.in", { type: "request_reply" });
  await harness.start();
  mortal.die();
  await until(() => mortal.metrics.restarts === 1); // and its setup waits
  const { cause } = await assertRejects(
    () => asker.ask("out", 1),
    RequestFailed,
  );
  assertInstanceOf(cause, ComponentUnavailable);
  assertStrictEquals(cause.cause, boom);
  assertEquals(harness.health().ready, false);
  await asker.emit("out", 2);
  gate.resolve();
  await until(() => mortal.status.isRunning);
  assertEquals(await asker.ask("out", 3), "heard 3");
  assertEquals(seen, [2, 3]);
  const { ledger, deadLetters } = await harness.stop();
  assertEquals([ledger.balanced, deadLetters], [true, 0]);
});

Deno.test("a component that queues while it rests answers requests after its restart", async () => {
  const asker = client("asker");
  const gate = Promise.withResolvers<void>();
  const mortal: Mortal = new Mortal("mortal", (n: number) => n + 1);
  mortal.setup = () => mortal.lives.length > 0 ? gate.promise : undefined;
  await using harness = new SystemExecutionHarness({ supervision: AT_ONCE })
    .registerComponent(asker)
    .registerComponent(mortal, TRANSIENT)
    .connect("asker.out", "mortal.in", { type: "request_reply" });
  await harness.start();
  mortal.die();
  await until(() => mortal.metrics.restarts === 1);
  const answer = asker.ask("out", 1);
  gate.resolve();
  assertEquals(await answer, 2);
});

Deno.test("at least once, what was in hand is handled again before what was queued, in the order sent", async () => {
  const seen: number[] = [];
  const asker = client("asker");
  const never = new Promise<never>(() => {});
  const mortal: Mortal = new Mortal("mortal", (n: number) => {
    seen.push(n);
    return mortal.lives.length === 1 ? never : `done ${n}`;
  });
  const options: MemberOptions = { ...TRANSIENT, delivery: "at_least_once" };
  await using harness = new SystemExecutionHarness({ supervision: AT_ONCE })
    .registerComponent(asker)
    .registerComponent(mortal, options)
    .connect("asker.out", "mortal.in", { type: "request_reply" });
  await harness.start();
  const outcomes = [1, 2, 3].map((n) => asker.ask("out", n));
  await until(() => seen.length === 3);
  mortal.die();
  await until(() => mortal.status.state === "error");
  outcomes.push(asker.ask("out", 4));
  assertEquals(
    await Promise.all(outcomes),
    [1, 2, 3, 4].map((n) => `done ${n}`),
  );
  assertEquals(seen, [1, 2, 3, 1, 2, 3, 4]);
  const { ledger, deadLetters } = await harness.stop();
  assertEquals([ledger.balanced, deadLetters], [true, 0]);
  assertEquals(harness.channels[0]?.stats().sent, 4); // a redelivery is no new acceptance
});

Deno.test("at least once ends after `maxAttempts`: then the message is a dead letter that says how many", async () => {
  const asker = client("asker");
  const mortal: Mortal = new Mortal("mortal", () => {
    queueMicrotask(() => mortal.die());
    return new Promise(() => {});
  });
  await using harness = new SystemExecutionHarness({ supervision: AT_ONCE })
    .registerComponent(asker)
    .registerComponent(mortal, {
      ...TRANSIENT,
      delivery: "at_least_once",
      maxAttempts: 2,
    })
    .connect("asker.out", "mortal.in");
  await harness.start();
  await asker.emit("out", "poison");
  await until(() => harness.deadLetters.length === 1);
  assertEquals(harness.deadLetters[0]?.attempt, 2);
  await until(() => mortal.status.isRunning);
  assertEquals(mortal.metrics.restarts, 2);
});

Deno.test("a component that comes back keeps its outputs open; cleanup() between two lives does not close them", async () => {
  const seen: unknown[] = [];
  const mortal = new Mortal("mortal", () => {});
  await using harness = new SystemExecutionHarness({ supervision: AT_ONCE })
    .registerComponent(client("asker"))
    .registerComponent(mortal, TRANSIENT)
    .registerComponent(sink("sink", seen))
    .connect("asker.out", "mortal.in")
    .connect("mortal.out", "sink.in");
  await harness.start();
  await mortal.emit("out", 1);
  mortal.die();
  await until(() => mortal.lives.length === 2);
  await mortal.emit("out", 2);
  await until(() => seen.length === 2);
  assertEquals(seen, [1, 2]);
});

const ENDS: readonly [MemberOptions["restart"], string, number][] = [
  ["permanent", "ends", 2],
  ["permanent", "fails", 2],
  ["transient", "ends", 1],
  ["transient", "fails", 2],
  ["temporary", "ends", 1],
  ["temporary", "fails", 1],
  [undefined, "fails", 1],
];
for (const [restart, how, lives] of ENDS) {
  Deno.test(`a ${restart ?? "plain"} component that ${how} has ${lives} lives`, async () => {
    let lived = 0;
    const brief = new Double("brief", {
      process: (self) => {
        if (++lived > 1) return aborted(self.signal);
        if (how === "fails") throw boom;
      },
    });
    await using harness = new SystemExecutionHarness({ supervision: AT_ONCE })
      .registerComponent(brief, { restart })
      .registerComponent(client("other"));
    await harness.start();
    const { status } = brief;
    await until(() =>
      lives === 2
        ? lived === 2 && status.isRunning
        : ["stopped", "error"].includes(status.state)
    );
    assertEquals(lived, lives);
  });
}
