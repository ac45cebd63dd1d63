/**
 * A language model that is asked only what is not kept of it.
 *
 * @module
 */
import { sha256 } from "../../generator/output/manifest.ts";
import {
  type AskOptions,
  type LanguageModel,
  type ModelReply,
  type ModelRequest,
  NO_USAGE,
} from "../language_model.ts";
import { jsonObjectIn } from "../providers/json_value.ts";
import {
  type KeptReplies,
  type KeptReply,
  REPLIES_SCHEMA,
  replyKey,
} from "./kept_replies.ts";

/** Options of {@link RecordedModel}. */
export interface RecordedModelOptions {
  /** Provider and model, as the opened one is named. */
  readonly name: string;
  /** Opens the model, when something is asked that is not kept. */
  readonly open: () => Promise<LanguageModel>;
  /** What is kept. @default nothing */
  readonly kept?: KeptReplies | undefined;
}

/**
 * Answers from what is kept, and asks the model for the rest. A kept reply is no more than the model's words were when they
 * came: whoever asked checks it as any other. It took no attempt, no token and no time.
 */
export class RecordedModel implements LanguageModel {
  /** Provider and model. */
  readonly name: string;
  readonly #open: () => Promise<LanguageModel>;
  readonly #kept: ReadonlyMap<string, KeptReply>;
  readonly #used = new Map<string, KeptReply>();

  /** Takes the model, and what is kept of it. */
  constructor({ name, open, kept }: RecordedModelOptions) {
    this.name = name;
    this.#open = open;
    this.#kept = new Map(kept?.replies.map((one) => [one.key, one]));
  }

  /** The replies that were used, in the order in which they came: what is to be kept once all is done. */
  get used(): KeptReplies {
    return this.#with([...this.#used.values()]);
  }

  /** The same and, behind them, those that are kept and were not used yet. */
  get known(): KeptReplies {
    return this.#with([...new Map([...this.#used, ...this.#kept]).values()]);
  }

  /** Answers from what is kept, or asks. */
  async ask(
    request: ModelRequest,
    options: AskOptions = {},
  ): Promise<ModelReply> {
    options.signal?.throwIfAborted();
    const key = await replyKey(this.name, request);
    const kept = this.#kept.get(key);
    if (kept) {
      this.#used.set(key, kept);
      options.onText?.(kept.text);
      return replyOf(kept, request);
    }
    const model = await this.#open();
    const reply = await model.ask(request, options);
    const { text, finish, usage: tokens } = reply;
    const hash = await sha256(text);
    this.#used.set(key, { key, sha256: hash, finish, tokens, text });
    return reply;
  }

  #with(replies: readonly KeptReply[]): KeptReplies {
    return { schema: REPLIES_SCHEMA, model: this.name, replies };
  }
}

function replyOf(
  { text, finish }: KeptReply,
  { schema }: ModelRequest,
): ModelReply {
  const value = schema && jsonObjectIn(text);
  return {
    text,
    ...(value === undefined ? {} : { value }),
    finish,
    usage: NO_USAGE,
    attempts: 0,
    ms: 0,
  };
}
