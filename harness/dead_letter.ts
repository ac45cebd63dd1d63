import type { DeadLetterStore } from "./dead_letter_store.ts";
import type { Message } from "./message.ts";

/** A message that could not be handled, with all that is known about it. */
export interface DeadLetter {
  /** The component that should have handled it, or that failed to send it. */
  readonly component: string;
  /** The port it came in by, or should have left by. */
  readonly port: string;
  /** The connection it came by, or could not be sent by: `a.out -> b.in`. */
  readonly connection: string;
  /** Which attempt this was, from 1. */
  readonly attempt: number;
  /** What was thrown. */
  readonly cause: unknown;
  /** The message, as sent. */
  readonly message: Message;
  /**
   * Why the message cannot be sent again: the letter was read from where its data could not be written,
   * and the data is a description of it. Undefined for every other letter.
   */
  readonly notRedrivable?: string;
}

/** Keeps the latest dead letters in memory and counts them all. */
export class DeadLetterBox implements DeadLetterStore {
  readonly #limit: number;
  #letters: DeadLetter[] = [];
  #total = 0;

  /** Keeps at most `limit` letters; the oldest make way. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get total(): number {
    return this.#total;
  }

  get letters(): readonly DeadLetter[] {
    return this.#letters.slice(-this.#limit || this.#letters.length);
  }

  take(letter: DeadLetter): boolean {
    this.#cut(); // or those that made way would be among the latest again
    const index = this.#letters.lastIndexOf(letter);
    if (index < 0) return false;
    this.#letters.splice(index, 1);
    return true;
  }

  putBack(letter: DeadLetter): void {
    this.#letters.push(letter);
  }

  forget(_letter: DeadLetter): void {}

  add(letter: DeadLetter): void {
    this.#total++;
    if (this.#limit < 1) return;
    this.#letters.push(letter);
    // Cut at twice the limit, so that a flood costs no copy per letter.
    if (this.#letters.length >= this.#limit * 2) this.#cut();
  }

  #cut(): void {
    if (this.#letters.length <= this.#limit) return;
    this.#letters = this.#letters.slice(-this.#limit);
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
