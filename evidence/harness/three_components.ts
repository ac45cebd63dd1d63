/**
 * What a message costs on its way through three components, and what of that is the envelope, the
 * metrics and the supervision.
 *
 * The parts are found by adding them one by one to three loops over two channels, which are written
 * here and do what ports do, in the same turns; what the whole system costs beyond them is supervision:
 * failures are contained, messages in hand are known, several connections take turns.
 *
 * @module
 */
import { coreOf } from "../../harness/channel.ts";
import {
  type ChannelCore,
  EMPTY,
  RESOLVED,
} from "../../harness/channel_core.ts";
import { SYSTEM_CLOCK } from "../../harness/clock.ts";
import { Envelope } from "../../harness/message.ts";
import { Ticker } from "../../harness/ticker.ts";
import { nextTurn, turnIsSpent } from "../../harness/turn.ts";
import { Channel, ComponentMetrics } from "@autocoder/harness";
import { CAPACITY, expectSum, type Hop } from "./hops.ts";
import { line, Sum } from "./line.ts";

/** What messages pass by, from less to more. */
export const COMPONENT_RUNS = {
  /** Three loops over two channels, whose ledger and figures are always kept. */
  channels: (items) => loops(items, { envelope: false, metrics: false }),
  /** The same with an envelope around each value. */
  withEnvelope: (items) => loops(items, { envelope: true, metrics: false }),
  /** The same with the components' counters. */
  withMetrics: (items) => loops(items, { envelope: true, metrics: true }),
  /** Three components in a harness. */
  threeComponents: (items) => system(items, 1),
  /** Two of them: source and sink. */
  twoComponents: (items) => system(items, 0),
  /** Four of them: two relays. */
  fourComponents: (items) => system(items, 2),
} satisfies Readonly<Record<string, Hop>>;

/** Nanoseconds a message. */
export type ComponentCosts = Readonly<
  Record<keyof typeof COMPONENT_RUNS, number>
>;

async function system(items: number, relays: number): Promise<void> {
  const sink = new Sum("sink", undefined);
  const harness = line(relays, items, sink);
  await harness.run();
  expectSum(sink.sum, items);
  const { ledger } = await harness.stop();
  if (!ledger.balanced) throw new Error("Cannot measure: found a loss");
}

interface Parts {
  readonly envelope: boolean;
  readonly metrics: boolean;
}

type Carried = number | Envelope<number>;

async function loops(items: number, parts: Parts): Promise<void> {
  const ticker = new Ticker(SYSTEM_CLOCK);
  const [first, second] = [cell("first"), cell("second")];
  const source = new Loop(ticker, parts, second);
  source.target = first;
  const relay = new Loop(ticker, parts, second);
  let sum = 0;
  const sink = new Loop(ticker, parts, undefined);
  const done = Promise.all([
    relay.serve(first, (item) => relay.send(item)),
    sink.serve(second, (item) => {
      sum += item;
      return RESOLVED;
    }),
  ]);
  for (let item = 0; item < items; item++) await source.send(item);
  first.close();
  await done;
  ticker.stop();
  expectSum(sum, items);
}

function cell(name: string): ChannelCore<Carried> {
  return coreOf(new Channel<Carried>({ capacity: CAPACITY, name }));
}

/** One loop: what a component does with its ports, without anything that looks after it. */
class Loop {
  target: ChannelCore<Carried> | undefined;
  readonly #ticker: Ticker;
  readonly #parts: Parts;
  readonly #metrics = new ComponentMetrics();
  readonly #done: PromiseWithResolvers<void> = Promise.withResolvers();
  #source: ChannelCore<Carried> | undefined;
  #handle: (item: number) => Promise<void> = () => RESOLVED;
  #scheduled = false;
  #busy = 0;

  constructor(
    ticker: Ticker,
    parts: Parts,
    target: ChannelCore<Carried> | undefined,
  ) {
    this.#ticker = ticker;
    this.#parts = parts;
    this.target = target;
  }

  send(item: number): Promise<void> {
    const carried = this.#parts.envelope
      ? new Envelope("a.out", "message", this.#ticker.millis(), item, false)
      : item;
    if (this.#parts.metrics) this.#metrics.sent++;
    const accepted = this.target!.push(carried);
    return turnIsSpent() ? accepted.then(nextTurn) : accepted;
  }

  serve(
    source: ChannelCore<Carried>,
    handle: (item: number) => Promise<void>,
  ): Promise<void> {
    this.#source = source;
    this.#handle = handle;
    source.listener = this.#wake;
    this.#wake();
    return this.#done.promise;
  }

  readonly #wake = (): void => {
    if (this.#scheduled) return;
    this.#scheduled = true;
    RESOLVED.then(this.#pump);
  };

  readonly #pump = (): void => {
    this.#scheduled = false;
    const source = this.#source!;
    while (this.#busy < MOST_IN_HAND) {
      const carried = source.take();
      if (carried === EMPTY) return this.#finishIfDone();
      if (this.#parts.metrics) this.#metrics.received++;
      this.#deal(
        this.#handle(typeof carried === "number" ? carried : carried.data),
      );
      if (turnIsSpent()) {
        this.#scheduled = true;
        nextTurn().then(this.#pump);
        return;
      }
    }
  };

  #deal(handled: Promise<void>): void {
    if (handled === RESOLVED) return this.#source!.acknowledge();
    this.#busy++;
    if (this.#parts.metrics) this.#metrics.inHand++;
    handled.then(() => {
      const wasFull = this.#busy-- >= MOST_IN_HAND;
      if (this.#parts.metrics) this.#metrics.inHand--;
      this.#source!.acknowledge();
      if (wasFull) this.#wake();
      else this.#finishIfDone();
    });
  }

  #finishIfDone(): void {
    if (this.#busy > 0 || !this.#source!.ended) return;
    this.target?.close();
    this.#done.resolve();
  }
}

const MOST_IN_HAND = 64;
