import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { Channel } from "./channel.ts";
import { ChannelModel } from "./channel_model.ts";
import { type FullPolicy, ledgerBalances } from "./channel_stats.ts";
import { nextTurn } from "./turn.ts";

for (
  const whenFull of ["block", "drop-oldest", "drop-newest", "fail"] as const
) {
  Deno.test(`Channel does what its model does, step by step, under the policy ${whenFull}`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(STEP, { maxLength: 60, size: "max" }),
        (capacity, steps) => compare(capacity, whenFull, steps),
      ),
      { numRuns: 500 },
    );
  });
}

type Step =
  | { readonly do: "send" | "trySend" | "receive" | "tryReceive" }
  | { readonly do: "next" | "leave" | "close" | "abort" | "settle" }
  | { readonly do: "drain"; readonly max: number }
  | { readonly do: "give up"; readonly which: number };

const STEP: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: just("send") },
  { weight: 4, arbitrary: just("trySend") },
  { weight: 6, arbitrary: just("receive") },
  { weight: 3, arbitrary: just("tryReceive") },
  { weight: 3, arbitrary: just("next") },
  { weight: 1, arbitrary: just("leave") },
  { weight: 2, arbitrary: just("settle") },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("drain" as const),
      max: fc.integer({ min: 0, max: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("give up" as const),
      which: fc.nat({ max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom(one("close"), one("abort")) },
);

function just<D extends string>(name: D): fc.Arbitrary<{ readonly do: D }> {
  return fc.constant(one(name));
}

function one<D extends string>(name: D): { readonly do: D } {
  return { do: name };
}

/** Takes every step on a channel and on the model; what they show must be the same throughout. */
async function compare(
  capacity: number,
  whenFull: FullPolicy,
  steps: readonly Step[],
): Promise<void> {
  const channel = new Channel<number>({ capacity, whenFull });
  const run = new Run(channel, new ChannelModel(capacity, whenFull));
  for (const step of steps) {
    run.take(step);
    run.checkFigures();
    if (step.do === "settle") await run.checkOutcomes();
  }
  await run.checkOutcomes();
}

/** A channel and its model side by side, with what became of every call. */
class Run {
  readonly #channel: Channel<number>;
  readonly #model: ChannelModel;
  readonly #seen = new Map<number, unknown>();
  readonly #waits: AbortController[] = [];
  #iterator: AsyncIterator<number>;
  #nexts: number[] = [];
  #call = 0;

  constructor(channel: Channel<number>, model: ChannelModel) {
    this.#channel = channel;
    this.#model = model;
    this.#iterator = channel[Symbol.asyncIterator]();
  }

  take(step: Step): void {
    const call = this.#call++;
    const channel = this.#channel;
    switch (step.do) {
      case "send":
        this.#watch(call, channel.send(call).then(() => "sent"));
        return this.#model.send(call);
      case "trySend":
        this.#seen.set(call, attempt(() => channel.trySend(call)));
        return this.#model.trySend(call);
      case "receive": {
        const stop = this.#waits[call] = new AbortController();
        this.#watch(call, channel.receive({ signal: stop.signal }));
        return this.#model.receive(call);
      }
      case "give up": {
        const calls = Object.keys(this.#waits).map(Number);
        const given = calls[step.which % calls.length];
        if (given === undefined) return;
        this.#waits[given]?.abort("given up");
        return this.#model.giveUp(given, "given up");
      }
      case "next":
        this.#nexts.push(call);
        this.#watch(
          call,
          this.#iterator.next().then(({ done, value }) =>
            done ? "ChannelClosed" : value // an iterator has no error for the end
          ),
        );
        return this.#model.receive(call);
      case "leave":
        this.#watch(call, this.#iterator.return!().then(() => "left"));
        for (const next of this.#nexts) {
          this.#model.giveUp(next, "ChannelClosed");
        }
        this.#model.outcomes.set(call, "left");
        this.#iterator = channel[Symbol.asyncIterator]();
        this.#nexts = [];
        return;
      case "tryReceive":
        this.#seen.set(call, channel.tryReceive());
        return this.#model.tryReceive(call);
      case "drain":
        this.#seen.set(call, channel.drain(step.max));
        return this.#model.drain(call, step.max);
      case "close":
        channel.close();
        return this.#model.close();
      case "abort":
        channel.abort("broken");
        return this.#model.abort();
    }
  }

  checkFigures(): void {
    const stats = this.#channel.stats();
    assert(ledgerBalances(stats), `unbalanced: ${JSON.stringify(stats)}`);
    const { state, depth, highWater, sent, dropped, received } = stats;
    const { waitingSenders, waitingReceivers } = stats;
    assertEquals({
      state,
      depth,
      highWater,
      sent,
      dropped,
      received,
      waitingSenders,
      waitingReceivers,
    }, this.#model.figures());
    assert(depth <= stats.capacity);
  }

  async checkOutcomes(): Promise<void> {
    await microtasks();
    if (this.#seen.size < this.#model.outcomes.size) {
      await nextTurn(); // a send may have been put off until then
      await microtasks();
    }
    const byCall = (outcomes: ReadonlyMap<number, unknown>) =>
      [...outcomes].sort(([a], [b]) => a - b);
    assertEquals(byCall(this.#seen), byCall(this.#model.outcomes));
  }

  #watch(call: number, promise: Promise<unknown>): void {
    promise.then(
      (value) => this.#seen.set(call, value),
      (error) => this.#seen.set(call, nameOf(error)),
    );
  }
}

async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

function attempt(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return nameOf(error);
  }
}

function nameOf(error: unknown): unknown {
  return error instanceof Error ? error.name : error;
}
