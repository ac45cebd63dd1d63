import { ChannelBroken, ChannelClosed, ChannelFull } from "./errors.ts";
import type { ChannelStats, FullPolicy } from "./channel_stats.ts";
import { RingBuffer } from "./ring_buffer.ts";
import { type Entry, type Waiter, WaiterList } from "./waiter_list.ts";

/** The promise that every send returns which did not have to wait. */
export const RESOLVED: Promise<void> = Promise.resolve();

/** What `take()` returns when nothing is queued. */
export const EMPTY: unique symbol = Symbol("empty");

/**
 * The state machine behind a channel: ring, waiters, policies, ledger. Everything in it is
 * synchronous; a promise is made only for someone who really waits.
 *
 * Invariant: someone waits to receive only while the ring is empty, and to send only while it is full.
 */
export class ChannelCore<T> {
  /** Name for messages and figures. */
  readonly name: string;
  /** Most values that may be queued. */
  readonly capacity: number;
  /** What happens to a value for which there is no room. */
  readonly whenFull: FullPolicy;
  /** Called when the first value is queued, and when the channel ends: the consumer that polls. */
  listener: (() => void) | undefined;
  /** Told of every value that was accepted or offered and then dropped. */
  onDropped: ((value: T) => void) | undefined;
  /** Told each time that a queued value was taken. */
  onTaken: (() => void) | undefined;
  /**
   * The loops of the component that receives, which have their latest value in hand until they ask for
   * the next. Undefined where nobody could take back what they had: there a value is done when taken.
   */
  loops: Set<Loop<T>> | undefined;

  readonly #ring = new RingBuffer<T>();
  readonly #senders = new WaiterList<T>();
  readonly #receivers = new WaiterList<T>();
  readonly #endHooks: (() => void)[] = [];
  #state: "open" | "closed" | "broken" = "open";
  #reason: unknown;
  #settled: PromiseWithResolvers<void> | undefined;
  #sent = 0;
  #received = 0;
  #acknowledged = 0;
  #dead = 0;
  #dropped = 0;
  #inHand = 0;
  #setAside = 0;
  #highWater = 0;
  #sendWaits = 0;
  #sendWaitMs = 0;

