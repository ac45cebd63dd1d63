import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { broadcast } from "./broadcast.ts";
import { Channel } from "./channel.ts";
import { ledgerBalances } from "./channel_stats.ts";
import { filter } from "./filter.ts";
import { merge } from "./merge.ts";
import { multicast } from "./multicast.ts";
import type { RelayOptions } from "./relay_options.ts";
import type { RelayReport } from "./relay_report.ts";
import { roundRobin } from "./round_robin.ts";
import { route } from "./route.ts";

type Channels = readonly Channel<number>[];

/** One way of moving values, and which values each target is to get of those that were sent. */
interface Case {
  readonly sources: number;
  readonly start: (
    sources: Channels,
    targets: Channels,
    options: RelayOptions<number>,
  ) => Promise<RelayReport>;
  /** Undefined: any target may get any value, but one only. */
  readonly gets?: (value: number, target: number, targets: number) => boolean;
}

const even = (n: number) => n % 2 === 0;
const atMost = (i: number) => (n: number) => n % 4 <= i;

const CASES: Readonly<Record<string, Case>> = {
  broadcast: {
    sources: 1,
    start: ([source], targets, options) => broadcast(source!, targets, options),
    gets: () => true,
  },
  multicast: {
    sources: 1,
    start: ([source], targets, options) =>
      multicast(
        source!,
        targets.map((to, i) => ({ to, when: atMost(i) })),
        options,
      ),
    gets: (value, target) => atMost(target)(value),
  },
  route: {
    sources: 1,
    start: ([source], targets, options) =>
      route(
        source!,
        targets.map((to, i) => ({ to, when: atMost(i) })),
        options,
      ),
    gets: (value, target) => value % 4 === target,
  },
  "route with otherwise": {
    sources: 1,
    start: ([source], targets, options) => {
      const routes = targets.slice(0, -1).map((to, i) => ({
        to,
        when: atMost(i),
      }));
      return route(source!, routes, { ...options, otherwise: targets.at(-1) });
    },
    gets: (value, target, targets) =>
      Math.min(value % 4, targets - 1) === target,
  },
  filter: {
    sources: 1,
    start: ([source], [to], options) =>
      filter(source!, { to: to!, when: even }, options),
    gets: (value, target) => target === 0 && even(value),
  },
  merge: {
    sources: 3,
    start: (sources, [target], options) => merge(sources, target!, options),
    gets: (_value, target) => target === 0,
  },
  roundRobin: {
    sources: 1,
    start: ([source], targets, options) =>
      roundRobin(source!, targets, options),
  },
  "strict roundRobin": {
    sources: 1,
    start: ([source], targets, options) =>
      roundRobin(source!, targets, { ...options, strict: true }),
  },
};

type Step =
  | {
    readonly do: "send" | "receive";
    readonly at: number;
    readonly count: number;
  }
  | { readonly do: "wait" }
  | {
    readonly do: "abort target" | "close target" | "abort source" | "stop";
    readonly at: number;
  };

const at = fc.nat(2);
const usual: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom("send", "receive"),
    at,
    count: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({ do: fc.constant("wait" as const) }),
);
const fault: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom("abort target", "close target", "abort source", "stop"),
  at,
});
const capacities = fc.array(fc.integer({ min: 1, max: 4 }), {
  minLength: 3,
  maxLength: 3,
});

for (const [name, { sources: count, start, gets }] of Object.entries(CASES)) {
  Deno.test(`${name}: loses nothing, doubles nothing, keeps the order, stays in bounds`, async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(usual, { maxLength: 40 }),
      capacities,
      capacities,
      async (steps, inner, outer) => {
        const run = new Run(inner.slice(0, count), outer);
        const done = start(run.sources, run.targets, run.options);
        for (const step of steps) await run.take(step);
        const report = await run.finish(done);
        assertEquals(report.end, "closed");
        const sent = run.sent.flat();
        run.got.forEach((values, target) => {
          for (const from of run.sent.keys()) {
            assertInOrder(ofSource(values, from));
          }
          if (!gets) return;
          const due = sent.filter((value) =>
            gets(value, target, run.targets.length)
          );
          assertEquals(sorted(values), sorted(due));
        });
        if (!gets) assertEquals(sorted(run.got.flat()), sorted(sent));
        run.checkLedger(report);
      },
    ));
  });

  Deno.test(`${name}: ends and accounts for every value, whatever fails when`, async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(
        fc.oneof({ weight: 6, arbitrary: usual }, {
          weight: 1,
          arbitrary: fault,
        }),
        {
          maxLength: 40,
        },
      ),
      capacities,
      capacities,
      async (steps, inner, outer) => {
        const run = new Run(inner.slice(0, count), outer);
        const done = start(run.sources, run.targets, run.options);
        for (const step of steps) await run.take(step);
        const report = await run.finish(done);
        for (const values of run.got) {
          assertEquals(new Set(values).size, values.length);
          for (const from of run.sent.keys()) {
            assertInOrder(ofSource(values, from));
          }
        }
        run.checkLedger(report);
      },
    ));
  });
}

