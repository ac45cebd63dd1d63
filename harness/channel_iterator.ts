import { type ChannelCore, EMPTY } from "./channel_core.ts";
import { ChannelClosed } from "./errors.ts";
import type { Entry } from "./waiter_list.ts";

/**
 * A loop over a channel. Left early, it leaves the channel open for other receivers, and a `next()`
 * that still waits steps out of their line: it would take a value that nobody looks at.
 */
export class ChannelIterator<T> implements AsyncIterableIterator<T> {
  readonly #core: ChannelCore<T>;
  readonly #calls: Call<T>[] = [];
  #left = false;

  /** Takes nothing before `next()`. */
  constructor(core: ChannelCore<T>) {
    this.#core = core;
  }

  /** Takes the oldest value, waiting for one if need be. */
  next(): Promise<IteratorResult<T>> {
    if (this.#left) return Promise.resolve(DONE);
    const core = this.#core;
    const value = core.take();
    if (value !== EMPTY) {
      core.acknowledge();
      return Promise.resolve({ value, done: false });
    }
    if (!core.ended) return this.#wait();
    return core.state === "closed"
      ? Promise.resolve(DONE)
      : Promise.reject(core.endError("receive from"));
  }

  /** Leaves the loop: this call of `next()`, those that wait, and all later ones are done. */
  return(value?: unknown): Promise<IteratorResult<T>> {
    this.#left = true;
    for (const { entry, leave } of this.#calls) {
      this.#core.removeReceiver(entry);
      leave(EMPTY); // too late when a value was handed over: it is not lost
    }
    return Promise.resolve({ value, done: true });
  }

  /** Returns itself, for `for await`. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  #wait(): Promise<IteratorResult<T>> {
    const { promise, resolve, reject } = Promise.withResolvers<
      T | typeof EMPTY
    >();
    const value = undefined as T; // receivers carry no value
    const entry = this.#core.addReceiver({ value, resolve, reject });
    this.#calls.push({ entry, leave: resolve });
    return promise.then(this.#received, this.#ended);
  }

  // Values come in the order of the calls, so it is always the first in line that is done.
  readonly #received = (value: T | typeof EMPTY): IteratorResult<T> => {
    this.#calls.shift();
    return value === EMPTY ? DONE : { value, done: false };
  };

  readonly #ended = (error: unknown): IteratorResult<T> => {
    if (error instanceof ChannelClosed) return DONE;
    throw error;
  };
}

/** A `next()` that waits. */
interface Call<T> {
  readonly entry: Entry<T>;
  readonly leave: (empty: typeof EMPTY) => void;
}

const DONE: IteratorReturnResult<undefined> = { value: undefined, done: true };
