/**
 * Opens a language model over its provider's SDK.
 *
 * @module
 */
import {
  addUsage,
  type AskOptions,
  type LanguageModel,
  ModelFailure,
  type ModelReply,
  type ModelRequest,
  NO_USAGE,
} from "../language_model.ts";
import { attempt, type AttemptResult } from "./attempt.ts";
import { concessionFor, type Concessions } from "./concession.ts";
import { type Fault, faultOf, isBroken } from "./fault.ts";
import { hideSecret } from "./hide_secret.ts";
import { jsonObjectIn } from "./json_value.ts";
import type { ModelSettings } from "./model_settings.ts";
import { Places } from "./places.ts";
import { loadProviderSdk, type ProviderSdk } from "./provider_sdk.ts";
import { QuestionTime } from "./question_time.ts";
import { LONGEST_WAIT_MS, retryWait } from "./retry_wait.ts";
import { smallerLimit } from "./smaller_limit.ts";
import { wait } from "./wait.ts";

/** Options of {@link openModel}. */
export interface OpenModelOptions {
  /** Waits between two attempts. @default it really waits */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Opens the model that was chosen; the SDK is loaded, nothing is asked yet. Each question is retried where the provider allows
 * it, never sent to another one. After a retry the answer comes from its beginning again, also piece by piece. A key never
 * shows in an error or in an answer, whatever a server sends back.
 */
export async function openModel(
  settings: ModelSettings,
  options: OpenModelOptions = {},
): Promise<LanguageModel> {
  const sdk = await loadProviderSdk(settings);
  const learnt: Learnt = {
    concessions: new Set(),
    mostTokens: Infinity,
    places: new Places(),
  };
  const { provider, model } = settings;
  return {
    name: `${provider}/${model}`,
    ask: async (request, asking = {}) => {
      asking.signal?.throwIfAborted();
      using time = new QuestionTime(settings.timeoutMs);
      const opened = {
        sdk,
        settings,
        learnt,
        wait: options.wait ?? wait,
      };
      return await new Question(opened, request, asking, time).answer();
    },
  };
}

/** What refusals have told about a server. */
interface Learnt {
  readonly concessions: Concessions;
  /** Tokens that an answer of its model may take. */
  mostTokens: number;
  /** How many questions it answers at once. */
  readonly places: Places;
}

/** What questions of one model share. */
interface OpenedModel {
  readonly sdk: ProviderSdk;
  readonly settings: ModelSettings;
  readonly learnt: Learnt;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** One question with all its attempts. */
class Question {
  readonly #opened: OpenedModel;
  readonly #request: ModelRequest;
  readonly #asking: AskOptions;
  readonly #time: QuestionTime;
  readonly #signal: AbortSignal;
  readonly #began = performance.now();
  #usage = NO_USAGE;
  #attempts = 0;
  /** Tokens that this answer may take. */
  #limit: number;

  constructor(
    opened: OpenedModel,
    request: ModelRequest,
    asking: AskOptions,
    time: QuestionTime,
  ) {
    this.#opened = opened;
    this.#request = request;
    this.#asking = asking;
    this.#time = time;
    this.#limit = Math.min(request.maxOutputTokens, opened.learnt.mostTokens);
    this.#signal = asking.signal
      ? AbortSignal.any([asking.signal, time.signal])
      : time.signal;
  }

  async answer(): Promise<ModelReply> {
    for (;;) {
      const fault = await this.#attempt();
      if ("text" in fault) return fault;
      this.#throwIfOver();
      const waitMs = this.#waitFor(fault);
      this.#asking.onLost?.(this.#usage);
      this.#asking.onRetry?.(this.#clean(fault.reason), waitMs);
      try {
        await this.#opened.wait(waitMs, this.#signal);
      } catch (error) {
        this.#throwIfOver();
        throw error;
      }
    }
  }

  async #attempt(): Promise<ModelReply | Fault> {
    const { settings } = this.#opened;
    const result = await this.#inPlace();
    this.#usage = addUsage(this.#usage, result.usage);
    if ("error" in result) {
      this.#throwIfOver();
      return faultOf(result.error, settings);
    }
    const value = this.#request.schema && jsonObjectIn(result.text);
    return {
      text: result.text,
      ...(value === undefined ? {} : { value }),
      finish: result.finish,
      usage: this.#usage,
      attempts: this.#attempts,
      ms: Math.round(performance.now() - this.#began),
    };
  }

  /** Makes an attempt when there is a place for it; until then its time rests. */
  async #inPlace(): Promise<AttemptResult> {
    const { sdk, settings, learnt: { concessions, places } } = this.#opened;
    this.#time.rest();
    await places.take(this.#signal);
    this.#time.run();
    this.#attempts++;
    let isLost = false;
    try {
      const result = await attempt(sdk, {
        request: { ...this.#request, maxOutputTokens: this.#limit },
        settings,
        concessions,
        signal: this.#signal,
        onText: (piece) => this.#asking.onText?.(piece),
      });
      isLost = "error" in result &&
        (this.#time.signal.aborted || isBroken(result.error));
      return result;
    } finally {
      places.give(isLost);
    }
  }

  /** How long to wait before another attempt; throws where none may be made. */
  #waitFor(fault: Fault): number {
    const { settings } = this.#opened;
    if (this.#concedes(fault)) return 0;
    if (!fault.mayRetry || this.#attempts > settings.retries) {
      throw this.#failure(fault);
    }
    if (fault.waitMs !== undefined && fault.waitMs > LONGEST_WAIT_MS) {
      const asked = `${fault.reason}, and asks to wait ${
        Math.ceil(fault.waitMs / 1_000)
      } s`;
      throw this.#failure({ ...fault, reason: asked });
    }
    return fault.waitMs ?? retryWait(this.#attempts);
  }

  /** Leaves out what the server does not take, if it says so; it may then be asked again at once. */
  #concedes({ status = 0, reason }: Fault): boolean {
    const { learnt } = this.#opened;
    const limit = LIMITED.includes(status)
      ? smallerLimit(reason, this.#limit)
      : undefined;
    if (limit) {
      this.#limit = limit.tokens;
      if (limit.isModels) learnt.mostTokens = limit.tokens;
      return true;
    }
    const conceded = concessionFor(status, reason, learnt.concessions);
    if (conceded) learnt.concessions.add(conceded);
    return conceded !== undefined;
  }

  #throwIfOver(): void {
    this.#asking.signal?.throwIfAborted();
    if (!this.#time.signal.aborted) return;
    throw this.#failure({
      kind: "timed out",
      reason: `the answer took longer than ${
        this.#opened.settings.timeoutMs / 1_000
      } s`,
      remedy:
        "give it longer with --model-timeout, or ask fewer questions at once (--parallel)",
      mayRetry: false,
    });
  }

  /** The cause is not kept: the SDK's errors hold the request and the server's words as they were. */
  #failure({ kind, reason, remedy }: Fault): ModelFailure {
    const { provider, model, baseUrl } = this.#opened.settings;
    const tries = this.#attempts > 1 ? ` after ${this.#attempts} attempts` : "";
    const message =
      `No answer from "${provider}/${model}" at ${baseUrl}${tries}: ${reason}; ${remedy}`;
    return new ModelFailure(kind, this.#clean(message), {
      usage: this.#usage,
    });
  }

  #clean(text: string): string {
    return hideSecret(text, this.#opened.settings.key?.secret);
  }
}

/** Statuses that say that a question is not taken as it is. */
const LIMITED: readonly number[] = [400, 413, 422];
