/**
 * How many questions a server is asked at the same time.
 *
 * @module
 */

/**
 * Places for questions. There are as many as anybody wants until a server shows that it answers one at a time: two answers in
 * a row are lost while others are under way. Small servers end an answer when another question comes, or leave one waiting
 * until the others are over. From then on there is one place, and who wants it waits.
 */
export class Places {
  #isSingle = false;
  #taken = 0;
  #lost = 0;
  #waiting: (() => void)[] = [];

  /** Whether there is only one. */
  get isSingle(): boolean {
    return this.#isSingle;
  }

  /**
   * Waits for a place and takes it. Whoever takes one gives it back with {@link give}.
   *
   * @throws {unknown} the signal's reason when it is aborted first.
   */
  async take(signal: AbortSignal): Promise<void> {
    while (this.#isSingle && this.#taken > 0) {
      signal.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const leave = () => reject(signal.reason);
      signal.addEventListener("abort", leave, { once: true });
      this.#waiting.push(resolve);
      await promise.finally(() => signal.removeEventListener("abort", leave));
    }
    this.#taken++;
  }

  /** Gives a place back; `isLost` where the answer was lost on its way. */
  give(isLost: boolean): void {
    if (this.#taken > 1) this.#lost = isLost ? this.#lost + 1 : 0;
    if (this.#lost === MOST_LOST) this.#isSingle = true;
    this.#taken--;
    // All look again, in their order: one that has left meanwhile cannot keep the place from the next.
    for (const look of this.#waiting.splice(0)) look();
  }
}

/** One may be chance. */
const MOST_LOST = 2;
