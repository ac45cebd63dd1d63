/**
 * Questions to a model, counted; what gives no answer gives the reason.
 *
 * @module
 */
import { BudgetSpent } from "../budget.ts";
import {
  addUsage,
  type LanguageModel,
  ModelFailure,
  type ModelReply,
  type ModelRequest,
  NO_USAGE,
  type TokenUsage,
} from "../language_model.ts";

/** Asks a model, and adds up what that takes. */
export class ModelCalls {
  /** How many questions there were. */
  count = 0;
  /** What they took. */
  usage: TokenUsage = NO_USAGE;
  readonly #model: LanguageModel;
  readonly #signal: AbortSignal;
  readonly #tell: (text: string) => void;

  /** Takes the model, and what is told how it goes. */
  constructor(
    model: LanguageModel,
    signal: AbortSignal,
    tell: (text: string) => void,
  ) {
    this.#model = model;
    this.#signal = signal;
    this.#tell = tell;
  }

  /** Asks; gives the answer, or the reason why there is none. */
  async ask(question: ModelRequest): Promise<ModelReply | string> {
    const { name } = this.#model;
    this.#tell(`asks ${name}`);
    try {
      const reply = await this.#model.ask(question, {
        signal: this.#signal,
        onRetry: (reason, waitMs) =>
          this.#tell(`asks again in ${waitMs} ms: ${reason}`),
      });
      if (reply.attempts === 0) {
        this.#tell(`0 calls: answered by the record of ${name}`);
      } else this.count++;
      this.usage = addUsage(this.usage, reply.usage);
      return NO_ANSWER[reply.finish] ?? reply;
    } catch (error) {
      this.#signal.throwIfAborted();
      this.count++;
      const isKnown = error instanceof ModelFailure ||
        error instanceof BudgetSpent;
      if (isKnown) return error.message;
      throw error;
    }
  }
}

const NO_ANSWER: Readonly<Partial<Record<ModelReply["finish"], string>>> = {
  truncated: "its answer was cut off at the limit of its output",
  refused: "it refused to answer",
};
