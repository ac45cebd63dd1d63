import type { DeadLetter } from "./dead_letter.ts";
import type { DeadLetterStore } from "./dead_letter_store.ts";
import type { Link } from "./link.ts";
import { nextTurn, turnIsSpent } from "./turn.ts";

/** Settings of `redrive()`. */
export interface RedriveOptions {
  /** Ends it between two letters, or while a channel has no room for one. */
  readonly signal?: AbortSignal;
}

/** A letter that stays where it was, and why. */
export interface RefusedLetter {
  /** The letter. */
  readonly letter: DeadLetter;
  /** What kept its message from being sent. */
  readonly cause: unknown;
}

/** What became of the letters of one `redrive()`: each was accepted, refused, or not tried. */
export interface RedriveReport {
  /** Messages that their channel accepted; their letters are taken out. */
  readonly accepted: number;
  /** Letters that stay: no such connection, closed, full, `notRedrivable`, or taken by somebody else. */
  readonly refused: readonly RefusedLetter[];
  /** Letters that were left because the signal was aborted. */
  readonly untried: number;
}

/** Sends the messages of dead letters again, one after the other, and takes the letters out. Never rejects. */
export async function redrive(
  letters: readonly DeadLetter[],
  store: DeadLetterStore,
  links: readonly Link[],
  { signal }: RedriveOptions = {},
): Promise<RedriveReport> {
  const byName = new Map(links.map((link) => [link.name, link]));
  const refused: RefusedLetter[] = [];
  let accepted = 0;
  for (const letter of letters) {
    if (signal?.aborted) break;
    try {
      await sendAgain(letter, byName.get(letter.connection), store, signal);
      accepted++;
    } catch (cause) {
      if (!signal?.aborted) refused.push({ letter, cause });
    }
    if (turnIsSpent()) await nextTurn();
  }
  const untried = letters.length - accepted - refused.length;
  return { accepted, refused, untried };
}

async function sendAgain(
  letter: DeadLetter,
  link: Link | undefined,
  store: DeadLetterStore,
  signal: AbortSignal | undefined,
): Promise<void> {
  const about = `Cannot send a dead letter again by "${letter.connection}"`;
  if (link === undefined) throw new Error(`${about}: found no such connection`);
  if (letter.notRedrivable !== undefined) {
    throw new Error(`${about}: its data was not kept: ${letter.notRedrivable}`);
  }
  if (!store.take(letter)) {
    throw new Error(`${about}: found it taken out, wanted one that is kept`);
  }
  try {
    await link.redrive(letter, signal);
  } catch (error) {
    store.putBack(letter);
    throw error;
  }
  store.forget(letter);
}
