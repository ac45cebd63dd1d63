import type { Discard } from "./relay_options.ts";

/** Where the values of a relay went. */
export class RelayTally<T> {
  /** Values taken from the sources. */
  received = 0;
  /** Values that at least one target accepted, or that were handled. */
  passed = 0;
  /** Values that no target accepted, by reason. */
  readonly discarded: Record<Discard<T>["why"], number> = {
    unmatched: 0,
    failed: 0,
    undelivered: 0,
  };
  readonly #onDiscard: ((discard: Discard<T>) => void) | undefined;

  /** Counts nothing yet. */
  constructor(onDiscard: ((discard: Discard<T>) => void) | undefined) {
    this.#onDiscard = onDiscard;
  }

  /** Counts a value that no target accepted and tells of it. Throws what the one who is told throws. */
  discard(value: T, why: Discard<T>["why"], error: unknown): void {
    this.discarded[why]++;
    this.#onDiscard?.({ value, why, error });
  }
}
