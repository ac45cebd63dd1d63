import { type ChannelCore, EMPTY, type Loop } from "./channel_core.ts";
import { ChannelClosed } from "./errors.ts";
import { nextTurn, turnIsSpent } from "./turn.ts";
import type { Entry } from "./waiter_list.ts";

/**
 * A loop over a channel. Left early, it leaves the channel open for other receivers, and a `next()`
 * that still waits steps out of their line: it would take a value that nobody looks at. In a component
 * the latest value is in hand until the next one is asked for, or until the component ends.
 */
export class ChannelIterator<T> implements AsyncIterableIterator<T>, Loop<T> {
  readonly #core: ChannelCore<T>;
  readonly #calls: Call<T>[] = [];
  #inHand: T[] | undefined;
  #left = false;
  #isCutOff = false;

  /** Takes nothing before `next()`. */
  constructor(core: ChannelCore<T>) {
    this.#core = core;
  }

  /**
   * Takes the oldest value, waiting for one if need be. Resolves a turn of the event loop later now and
   * then: a loop whose body fills the channel itself would never let timers and I/O have theirs.
   */
  next(): Promise<IteratorResult<T>> {
    if (this.#left) return this.#isCutOff ? never() : Promise.resolve(DONE);
    const core = this.#core;
    if (core.loops !== undefined) this.#moveOn(core.loops);
    const value = core.take();
    if (value !== EMPTY) {
      if (core.loops === undefined) core.acknowledge();
      else this.#keep(value);
      if (turnIsSpent()) return later({ value, done: false });
      return Promise.resolve({ value, done: false });
    }
    if (!core.ended) return this.#wait();
    core.loops?.delete(this);
    return core.state === "closed"
      ? Promise.resolve(DONE)
      : Promise.reject(core.endError("receive from"));
  }

  /** Leaves the loop: this call of `next()`, those that wait, and all later ones are done. */
  return(value?: unknown): Promise<IteratorResult<T>> {
    if (!this.#left) this.#leave();
    return Promise.resolve({ value, done: true });
  }

  /** Whether it was left, and takes no more values. */
  get isLeft(): boolean {
    return this.#left;
  }

  /** Ends the loop at its next turn; what it has in hand stays so. */
  rest(): void {
    if (!this.#left) this.#leave();
  }

  /** Lets the loop take no further step; what it has in hand stays so. */
  cutOff(): void {
    this.#isCutOff = true;
    if (!this.#left) this.#leave();
  }

  /** Ends the loop, or cuts it off, and returns the values that it had in hand. */
  letGo(cutOff: boolean): T[] {
    if (cutOff) this.#isCutOff = true;
    if (!this.#left) this.#leave();
    const values = this.#inHand ?? [];
    this.#core.setAside(-values.length);
    this.#core.loops?.delete(this);
    this.#inHand = undefined;
    return values;
  }

  /** Returns itself, for `for await`. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  #leave(): void {
    this.#left = true;
    for (const { entry, leave } of this.#calls) {
      this.#core.removeReceiver(entry);
      if (!this.#isCutOff) leave(EMPTY); // too late when a value was handed over: it is not lost
    }
    this.#core.setAside(this.#inHand?.length ?? 0);
  }

  #keep(value: T): void {
    this.#inHand?.push(value);
    if (this.#left) this.#core.setAside(1);
  }

  /** What was in hand is done. At its first step, also what loops had in hand that were left before. */
  #moveOn(loops: Set<Loop<T>>): void {
    if (this.#inHand === undefined) {
      this.#inHand = [];
      for (const loop of loops) {
        if (!loop.isLeft) continue;
        for (const _ of loop.letGo(false)) this.#core.acknowledge();
      }
      loops.add(this);
      return;
    }
    for (const _ of this.#inHand.splice(0)) this.#core.acknowledge();
  }

  #wait(): Promise<IteratorResult<T>> {
    const { promise, resolve, reject } = Promise.withResolvers<
      T | typeof EMPTY
    >();
    const value = undefined as T; // receivers carry no value
    const entry = this.#core.addReceiver({
      value,
      resolve: this.#core.loops ? this.#keeping(resolve) : resolve,
      reject,
    });
    this.#calls.push({ entry, leave: resolve });
    return promise.then(this.#received, this.#ended);
  }

  #keeping(resolve: (value: T) => void): (value: T) => void {
    return (value) => {
      this.#core.keepInHand();
      this.#keep(value);
      resolve(value);
    };
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

function never(): Promise<never> {
  return new Promise(() => {});
}

function later<T>(result: IteratorResult<T>): Promise<IteratorResult<T>> {
  return nextTurn().then(() => result);
}

const DONE: IteratorReturnResult<undefined> = { value: undefined, done: true };