  /** Starts empty and open. */
  constructor(name: string, capacity: number, whenFull: FullPolicy) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError(
        `Cannot make channel "${name}": found capacity ${capacity}, wanted an integer of at least 1`,
      );
    }
    this.name = name;
    this.capacity = capacity;
    this.whenFull = whenFull;
  }

  /** Values queued now. */
  get size(): number {
    return this.#ring.size;
  }

  /** Whether values are taken, ended in good order, or failed. */
  get state(): "open" | "closed" | "broken" {
    return this.#state;
  }

  /** What `abort()` was given. */
  get reason(): unknown {
    return this.#reason;
  }

  /** Whether no value will come any more. */
  get ended(): boolean {
    return this.#state !== "open" && this.#ring.size === 0;
  }

  /** Accepts a value, or applies the policy when there is no room. `RESOLVED` when it did not wait. */
  push(value: T): Promise<void> {
    if (this.#state !== "open") return Promise.reject(this.endError("send to"));
    return this.#admit(value) ? RESOLVED : this.#pushWhenFull(value);
  }

  /** Accepts a value unless it would have to wait. */
  tryPush(value: T): boolean {
    if (this.#state !== "open") throw this.endError("send to");
    if (this.#admit(value)) return true;
    if (this.whenFull === "block") return false;
    if (this.whenFull === "fail") throw this.#fullError();
    this.#makeRoom(value);
    return true;
  }

  /** Counts a value that passes from hand to hand; tells whether it may, because nothing is queued before it. */
  passOver(): boolean {
    if (this.#state !== "open" || this.#ring.size > 0) return false;
    this.#sent++;
    this.#received++;
    this.#acknowledged++;
    return true;
  }

  /** Takes the oldest value in hand: it must be acknowledged or buried later. */
  take(): T | typeof EMPTY {
    if (this.#ring.size === 0) return EMPTY;
    const value = this.#ring.shift();
    this.#received++;
    this.#inHand++;
    if (this.onTaken !== undefined) this.onTaken();
    if (this.#senders.size > 0) this.#admitWaiting();
    if (this.#state !== "open" && this.#ring.size === 0) this.#ended();
    return value;
  }

  /** Notes that a value that passed from hand to hand is in hand: it must be acknowledged or buried later. */
  keepInHand(): void {
    this.#acknowledged--;
    this.#inHand++;
  }

  /** Notes that the receiver is done with a value that it took. */
  acknowledge(): void {
    this.#inHand--;
    this.#acknowledged++;
    if (this.#settled !== undefined) this.#checkSettled();
  }

  /** Notes that a value that was taken became a dead letter. */
  bury(): void {
    this.#inHand--;
    this.#dead++;
    if (this.#settled !== undefined) this.#checkSettled();
  }

  /**
   * Takes back values that were in hand, oldest first, to be taken again before all others. They were
   * accepted once and are not counted again; for as long as they are queued, `size` may exceed the
   * capacity. Only someone who polls may give back.
   */
  giveBack(values: readonly T[]): void {
    this.#inHand -= values.length;
    this.#received -= values.length;
    for (const value of values.toReversed()) {
      if (this.#state === "broken") this.#drop(value);
      else this.#ring.unshift(value);
    }
    if (this.#settled !== undefined) this.#checkSettled();
    if (this.#ring.size > 0) this.listener?.();
  }

  /**
   * Notes that so many values in hand belong to loops that were left, or no longer do: nobody works on
   * them, and only the end of the component tells whether they were done. `whenSettled()` does not
   * wait for them.
   */
  setAside(values: number): void {
    this.#setAside += values;
    if (this.#settled !== undefined) this.#checkSettled();
  }

  /** Adds someone who waits for a value, which counts as acknowledged when it comes. */
  addReceiver(waiter: Waiter<T>): Entry<T> {
    return this.#receivers.add(waiter);
  }

  /** Removes someone who no longer waits for a value. */
  removeReceiver(entry: Entry<T>): void {
    this.#receivers.remove(entry);
  }

  /** Sends away everyone who waits for a value. */
  dismissReceivers(error: Error): void {
    for (
      let next = this.#receivers.shift();
      next !== undefined;
      next = this.#receivers.shift()
    ) {
      next.reject(error);
    }
  }

  /** Adds someone who waits for room with a value. Only for the policy `block`, and while there is none. */
  addSender(waiter: Waiter<T>): Entry<T> {
    const timed = this.#sendWaits++ % WAIT_SAMPLE === 0;
    return this.#senders.add(timed ? this.#timed(waiter) : waiter);
  }

  /** Removes someone who no longer wants to send; the value was not accepted. */
  removeSender(entry: Entry<T>): void {
    this.#senders.remove(entry);
  }

  /** Ends the channel in good order: what was sent before, also by those who wait, is delivered. */
  close(): void {
    if (this.#state !== "open") return;
    this.#state = "closed";
    if (this.#ring.size === 0) this.#ended();
    this.listener?.();
  }

  /** Ends the channel at once: queued values are dropped, everyone who waits is told. */
  abort(reason: unknown): void {
    if (this.#state === "broken" || this.ended) return;
    this.#state = "broken";
    this.#reason = reason;
    while (this.#ring.size > 0) this.#drop(this.#ring.shift());
    for (
      let next = this.#senders.shift();
      next !== undefined;
      next = this.#senders.shift()
    ) {
      next.reject(this.endError("send to"));
    }
    this.#ended();
    this.listener?.();
  }

  /** Calls the hook once when no value will come any more, or at once if that is so already. */
  onEnd(hook: () => void): void {
    if (this.ended) hook();
    else this.#endHooks.push(hook);
  }

  /** Forgets a hook that `onEnd()` was given. */
  offEnd(hook: () => void): void {
    const index = this.#endHooks.indexOf(hook);
    if (index >= 0) this.#endHooks.splice(index, 1);
  }

  /** Resolves when no value will come any more and every receiver is done with its values. */
  whenSettled(): Promise<void> {
    this.#settled ??= Promise.withResolvers<void>();
    this.#checkSettled();
    return this.#settled.promise;
  }

  /** Makes the error for someone who uses the channel after its end. */
  endError(action: string): Error {
    const about = `Cannot ${action} channel "${this.name}"`;
    return this.#state === "broken"
      ? new ChannelBroken(`${about}: its other side failed`, {
        cause: this.#reason,
      })
      : new ChannelClosed(`${about}: found it closed, wanted it open`);
  }

  /** Returns the figures of this moment. */
  stats(): ChannelStats {
    return {
      name: this.name,
      capacity: this.capacity,
      whenFull: this.whenFull,
      state: this.#state,
      depth: this.#ring.size,
      highWater: this.#highWater,
      sent: this.#sent,
      received: this.#received,
      acknowledged: this.#acknowledged,
      dead: this.#dead,
      dropped: this.#dropped,
      inHand: this.#inHand,
      waitingSenders: this.#senders.size,
      waitingReceivers: this.#receivers.size,
      sendWaits: this.#sendWaits,
      sendWaitMs: this.#sendWaitMs,
    };
  }

  #admit(value: T): boolean {
    const depth = this.#ring.size;
    if (depth === 0 && this.#receivers.size > 0) return this.#handOver(value);
    if (depth >= this.capacity) return false;
    this.#sent++;
    this.#ring.push(value);
    if (depth >= this.#highWater) this.#highWater = depth + 1;
    if (depth === 0 && this.listener !== undefined) this.listener();
    return true;
  }

  #handOver(value: T): boolean {
    const passed = this.passOver();
    this.#receivers.shift()?.resolve(value);
    return passed;
  }

  #pushWhenFull(value: T): Promise<void> {
    if (this.whenFull === "block") return this.#wait(value);
    if (this.whenFull === "fail") return Promise.reject(this.#fullError());
    this.#makeRoom(value);
    return RESOLVED;
  }

  #makeRoom(value: T): void {
    this.#sent++;
    if (this.whenFull === "drop-newest") return this.#drop(value);
    const oldest = this.#ring.shift();
    this.#ring.push(value);
    this.#drop(oldest);
  }

  #drop(value: T): void {
    this.#dropped++;
    this.onDropped?.(value);
  }

  #wait(value: T): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.addSender({ value, resolve: resolve as () => void, reject });
    });
  }

  #timed(waiter: Waiter<T>): Waiter<T> {
    const startedAt = performance.now();
    return {
      value: waiter.value,
      resolve: (value) => {
        this.#sendWaitMs += (performance.now() - startedAt) * WAIT_SAMPLE;
        waiter.resolve(value);
      },
      reject: (error) => waiter.reject(error),
    };
  }

  #admitWaiting(): void {
    const sender = this.#senders.shift();
    if (sender === undefined) return;
    this.#sent++;
    this.#ring.push(sender.value);
    sender.resolve(sender.value);
  }

  #ended(): void {
    if (this.#receivers.size > 0) {
      this.dismissReceivers(this.endError("receive from"));
    }
    for (const hook of this.#endHooks.splice(0)) hook();
    if (this.#settled !== undefined) this.#checkSettled();
  }

  #checkSettled(): void {
    if (this.ended && this.#inHand === this.#setAside) this.#settled?.resolve();
  }

  #fullError(): ChannelFull {
    return new ChannelFull(
      `Cannot send to channel "${this.name}": found ${this.capacity} values queued, wanted fewer`,
    );
  }
}

/** Someone who takes values in a loop. */
export interface Loop<T> {
  /** Whether it was left, and takes no more values. */
  readonly isLeft: boolean;
  /** Ends the loop at its next turn; what it has in hand stays so. */
  rest(): void;
  /** Lets the loop take no further step; what it has in hand stays so. */
  cutOff(): void;
  /**
   * Ends the loop and returns the values that it had in hand, oldest first. Cut off, it takes no further
   * step, and not that to what follows it either.
   */
  letGo(cutOff: boolean): T[];
}

const WAIT_SAMPLE = 16;
