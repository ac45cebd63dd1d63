import type { Clock } from "./clock.ts";
import type { DeadLetter } from "./dead_letter.ts";
import type { Log } from "./log.ts";

/**
 * Where dead letters are kept. It belongs to one harness, which disposes of it when it stops, after all
 * components and resources. What it cannot do it tells by `trouble`: `add()` and the others are called in
 * the middle of a message, and must neither throw nor take long.
 */
export interface DeadLetterStore extends AsyncDisposable {
  /** The letters that are kept, oldest first, without those that are taken. */
  readonly letters: readonly DeadLetter[];
  /** Letters that were added since the store was made, also those no longer kept. */
  readonly total: number;
  /** Set while letters that were to outlive the process would be lost with it. */
  readonly trouble?: DeadLetterTrouble;
  /** Tells the store, once, where it reports and has its time from. */
  attach?(context: DeadLetterContext): void;
  /** Keeps a letter. */
  add(letter: DeadLetter): void;
  /** Takes a letter that is about to be sent again; tells whether it was there. It is not forgotten. */
  take(letter: DeadLetter): boolean;
  /** Keeps a letter again that was taken. It is not counted twice. */
  putBack(letter: DeadLetter): void;
  /** Forgets a letter that was taken. */
  forget(letter: DeadLetter): void;
}

/** Why letters are in memory only. */
export interface DeadLetterTrouble {
  /** How many are. */
  readonly unsaved: number;
  /** Since when. */
  readonly since: Date;
  /** What keeps them from being saved. */
  readonly error: unknown;
}

/** What a store gets from its harness. */
export interface DeadLetterContext {
  /** Where it reports; never throws. */
  readonly log: Log;
  /** Where it has its time from. */
  readonly clock: Clock;
}