/** Channels, who sends and receives, and what they saw. */
class Run {
  readonly sources: Channels;
  readonly targets: Channels;
  readonly options: RelayOptions<number>;
  readonly sent: number[][];
  readonly got: number[][];
  readonly #stop = new AbortController();
  readonly #sends: Promise<unknown>[] = [];
  readonly #discards = { unmatched: 0, failed: 0, undelivered: 0 };
  #next = 0;

  constructor(inner: readonly number[], outer: readonly number[]) {
    this.sources = inner.map((capacity) => new Channel<number>({ capacity }));
    this.targets = outer.map((capacity) => new Channel<number>({ capacity }));
    this.sent = inner.map(() => []);
    this.got = outer.map(() => []);
    const onDiscard = ({ why }: { why: keyof Discards }) =>
      void this.#discards[why]++;
    this.options = { signal: this.#stop.signal, onDiscard };
  }

  async take(step: Step): Promise<void> {
    if (step.do === "wait") {
      return await new Promise((resolve) => queueMicrotask(resolve));
    }
    const from = step.at % this.sources.length;
    if (step.do === "send") {
      for (let n = 0; n < step.count; n++) this.#send(from);
    } else if (step.do === "receive") {
      this.got[step.at]!.push(...this.targets[step.at]!.drain(step.count));
    } else if (step.do === "abort target") {
      this.targets[step.at]!.abort("target failed");
    } else if (step.do === "close target") this.targets[step.at]!.close();
    else if (step.do === "abort source") {
      this.sources[from]!.abort("source failed");
    } else this.#stop.abort("stopped");
  }

  /** Closes the sources and receives all that comes. */
  async finish(done: Promise<RelayReport>): Promise<RelayReport> {
    for (const source of this.sources) source.close();
    const ended = done.then(() => {
      for (const target of this.targets) target.close(); // those that the relay did not have
    });
    await Promise.all(this.targets.map(async (target, i) => {
      try {
        for await (const value of target) this.got[i]!.push(value);
      } catch { /* it was aborted */ }
    }));
    await Promise.all([ended, ...this.#sends]);
    return await done;
  }

  checkLedger(report: RelayReport): void {
    const { received, passed, unmatched, failed, undelivered } = report;
    assertEquals(received, passed + unmatched + failed + undelivered);
    assertEquals({ unmatched, failed, undelivered }, this.#discards);
    const taken = this.sources.map((source) => source.stats().received);
    assertEquals(received, taken.reduce((a, b) => a + b, 0));
    const used = this.targets.slice(0, report.targets.length);
    assertEquals(
      report.targets.map(({ accepted }) => accepted),
      used.map((target) => target.stats().sent),
    );
    for (const channel of [...this.sources, ...this.targets]) {
      const stats = channel.stats();
      assert(ledgerBalances(stats));
      assert(stats.highWater <= stats.capacity);
      const { waitingSenders, waitingReceivers, depth, inHand } = stats;
      const left = [waitingSenders, waitingReceivers, depth, inHand];
      assertEquals(left, [0, 0, 0, 0]);
    }
  }

  #send(from: number): void {
    const value = this.#next++ * 3 + from;
    const send = this.sources[from]!.send(value);
    this.sent[from]!.push(value);
    this.#sends.push(send.catch(() => {}));
  }
}

type Discards = Pick<RelayReport, "unmatched" | "failed" | "undelivered">;

function ofSource(values: readonly number[], from: number): number[] {
  return values.filter((value) => value % 3 === from);
}

function assertInOrder(values: readonly number[]): void {
  assertEquals(values, sorted(values));
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
