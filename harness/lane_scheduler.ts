import { EMPTY, RESOLVED } from "./channel_core.ts";
import { Inlet, type InletOwner } from "./inlet.ts";
import { isPromiseLike } from "./is_promise_like.ts";
import type { KeyedLanesOptions } from "./keyed_lanes.ts";
import { Lane, type LaneOwner } from "./lane.ts";
import { OpenLanes } from "./open_lanes.ts";
import { abortSources, type RelayEnd, sourceEnd } from "./relay_end.ts";
import type { Discard, RelaySource } from "./relay_options.ts";
import type { RelayReport } from "./relay_report.ts";
import { RelayTally } from "./relay_tally.ts";
import { nextTurn, turnIsSpent } from "./turn.ts";

/**
 * Hands the values of a source to a handler, one at a time for each key.
 *
 * Invariant: a key has a lane exactly while a value of it is in hand, so there are never more lanes
 * than handlers may run, and a value waits only behind one of its own key.
 */
export class LaneScheduler<T, K> implements InletOwner<T>, LaneOwner<T, K> {
  readonly #options: KeyedLanesOptions<T, K>;
  readonly #concurrency: number;
  readonly #capacity: number;
  readonly #source: RelayEnd<T>;
  readonly #inlet: Inlet<T>;
  readonly #tally: RelayTally<T>;
  readonly #lanes = new OpenLanes<T, K>();
  readonly #spare: Lane<T, K>[] = [];
  readonly #done: PromiseWithResolvers<RelayReport> = Promise.withResolvers();
  #queued = 0;
  #scheduled = false;
  #listening = false;
  #stopped = false;
  #verdict: Pick<RelayReport, "end" | "reason"> | undefined;

  /** Takes nothing before it is run. Throws `RangeError` when a bound is not an integer of at least 1. */
  constructor(source: RelaySource<T>, options: KeyedLanesOptions<T, K>) {
    const { concurrency = 16, capacity = 100 } = options;
    this.#concurrency = checkBound("concurrency", concurrency);
    this.#capacity = checkBound("capacity", capacity);
    this.#options = options;
    this.#source = sourceEnd(source, options);
    this.#inlet = new Inlet(this.#source.core, this);
    this.#tally = new RelayTally(options.onDiscard);
  }

  /** Begins; resolves when the source has ended and every handler. Never rejects. */
  run(): Promise<RelayReport> {
    const { signal } = this.#options;
    signal?.addEventListener("abort", this.#onAbort, { once: true });
    if (signal?.aborted) this.#onAbort();
    this.#inlet.attach();
    this.#wake();
    return this.#done.promise;
  }

  /** Goes on, but later: whoever calls is in the middle of a send. */
  inletReady(): void {
    this.#listening = false;
    this.#wake();
  }

  /** Stops. */
  inletBroke({ core: { reason } }: Inlet<T>): void {
    this.#decide("failed", reason);
  }

  /** Counts the value in hand and goes on with the next one of its key. */
  laneDone(lane: Lane<T, K>): void {
    this.#tally.passed++;
    this.#goOn(lane);
  }

  /** Reports the value in hand and goes on, unless that ends everything. */
  laneFailed(lane: Lane<T, K>, error: unknown): void {
    this.#fail(lane.inHand, error);
    this.#goOn(lane);
  }

  /** Goes on with the value in hand, whose turn has come. */
  laneRested(lane: Lane<T, K>): void {
    if (this.#verdict) {
      this.#discard(lane.inHand, "undelivered", this.#verdict.reason);
      this.#goOn(lane);
    } else if (this.#handle(lane.inHand, lane.key, lane)) this.#goOn(lane);
  }

  #wake(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    RESOLVED.then(this.#pump);
  }

  readonly #pump = (): void => {
    this.#scheduled = false;
    while (this.#mayTake) {
      const value = this.#inlet.take();
      if (value === EMPTY) {
        this.#listen();
        break;
      }
      this.#tally.received++;
      this.#admit(value);
      if (turnIsSpent()) {
        this.#scheduled = true;
        nextTurn().then(this.#pump);
        return;
      }
    }
    if (this.#verdict) this.#stop();
  };

  get #mayTake(): boolean {
    return this.#verdict === undefined && !this.#listening &&
      this.#lanes.size < this.#concurrency && this.#queued < this.#capacity;
  }

  #listen(): void {
    if (!this.#inlet.core.ended) {
      this.#inlet.wait();
      this.#listening = true;
    } else if (this.#lanes.size === 0) this.#decide("closed", undefined);
  }

  #admit(value: T): void {
    let key: K;
    try {
      key = this.#options.key(value);
    } catch (error) {
      return this.#fail(value, error);
    }
    const lane = this.#lanes.find(key);
    if (lane === undefined) return void this.#handle(value, key, undefined);
    lane.queue.push(value);
    this.#queued++;
  }

