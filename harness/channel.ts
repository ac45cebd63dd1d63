import { ChannelCore, EMPTY, RESOLVED } from "./channel_core.ts";
import { ChannelIterator } from "./channel_iterator.ts";
import type { ChannelStats, FullPolicy } from "./channel_stats.ts";
import { readableOf, writableOf } from "./channel_streams.ts";
import { pushWhenRoom } from "./push_when_room.ts";
import { nextTurn, turnIsSpent } from "./turn.ts";

/** Returns the state machine inside a channel, for the rest of the package. */
export let coreOf: <V>(channel: Channel<V>) => ChannelCore<V>;

/** Tells whether somebody holds one of the streams of a channel. */
export let isPiped: <V>(channel: Channel<V>) => boolean;

/** Settings of a channel. */
export interface ChannelOptions {
  /**
   * Most values that may be queued, at least 1.
   * @default {100}
   */
  readonly capacity?: number;
  /**
   * What happens to a value for which there is no room: the sender waits, the oldest queued value
   * or the new one is dropped and counted, or the send fails with `ChannelFull`.
   * @default {"block"}
   */
  readonly whenFull?: FullPolicy;
  /**
   * Name that errors and figures use.
   * @default {"channel"}
   */
  readonly name?: string;
}

/** Settings of one send into a channel. */
export interface ChannelSendOptions {
  /** Ends the wait for room with the signal's reason; a value that was accepted already stays. */
  readonly signal?: AbortSignal;
}

/** Settings of one receive. */
export interface ReceiveOptions {
  /** Ends the wait with the signal's reason; a value that was handed over already is returned. */
  readonly signal?: AbortSignal;
}

/**
 * A bounded queue between tasks: a ring buffer inside, a pair of genuine Web Streams outside, so it
 * goes wherever a `TransformStream<T, T>` goes. Several senders and several receivers may share it;
 * both wait first come, first served.
 *
 * `close()` ends it in good order: values sent before, also by senders that wait, are delivered,
 * then receivers get `ChannelClosed` and loops end. `abort(reason)` is failure: queued values are
 * dropped, and both sides get `ChannelBroken` with the reason as `cause`; the streams get the reason
 * itself, as the Streams standard has it.
 *
 * @example A producer and a consumer
 * ```ts
 * import { Channel } from "@autocoder/harness";
 *
 * const numbers = new Channel<number>({ capacity: 8 });
 * const producer = (async () => {
 *   for (let i = 1; i <= 100; i++) await numbers.send(i);
 *   numbers.close();
 * })();
 * let sum = 0;
 * for await (const n of numbers) sum += n;
 * await producer;
 * if (sum !== 5050) throw new Error(`found ${sum}`);
 * ```
 */
export class Channel<T> implements TransformStream<T, T> {
  readonly #core: ChannelCore<T>;
  #readable: ReadableStream<T> | undefined;
  #writable: WritableStream<T> | undefined;

  static {
    coreOf = <V>(channel: Channel<V>) => channel.#core;
    isPiped = <V>(channel: Channel<V>) =>
      channel.#readable?.locked === true || channel.#writable?.locked === true;
  }

  /** Makes an empty channel. Throws `RangeError` when the capacity is not an integer of at least 1. */
  constructor(options: ChannelOptions = {}) {
    const { capacity = 100, whenFull = "block", name = "channel" } = options;
    this.#core = new ChannelCore(name, capacity, whenFull);
  }

  /** Name that errors and figures use. */
  get name(): string {
    return this.#core.name;
  }

  /** Most values that may be queued. */
  get capacity(): number {
    return this.#core.capacity;
  }

  /** Values queued now. */
  get size(): number {
    return this.#core.size;
  }

  /** Whether the channel takes no more values, after `close()` or `abort()`. */
  get closed(): boolean {
    return this.#core.state !== "open";
  }

  /** The receiving side as a Web Stream, made when first asked for. Cancelling it aborts the channel. */
  get readable(): ReadableStream<T> {
    return this.#readable ??= readableOf(this.#core);
  }

