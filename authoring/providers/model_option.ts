/**
 * How a model is chosen: each setting with its flag, its environment variable and what it is for.
 *
 * @module
 */

/** A setting. */
export interface ModelOption {
  /** Its flag, with a word for its value. */
  readonly flag: string;
  /** Its environment variable. */
  readonly variable: string;
  /** What it is for, as help shows it. */
  readonly help: string;
}

/** Every setting by its name, which is also its key in a file of settings. */
export const MODEL_OPTIONS = {
  provider: {
    flag: "--provider <name>",
    variable: "AUTOCODER_PROVIDER",
    help: "who answers: anthropic or openai-compatible",
  },
  model: {
    flag: "--model <name>",
    variable: "AUTOCODER_MODEL",
    help: "the model, as its provider names it",
  },
  baseUrl: {
    flag: "--base-url <url>",
    variable: "AUTOCODER_BASE_URL",
    help: "where the provider is, such as http://127.0.0.1:11434/v1",
  },
  timeoutSeconds: {
    flag: "--model-timeout <seconds>",
    variable: "AUTOCODER_MODEL_TIMEOUT",
    help: "seconds that one question may take with all its attempts",
  },
  stallSeconds: {
    flag: "--model-stall <seconds>",
    variable: "AUTOCODER_MODEL_STALL",
    help:
      "seconds without a sign of the answer after which it is given up; by itself not before the first one of a server on this machine",
  },
  retries: {
    flag: "--model-retries <count>",
    variable: "AUTOCODER_MODEL_RETRIES",
    help: "further attempts after one that may be made again",
  },
  parallel: {
    flag: "--parallel <count>",
    variable: "AUTOCODER_PARALLEL",
    help: "questions under way at once",
  },
  maxAnswerBytes: {
    flag: "--max-answer-bytes <count>",
    variable: "AUTOCODER_MAX_ANSWER_BYTES",
    help: "bytes of one answer after which it is cut off",
  },
  budget: {
    flag: "--budget <limits>",
    variable: "AUTOCODER_BUDGET",
    help: 'what may be spent: "200000 tokens", "2.50 USD" or both',
  },
} as const satisfies Record<string, ModelOption>;

/** Name of a setting. */
export type ModelOptionName = keyof typeof MODEL_OPTIONS;

/** Values that a user gave to settings, as text or as a number. */
export type GivenOptions = Readonly<
  Partial<Record<ModelOptionName, string | number>>
>;