  /** Handles a value; true when that is done already, else its lane will be told. */
  #handle(value: T, key: K, lane: Lane<T, K> | undefined): boolean {
    let result: unknown;
    try {
      result = this.#options.handle(value, key);
    } catch (error) {
      this.#fail(value, error);
      return true;
    }
    if (!isPromiseLike(result)) {
      this.#tally.passed++;
      return true;
    }
    lane ??= this.#openLane(key, value);
    result.then(lane.done, lane.fail);
    return false;
  }

  #openLane(key: K, value: T): Lane<T, K> {
    const lane = this.#spare.pop() ?? new Lane(key, value, this);
    lane.key = key;
    lane.inHand = value;
    this.#lanes.add(lane);
    return lane;
  }

  #goOn(lane: Lane<T, K>): void {
    while (lane.queue.size > 0 && this.#verdict === undefined) {
      lane.inHand = lane.queue.shift();
      this.#queued--;
      if (turnIsSpent()) return void nextTurn().then(lane.rested);
      if (!this.#handle(lane.inHand, lane.key, lane)) return this.#resume();
    }
    this.#dropQueue(lane);
    this.#lanes.remove(lane);
    lane.inHand = undefined as T; // nothing is in hand, so nothing is read
    this.#spare.push(lane);
    this.#resume();
  }

  #resume(): void {
    if (!this.#scheduled) this.#pump();
  }

  #fail(value: T, error: unknown): void {
    this.#discard(value, "failed", error);
    if (this.#options.onError !== "discard") this.#decide("failed", error);
  }

  #discard(value: T, why: Discard<T>["why"], error: unknown): void {
    try {
      this.#tally.discard(value, why, error);
    } catch (reason) {
      this.#verdict = { end: "failed", reason };
      this.#wake();
    }
  }

  #dropQueue(lane: Lane<T, K>): void {
    while (lane.queue.size > 0) {
      this.#queued--;
      const value = lane.queue.shift();
      this.#discard(value, "undelivered", this.#verdict?.reason);
    }
  }

  readonly #onAbort = (): void => {
    this.#decide("aborted", this.#options.signal?.reason);
  };

  #decide(end: RelayReport["end"], reason: unknown): void {
    this.#verdict ??= { end, reason };
    this.#wake();
  }

  /** Lets go of the source at once, and ends when the last handler has. */
  #stop(): void {
    if (!this.#stopped) this.#letGo();
    if (this.#lanes.size > 0) return;
    const { end = "closed", reason } = this.#verdict ?? {};
    const { received, passed, discarded } = this.#tally;
    const report = { end, reason, received, passed, ...discarded, targets: [] };
    const { piped } = this.#source;
    if (piped) piped.then(() => this.#done.resolve(report));
    else this.#done.resolve(report);
  }

  #letGo(): void {
    this.#stopped = true;
    this.#options.signal?.removeEventListener("abort", this.#onAbort);
    const held = this.#inlet.detach();
    if (held !== EMPTY) {
      this.#tally.received++;
      this.#discard(held, "undelivered", this.#verdict?.reason);
    }
    for (const lane of this.#lanes) this.#dropQueue(lane);
    if (this.#verdict?.end === "closed") return;
    abortSources([this.#source], this.#options, this.#verdict?.reason);
  }
}

function checkBound(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 1) return value;
  throw new RangeError(
    `Cannot make lanes: found ${name} ${value}, wanted an integer of at least 1`,
  );
}
