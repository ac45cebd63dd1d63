/**
 * Questions about sights that wait for their answers.
 *
 * @module
 */
import type {
  SightAnswer,
  SightName,
  SightQuestion,
  Sights,
} from "./worker_messages.ts";

/** Asks by messages and matches the answers. */
export class SightQuestions {
  readonly #send: (question: SightQuestion) => void;
  readonly #waiting = new Map<
    number,
    (sight: Sights[SightName] | undefined) => void
  >();
  #asked = 0;

  /** Sends its questions by a function. */
  constructor(send: (question: SightQuestion) => void) {
    this.#send = send;
  }

  /** Asks; undefined if the other end is gone, or has not answered within so many milliseconds. */
  async ask<N extends SightName>(
    of: N,
    withinMs: number = Infinity,
  ): Promise<Sights[N] | undefined> {
    const id = ++this.#asked;
    const answered = Promise.withResolvers<Sights[SightName] | undefined>();
    this.#waiting.set(id, answered.resolve);
    const timer = withinMs === Infinity
      ? undefined
      : setTimeout(() => answered.resolve(undefined), withinMs);
    try {
      this.#send({ kind: "ask", id, of });
      return await answered.promise as Sights[N] | undefined; // an answer is of what was asked
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  /** Takes an answer. */
  answer({ id, sight }: SightAnswer): void {
    this.#waiting.get(id)?.(sight);
  }

  /** Gives up all that wait. */
  giveUp(): void {
    for (const resolve of this.#waiting.values()) resolve(undefined);
  }
}
