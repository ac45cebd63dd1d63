/**
 * How many tokens an answer may take at a server that refuses more.
 *
 * @module
 */

/** What a server says about the length of an answer. */
export interface SmallerLimit {
  /** Tokens that an answer may take. */
  readonly tokens: number;
  /** Whether that holds for every question: it is the model's own limit, not what this question leaves of its context. */
  readonly isModels: boolean;
}

/**
 * Reads in a server's refusal how long an answer may be. Some take any limit and end the answer where there is no more room;
 * others refuse a question whose answer might not fit. Undefined when the refusal is about something else, or nothing useful
 * is left.
 *
 * @param asked Tokens that were asked for.
 */
export function smallerLimit(
  message: string,
  asked: number,
): SmallerLimit | undefined {
  const own = numberIn(MODELS_OWN, message);
  if (own !== undefined) return useful({ tokens: own, isModels: true }, asked);
  const context = numberIn(CONTEXT, message);
  const question = numberIn(QUESTION, message);
  return context !== undefined && question !== undefined
    ? useful({ tokens: context - question - SPARE, isModels: false }, asked)
    : undefined;
}

function useful(
  limit: SmallerLimit,
  asked: number,
): SmallerLimit | undefined {
  return limit.tokens >= LEAST && limit.tokens < asked ? limit : undefined;
}

function numberIn(
  patterns: readonly RegExp[],
  message: string,
): number | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(message)?.[1];
    if (found !== undefined) return Number(found);
  }
}

/** OpenAI, then Anthropic. */
const MODELS_OWN = [
  /at most (\d+) (?:completion|output) tokens/,
  /max_tokens: \d+ > (\d+)/,
];

/** OpenAI, vLLM and what follows them. */
const CONTEXT = [/maximum context length is (\d+) tokens/];
const QUESTION = [
  /(\d+) in the messages/,
  /(\d+) input tokens/,
  /(\d+) (?:tokens )?(?:from|of|in) (?:the|your) (?:input|prompt)/,
];

/** Tokens that servers count differently. */
const SPARE = 16;

/** An answer that may take less is not worth a question. */
const LEAST = 256;
