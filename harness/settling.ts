/** The end of something for good, which happens once. */
export class Settling {
  readonly #settled: PromiseWithResolvers<void> = Promise.withResolvers();
  readonly #waiting = new Set<() => void>();
  #isSettled = false;

  /** Whether it has happened. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** Resolves when it happens. */
  get promise(): Promise<void> {
    return this.#settled.promise;
  }

  /** Lets it happen. */
  settle(): void {
    this.#isSettled = true;
    for (const resolve of this.#waiting) resolve();
    this.#settled.resolve();
  }

  /**
   * Resolves when it happens, or before when the work has ended. A race with `promise` would leave its
   * reactions behind there, one a time, for as long as it has not happened.
   */
  orEndOf(work: Promise<unknown>): Promise<void> {
    if (this.#isSettled) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.add(resolve);
      const ended = () => {
        this.#waiting.delete(resolve);
        resolve();
      };
      work.then(ended, ended);
    });
  }
}
