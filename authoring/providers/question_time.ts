/**
 * The time that a question may take.
 *
 * @module
 */

/** A limit that can rest: while a question waits for others of this program to be over, its time does not run. */
export class QuestionTime implements Disposable {
  readonly #over = new AbortController();
  #leftMs: number;
  #from: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Takes the limit in milliseconds; it does not run yet. */
  constructor(limitMs: number) {
    this.#leftMs = limitMs;
  }

  /** Is aborted when the time is over. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** Lets it run. */
  run(): void {
    if (this.#from !== undefined) return;
    this.#from = performance.now();
    this.#timer = setTimeout(() => this.#over.abort(), this.#leftMs);
  }

  /** Lets it rest. */
  rest(): void {
    if (this.#from === undefined) return;
    clearTimeout(this.#timer);
    this.#leftMs -= performance.now() - this.#from;
    this.#from = undefined;
  }

  /** Ends it. */
  [Symbol.dispose](): void {
    this.rest();
  }
}
