import { RESOLVED } from "./channel_core.ts";

/** What receipts need of their side. */
export interface PortReceiptsHooks {
  /** Returns how many values were received in all. */
  readonly count: () => number;
  /** Tells the other side so. */
  readonly tell: (count: number) => void;
}

/**
 * Tells the other side of a port what was received, at once, and then no more before that was heard: so
 * a slow receiver is known to the value, and a fast one costs a note for each round trip. What goes to
 * the other side anyway takes the count along.
 */
export class PortReceipts {
  readonly #hooks: PortReceiptsHooks;
  #told = 0;
  #isHeard = true;
  #isScheduled = false;

  /** Says nothing yet. */
  constructor(hooks: PortReceiptsHooks) {
    this.#hooks = hooks;
  }

  /** Notes that values were received. */
  readonly note = (): void => {
    if (this.#isScheduled || !this.#isHeard) return;
    this.#isScheduled = true;
    RESOLVED.then(this.#tell);
  };

  /** Returns the count if it is news, for a note that goes to the other side anyway. */
  news(): number | undefined {
    const count = this.#hooks.count();
    return count === this.#told ? undefined : count;
  }

  /** Notes that a count has gone to the other side. */
  told(count: number): void {
    this.#told = count;
  }

  /** Notes that the other side has heard. */
  heard(): void {
    this.#isHeard = true;
    this.#tell();
  }

  readonly #tell = (): void => {
    this.#isScheduled = false;
    const count = this.news();
    if (count === undefined) return;
    this.#isHeard = false;
    this.told(count);
    this.#hooks.tell(count);
  };
}
