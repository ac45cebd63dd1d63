import type { DeadLetter } from "./dead_letter.ts";

/** Gives dead letters numbers by which people and pages can name them, as long as the letters live. */
export class NumberedLetters {
  readonly #numbers = new WeakMap<DeadLetter, string>();
  #last = 0;

  /** Returns the number of a letter, always the same. */
  idOf(letter: DeadLetter): string {
    let id = this.#numbers.get(letter);
    if (id === undefined) {
      id = String(++this.#last);
      this.#numbers.set(letter, id);
    }
    return id;
  }

  /** Finds the letter of that number among these. */
  find(letters: readonly DeadLetter[], id: string): DeadLetter | undefined {
    return letters.find((letter) => this.#numbers.get(letter) === id);
  }
}
