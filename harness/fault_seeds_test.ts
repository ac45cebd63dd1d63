/**
 * A system of five components under faults, seed by seed: whatever goes wrong, every message is
 * accounted for, and the system comes to an end. `FAULT_SEEDS` (1,000) says how many seeds; `FAULT_SEED`
 * replays one.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import { FaultPlan } from "./fault_plan.ts";
import type { MemberOptions } from "./member_options.ts";
import type { RestartStrategy } from "./supervision.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { Double, type DoubleConfig, IN, OUT } from "./test_doubles.ts";
import { VirtualClock } from "./virtual_clock.ts";

const SEEDS = Number(Deno.env.get("FAULT_SEEDS") ?? 1000);
const ONLY = Deno.env.get("FAULT_SEED");
const MESSAGES = 40;
const STRATEGIES: readonly RestartStrategy[] = [
  "one_for_one",
  "rest_for_one",
  "one_for_all",
];

interface Outcome {
  /** What the last component kept, by message. */
  readonly kept: ReadonlySet<number>;
  /** What the source could not send. */
  readonly refused: ReadonlySet<number>;
  readonly harness: SystemExecutionHarness;
  readonly plan: FaultPlan;
}

/**
 * source → parse → enrich → keep, where enrich asks lookup; parse and keep handle at least once. With
 * an odd seed they take their messages in a loop instead of serving them.
 */
async function run(seed: number): Promise<Outcome> {
  const clock = new VirtualClock();
  const plan = new FaultPlan(seed, {
    clock,
    rates: { throw: 0.03, hang: 0.003, slow: 0.05, crash: 0.01 },
  });
  const kept = new Set<number>();
  const refused = new Set<number>();
  const part = (
    name: string,
    handle: (n: number, self: Double) => unknown,
    ports: DoubleConfig["ports"],
  ) =>
    new Double(name, {
      ports,
      setup: () => mishap(plan, name, "setup"),
      cleanup: () => mishap(plan, name, "cleanup"),
      process: (self) =>
        Promise.race([
          plan.downfall(name),
          take(self, async (n) => {
            await plan.strike(name, "handler");
            return handle(n, self);
          }),
        ]),
    });
  const take = (self: Double, handler: (n: number) => Promise<unknown>) =>
    seed % 2 === 0 || self.name === "lookup"
      ? self.answer({ in: handler }, 4)
      : inLoop(self, handler);
  const source = new Double("source", {
    ports: OUT,
    process: async (self) => {
      for (let n = 0; n < MESSAGES && !self.signal.aborted; n++) {
        await self.emit("out", n).catch(() => refused.add(n));
      }
    },
  });
  const both = { ...IN, ...OUT };
  const again: MemberOptions = { restart: "transient", maxAttempts: 4 };
  const harness = new SystemExecutionHarness({
    clock,
    requestTimeoutMs: 500,
    stopTimeoutMs: 5_000,
    supervision: {
      strategy: STRATEGIES[seed % 3]!,
      maxRestarts: 8,
      windowMs: 60_000,
      backoff: { firstMs: 5 },
    },
  })
    .registerComponent(source)
    .registerComponent(
      part("parse", (n, self) => self.emit("out", n), both),
      { ...again, delivery: "at_least_once" },
    )
    .registerComponent(
      part("enrich", async (n, self) => {
        await self.ask("lookup", n);
        await self.emit("out", n);
      }, { ...both, lookup: { direction: "out" } }),
      again,
    )
    .registerComponent(part("lookup", (n) => n * 2, IN), again)
    .registerComponent(
      part("keep", (n) => void kept.add(n), IN),
      { ...again, delivery: "at_least_once" },
    )
    .connect("source.out", "parse.in", { bufferSize: 4 })
    .connect("parse.out", "enrich.in", { bufferSize: 2 })
    .connect("enrich.lookup", "lookup.in", { type: "request_reply" })
    .connect("enrich.out", "keep.in", { bufferSize: 3 });
  const ended = harness.run().then(() => true, () => true);
  let isOver = false;
  void ended.then(() => isOver = true);
  // Half a minute of its time is more than all deadlines together: without progress it has failed.
  for (let step = 0; step < 300 && !isOver; step++) {
    await clock.advance(100);
    if (step === 200) void harness.stop(); // a handler that hangs would keep it for ever
  }
  assert(isOver, `seed ${seed}: found no end, wanted one within 30 s`);
  return { kept, refused, harness, plan };
}

async function inLoop(
  self: Double,
  handler: (n: number) => Promise<unknown>,
): Promise<void> {
  for (const channel of self.receiveStreams.get("in") ?? []) {
    for await (const { data } of channel) await handler(Number(data));
  }
}

/** A setup or cleanup that goes wrong now and then, but never hangs the start. */
function mishap(plan: FaultPlan, name: string, where: string): Promise<void> {
  const isFirst = where === "setup" && plan.strikes.length === 0;
  return isFirst ? Promise.resolve() : plan.strike(name, where);
}

const seeds = ONLY === undefined
  ? Array.from({ length: SEEDS }, (_, seed) => seed)
  : [Number(ONLY)];

Deno.test(`${seeds.length} seeds of faults: the ledger closes, no message is lost, the system ends`, async () => {
  let faults = 0;
  let letters = 0;
  for (const seed of seeds) {
    const { kept, refused, harness, plan } = await run(seed);
    const { ledger, abandoned } = await harness.stop();
    const about = `seed ${seed}: ${JSON.stringify({ ledger, abandoned })}`;
    assertEquals(ledger.unbalanced, [], about);
    assertEquals(ledger.queued, 0, about);
    assertEquals(ledger.inHand, 0, about);
    const dead = new Set(
      harness.deadLetters.map(({ message }) => message.data),
    );
    const sent = harness.channels[0]?.stats().sent ?? 0;
    for (let n = 0; n < sent + refused.size; n++) {
      const isKnown = kept.has(n) || dead.has(n) || refused.has(n);
      assert(isKnown, `${about}: message ${n} is lost`);
    }
    faults += plan.strikes.length;
    letters += dead.size;
  }
  if (ONLY === undefined) assert(faults > seeds.length && letters > 0);
});

Deno.test("a seed replays exactly", async () => {
  const [first, second] = [await run(11), await run(11)];
  assert(first.plan.strikes.length > 0);
  assertEquals(first.plan.strikes, second.plan.strikes);
  assertEquals([...first.kept], [...second.kept]);
});
