/** How long the `process()` of a probe lasts: until the test ends it, or its harness does. */
export class ProbeLife {
  #ending = newEnding();

  /** Lives until `end()`, `fail()` or the signal; what was called before counts. Then it can live again. */
  async live(signal: AbortSignal): Promise<void> {
    const ending = this.#ending;
    const stop = () => ending.resolve();
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    try {
      await ending.promise;
    } finally {
      signal.removeEventListener("abort", stop);
      this.#ending = newEnding();
    }
  }

  /** Ends this life, or the one to come, in good order. */
  end(): void {
    this.#ending.resolve();
  }

  /** Ends this life, or the one to come, with a failure. */
  fail(error: unknown): void {
    this.#ending.reject(error);
  }
}

function newEnding(): PromiseWithResolvers<void> {
  const ending = Promise.withResolvers<void>();
  ending.promise.catch(() => {}); // the life to come may never begin
  return ending;
}
