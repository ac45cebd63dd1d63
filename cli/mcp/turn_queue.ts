/**
 * Lets one piece of work run at a time, in the order in which it was asked for.
 *
 * @module
 */

/** A queue for what would take the machine from one another: two verifications at once are slower than one after the other. */
export class TurnQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs the work when all before it has ended, however that was; work that is given up meanwhile never begins. */
  async take<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const before = this.#last;
    const mine = Promise.withResolvers<void>();
    this.#last = before.then(() => mine.promise);
    try {
      await Promise.race([before, aborted(signal)]);
      signal.throwIfAborted();
      return await work();
    } finally {
      mine.resolve();
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) resolve();
  signal.addEventListener("abort", () => resolve(), { once: true });
  return promise;
}
