import { RingBuffer } from "./ring_buffer.ts";

/**
 * What was accepted for the other side of a port, until it is confirmed: until that side has said that
 * its receiver took it. What is not confirmed when the channel fails is lost to it.
 */
export class PortKeep<T> {
  readonly #values = new RingBuffer<T>();
  readonly #onLost: (value: T, reason: unknown) => void;
  #confirmed: number;
  #failure: { readonly reason: unknown } | undefined;

  /** Begins after so many values, of which it knows nothing. */
  constructor(before: number, onLost: (value: T, reason: unknown) => void) {
    this.#confirmed = before;
    this.#onLost = onLost;
  }

  /** Takes a value that is on its way, the next in order. One that comes after the failure is lost. */
  add(value: T): void {
    this.#values.push(value);
    if (this.#failure) this.fail(this.#failure.reason);
  }

  /** Forgets what was received, which is so many values in all. */
  confirm(count: number): void {
    for (
      ;
      this.#confirmed < count && this.#values.size > 0;
      this.#confirmed++
    ) {
      this.#values.shift();
    }
  }

  /** Tells of everything that is left. */
  fail(reason: unknown): void {
    this.#failure = { reason };
    while (this.#values.size > 0) this.#onLost(this.#values.shift(), reason);
  }
}
