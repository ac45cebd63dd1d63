import { type ChannelCore, EMPTY } from "./channel_core.ts";
import type { Entry, Waiter } from "./waiter_list.ts";

/** Whoever takes from an inlet. */
export interface InletOwner<T> {
  /** Called when an inlet that waited has a value or has ended, possibly in the middle of a send. */
  inletReady(inlet: Inlet<T>): void;
  /** Called when the channel has failed. */
  inletBroke(inlet: Inlet<T>): void;
}

/**
 * The receiving end of a relay at one channel. It waits as itself, without a promise, and so can be
 * one of several receivers; while it waits it may be handed one value, which it keeps.
 */
export class Inlet<T> implements Waiter<T> {
  /** The channel. */
  readonly core: ChannelCore<T>;
  /** Receivers carry no value. */
  readonly value: T = undefined as T;
  readonly #owner: InletOwner<T>;
  readonly #onEnd: () => void;
  #held: T | typeof EMPTY = EMPTY;
  #entry: Entry<T> | undefined;

  /** Takes nothing before it is asked to. */
  constructor(core: ChannelCore<T>, owner: InletOwner<T>) {
    this.core = core;
    this.#owner = owner;
    this.#onEnd = () => {
      if (core.state === "broken") owner.inletBroke(this);
    };
  }

  /** Listens for the end of the channel from now on. */
  attach(): void {
    this.core.onEnd(this.#onEnd);
  }

  /** Takes the oldest value. */
  take(): T | typeof EMPTY {
    if (this.#held !== EMPTY) return this.#release();
    const value = this.core.take();
    if (value !== EMPTY) this.core.acknowledge();
    return value;
  }

  /** Waits for a value or the end, once nothing was there to take. */
  wait(): void {
    this.#entry = this.core.addReceiver(this);
  }

  /** Takes what a sender hands over. */
  resolve(value: T): void {
    this.#entry = undefined;
    this.#held = value;
    this.#owner.inletReady(this);
  }

  /** Learns that no value will come. */
  reject(): void {
    this.#entry = undefined;
    this.#owner.inletReady(this);
  }

  /** Lets go of the channel; returns the value that it was handed, if any. */
  detach(): T | typeof EMPTY {
    if (this.#entry) this.core.removeReceiver(this.#entry);
    this.core.offEnd(this.#onEnd);
    return this.#release();
  }

  #release(): T | typeof EMPTY {
    const value = this.#held;
    this.#held = EMPTY;
    return value;
  }
}
