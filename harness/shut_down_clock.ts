/**
 * Shares out the time for a shutdown. A member may take four fifths of the
 * whole; one whose turn comes later, because someone upstream used that up,
 * still gets a tenth, while there is any left.
 */
export class ShutDownClock {
  readonly #timeoutMs: number;
  readonly #now: () => number;
  readonly #startedAt: number;

  /** Starts now, on a clock in milliseconds. */
  constructor(timeoutMs: number, now: () => number) {
    this.#timeoutMs = timeoutMs;
    this.#now = now;
    this.#startedAt = now();
  }

  /** Returns a countdown, in milliseconds, for a member whose turn is now. */
  forNext(): () => number {
    const end = this.#startedAt + this.#timeoutMs;
    const share = this.#startedAt + this.#timeoutMs * 0.8;
    const least = this.#now() + this.#timeoutMs * 0.1;
    const deadline = Math.min(end, Math.max(share, least));
    return () => deadline - this.#now();
  }
}
