/**
 * Watches for signs of life while an answer is waited for.
 *
 * @module
 */

/** No sign of an answer came for too long. */
export class Stalled extends Error {
  /** The name of the error. */
  override readonly name = "Stalled";
  /** For how many milliseconds. */
  readonly ms: number;

  /** Takes how long it was. */
  constructor(ms: number) {
    super("no sign of the answer came");
    this.ms = ms;
  }
}

/** How long may pass without a sign. */
export interface StallLimits {
  /** Milliseconds before the first one. */
  readonly firstMs: number;
  /** Milliseconds from one to the next. */
  readonly nextMs: number;
}

/**
 * Runs out when no sign comes. A sign is any byte of an answer's body: servers that take minutes over a question send comments
 * meanwhile, which are no piece of the answer, and show that it goes on.
 */
export class StallWatch implements Disposable {
  /** Rejects with {@link Stalled} when it has run out. */
  readonly stalled: Promise<never>;
  readonly #limits: StallLimits;
  readonly #reject: (reason: Stalled) => void;
  #timer: ReturnType<typeof setTimeout>;

  /** Begins to watch. */
  constructor(limits: StallLimits) {
    const { promise, reject } = Promise.withResolvers<never>();
    promise.catch(() => {}); // whoever waits for it hears of it, and nobody else has to
    this.stalled = promise;
    this.#reject = reject;
    this.#limits = limits;
    this.#timer = this.#start(limits.firstMs);
  }

  /** Takes note of a sign. */
  sign(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#start(this.#limits.nextMs);
  }

  /** Ends the watch. */
  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }

  #start(ms: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#reject(new Stalled(ms)), ms);
  }
}
