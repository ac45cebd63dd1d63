/**
 * A language model as the rest of the program sees it, whoever provides it.
 *
 * @module
 */

/** A turn of a conversation. */
export interface ModelTurn {
  /** Who speaks. */
  readonly role: "user" | "assistant";
  /** What is said. */
  readonly text: string;
}

/** What a model is asked. */
export interface ModelRequest {
  /** What it is to do, and how it answers: text of this program's own, never a user's. */
  readonly system: string;
  /**
   * What many questions begin with, such as a blueprint: data that stands before the first turn, as a part of it. A provider
   * may keep it, so that it costs less from the second question on. @default nothing
   */
  readonly shared?: string;
  /** The conversation; the last turn is the user's. */
  readonly turns: readonly ModelTurn[];
  /** The JSON Schema that its answer is to fit. @default it answers in text */
  readonly schema?: {
    readonly name: string;
    readonly schema: Readonly<Record<string, unknown>>;
  };
  /** Tokens that the answer may take. */
  readonly maxOutputTokens: number;
}

/** Tokens of one call or of many. */
export interface TokenUsage {
  /** Tokens sent, those that the provider had kept included. */
  readonly input: number;
  /** Tokens of the answer. */
  readonly output: number;
  /** Of those sent, the ones that the provider had kept. */
  readonly cached: number;
  /** Of those sent, the ones that the provider keeps from now on, where it charges for that. @default none */
  readonly stored?: number;
  /** Of those sent and of the answer, the ones that nobody has told of: they are reckoned by length. @default none */
  readonly estimated?: number;
}

/** What a model answers. */
export interface ModelReply {
  /** The text, whole; also where it was to be JSON. */
  readonly text: string;
  /** The value, where a schema was given and the text is JSON; whether it fits is for whoever asked to check. */
  readonly value?: unknown;
  /** How it ended: `truncated` at the limit of its output, `refused` by the model or its provider's filter. */
  readonly finish: "done" | "truncated" | "refused" | "other";
  /** What it took; of every attempt that the provider told of. */
  readonly usage: TokenUsage;
  /** Attempts that were made, 1 without a retry. */
  readonly attempts: number;
  /** Milliseconds from the question to the end of the answer, waits for retries included. */
  readonly ms: number;
}

/** Options of {@link LanguageModel.ask}. */
export interface AskOptions {
  /** Ends the call. */
  readonly signal?: AbortSignal;
  /** Takes the answer piece by piece, as it comes. */
  readonly onText?: (piece: string) => void;
  /** Is told of each attempt that failed and is made again: why, and in how many milliseconds. */
  readonly onRetry?: (reason: string, waitMs: number) => void;
  /** Is told, before another attempt, what all that failed so far have taken; what it throws ends the question. */
  readonly onLost?: (usage: TokenUsage) => void;
}

/** A model that can be asked. */
export interface LanguageModel {
  /** Provider and model, such as `anthropic/claude-sonnet-4-5`. */
  readonly name: string;
  /**
   * Asks once; retries what the provider says may be tried again.
   *
   * @throws {ModelFailure} when no answer came.
   */
  ask(request: ModelRequest, options?: AskOptions): Promise<ModelReply>;
}

/** Why a model gave no answer. */
export type ModelFailureKind =
  | "not configured"
  | "key refused"
  | "unknown model"
  | "unreachable"
  | "overloaded"
  | "timed out"
  | "rejected";

/** A model gave no answer; the message says what to do, and never holds a key. */
export class ModelFailure extends Error {
  /** The name of the error. */
  override readonly name = "ModelFailure";
  /** Why. */
  readonly kind: ModelFailureKind;
  /** What its attempts took, as far as the provider told: attempts that break off are paid for too. */
  readonly usage: TokenUsage;

  /** Takes why, and the whole message as it is shown. */
  constructor(
    kind: ModelFailureKind,
    message: string,
    options: ErrorOptions & { readonly usage?: TokenUsage } = {},
  ) {
    super(message, options);
    this.kind = kind;
    this.usage = options.usage ?? NO_USAGE;
  }
}

/** Adds up what calls took. */
export function addUsage(one: TokenUsage, other: TokenUsage): TokenUsage {
  const stored = (one.stored ?? 0) + (other.stored ?? 0);
  const estimated = (one.estimated ?? 0) + (other.estimated ?? 0);
  return {
    input: one.input + other.input,
    output: one.output + other.output,
    cached: one.cached + other.cached,
    ...(stored > 0 ? { stored } : {}),
    ...(estimated > 0 ? { estimated } : {}),
  };
}

/** Nothing asked yet. */
export const NO_USAGE: TokenUsage = { input: 0, output: 0, cached: 0 };