  /**
   * The sending side as a Web Stream, made when first asked for. Aborting it aborts the channel, and
   * so does a write that is refused under the policy `fail`: a stream is over after its first error.
   */
  get writable(): WritableStream<T> {
    return this.#writable ??= writableOf(this.#core);
  }

  /**
   * Queues a value; resolves when it is accepted, which is at once while there is room. Rejects with
   * `ChannelClosed`, `ChannelBroken`, `ChannelFull` under the policy `fail`, or the signal's reason. Now and then it
   * resolves a turn of the event loop later, so that a saturated loop does not starve timers and I/O.
   */
  send(value: T, options?: ChannelSendOptions): Promise<void> {
    const accepted = options?.signal === undefined
      ? this.#core.push(value)
      : this.#pushUnlessAborted(value, options.signal);
    return turnIsSpent() ? accepted.then(nextTurn) : accepted;
  }

  /**
   * Queues a value unless that would mean waiting: false when it would. Throws `ChannelClosed`,
   * `ChannelBroken`, or `ChannelFull` under the policy `fail`.
   */
  trySend(value: T): boolean {
    return this.#core.tryPush(value);
  }

  /**
   * Resolves with the oldest value, waiting for one if need be. Rejects with `ChannelClosed` when the
   * channel is closed and empty, `ChannelBroken` when it failed, or the signal's reason. Like `send()`,
   * it resolves a turn of the event loop later now and then.
   */
  receive(options: ReceiveOptions = {}): Promise<T> {
    const { signal } = options;
    if (signal?.aborted) return Promise.reject(signal.reason);
    const value = this.#take();
    if (value !== EMPTY) {
      return turnIsSpent()
        ? nextTurn().then(() => value)
        : Promise.resolve(value);
    }
    if (this.#core.ended) {
      return Promise.reject(this.#core.endError("receive from"));
    }
    return signal ? this.#waitUnlessAborted(signal) : this.#wait();
  }

  /** Returns the oldest value, or undefined when none is queued. */
  tryReceive(): T | undefined {
    const value = this.#take();
    return value === EMPTY ? undefined : value;
  }

  /** Returns what is queued, oldest first, at most `max` values. */
  drain(max: number = Infinity): T[] {
    const values: T[] = [];
    while (values.length < max) {
      const value = this.#take();
      if (value === EMPTY) break;
      values.push(value);
    }
    return values;
  }

  /**
   * Iterates over the values until the channel is closed and empty; throws `ChannelBroken` when it
   * fails. Leaving the loop early leaves the channel open for other receivers, and takes no value.
   * Over a channel that comes into a component, a value is in hand until the loop asks for the next:
   * when the component fails, the loop takes no further step, and the value is handled again or
   * becomes a dead letter, as was declared. What
   * `receive()`, `drain()` and `readable` give out is done when it is taken.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<T> {
    return new ChannelIterator(this.#core);
  }

  /** Ends the channel in good order. Closing it again does nothing. */
  close(): void {
    this.#core.close();
  }

  /** Fails the channel for both sides. Does nothing when it has ended already. */
  abort(reason: unknown): void {
    this.#core.abort(reason);
  }

  /** Returns the figures of this moment. */
  stats(): ChannelStats {
    return this.#core.stats();
  }

  #pushUnlessAborted(value: T, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason);
    try {
      return this.#core.tryPush(value)
        ? RESOLVED
        : pushWhenRoom(this.#core, value, signal);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  #take(): T | typeof EMPTY {
    const value = this.#core.take();
    if (value !== EMPTY) this.#core.acknowledge();
    return value;
  }

  #wait(): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#core.addReceiver({ value: undefined as T, resolve, reject }); // receivers carry no value
    });
  }

  #waitUnlessAborted(signal: AbortSignal): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const entry = this.#core.addReceiver({
      value: undefined as T,
      resolve,
      reject,
    });
    const onAbort = () => {
      this.#core.removeReceiver(entry);
      reject(signal.reason); // too late when a value was handed over: it is not lost
    };
    signal.addEventListener("abort", onAbort, { once: true });
    const stop = () => signal.removeEventListener("abort", onAbort);
    promise.then(stop, stop);
    return promise;
  }
}
