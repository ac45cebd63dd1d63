/**
 * One attempt to get an answer.
 *
 * @module
 */
import type { LanguageModelUsage, TextStreamPart, ToolSet } from "ai";
import {
  type ModelReply,
  type ModelRequest,
  NO_USAGE,
  type TokenUsage,
} from "../language_model.ts";
import { boundedFetch } from "./bounded_fetch.ts";
import type { Concessions } from "./concession.ts";
import { estimatedUsage } from "./estimated_usage.ts";
import { SecretFilter } from "./hide_secret.ts";
import type { ModelSettings } from "./model_settings.ts";
import { promptFor } from "./prompt_for.ts";
import type { ProviderSdk } from "./provider_sdk.ts";
import { StallWatch } from "./stall_watch.ts";

/** What an attempt came to: an answer, or why there is none. Either way, what it took as far as that was told. */
export type AttemptResult =
  & { readonly usage: TokenUsage }
  & (
    | { readonly text: string; readonly finish: ModelReply["finish"] }
    | { readonly error: unknown }
  );

/** What an attempt is made with. */
export interface AttemptOptions {
  /** What is asked. */
  readonly request: ModelRequest;
  /** Whom. */
  readonly settings: ModelSettings;
  /** What the server does not take. */
  readonly concessions: Concessions;
  /** Ends it; its reason is the error. */
  readonly signal: AbortSignal;
  /** Takes the answer piece by piece. */
  readonly onText: (piece: string) => void;
}

/** The answer did not come to its end. */
export class CutOff extends Error {
  /** The name of the error. */
  override readonly name = "CutOff";
}

/** Asks once. It ends at the first of: the answer's end, an error, too much, nothing for too long, its signal. */
export async function attempt(
  { core, model }: ProviderSdk,
  options: AttemptOptions,
): Promise<AttemptResult> {
  const { settings, request, concessions, signal } = options;
  const stop = new AbortController();
  using watch = new StallWatch({
    firstMs: settings.startMs,
    nextMs: settings.stallMs,
  });
  const reading = new AnswerReader(options, watch);
  const leave = () => stop.abort(signal.reason);
  signal.addEventListener("abort", leave, { once: true });
  const fetch = boundedFetch({
    maxBytes: settings.maxAnswerBytes * WIRE_OVERHEAD + SMALLEST_BOUND,
    maxLineBytes: settings.maxAnswerBytes * LINE_OVERHEAD + SMALLEST_BOUND,
    onOverflow: () => reading.cut(),
    onBytes: () => watch.sign(),
  });
  try {
    const result = core.streamText({
      ...promptFor(core, request, settings.provider, concessions),
      model: model(fetch, concessions),
      maxOutputTokens: request.maxOutputTokens,
      maxRetries: 0, // they are made where the user can be told of them
      abortSignal: stop.signal,
      include: { rawChunks: true },
      onError: () => {}, // else it prints them
    });
    await reading.read(result.fullStream);
    return reading.result();
  } catch (error) {
    return { error, usage: reading.spent };
  } finally {
    signal.removeEventListener("abort", leave);
    stop.abort();
  }
}

/** Takes an answer in. */
class AnswerReader {
  readonly #options: AttemptOptions;
  readonly #watch: StallWatch;
  readonly #filter: SecretFilter;
  #text = "";
  #bytes = 0;
  #isCut = false;
  #end: { reason: string; raw: string | undefined } | undefined;
  #error: { readonly error: unknown } | undefined;
  #usage: TokenUsage = NO_USAGE;

  constructor(options: AttemptOptions, watch: StallWatch) {
    this.#options = options;
    this.#watch = watch;
    this.#filter = new SecretFilter(options.settings.key?.secret);
  }

  /** The rest is not read: there is too much. */
  cut(): void {
    this.#isCut = true;
  }

  async read(stream: ReadableStream<TextStreamPart<ToolSet>>): Promise<void> {
    const reader = stream.getReader();
    try {
      while (!this.#isCut && this.#error === undefined) {
        const { done, value } = await Promise.race([
          reader.read(),
          this.#watch.stalled,
        ]);
        if (done) break;
        this.#take(value);
      }
    } finally {
      // A stream of the SDK's that is left settles by itself; how does not matter any more.
      reader.cancel().catch(() => {});
    }
    this.#say(this.#filter.end());
  }

  result(): AttemptResult {
    if (this.#isCut) {
      // What is left unread is not told of; what was read was made and is paid for.
      const usage = this.spent;
      return { text: this.#text, finish: "truncated", usage };
    }
    if (this.#error) return { ...this.#error, usage: this.spent };
    const { reason, raw } = this.#end ?? {};
    if (raw === undefined) {
      const error = new CutOff("the answer did not come to its end");
      return { error, usage: this.spent };
    }
    const usage = this.#usage;
    return {
      text: this.#text,
      finish: FINISHES[reason ?? ""] ?? "other",
      usage: usage.input + usage.output > 0 ? usage : this.#estimate(),
    };
  }

  #estimate(): TokenUsage {
    return estimatedUsage(this.#options.request, this.#bytes);
  }

  /** What was taken until now: the larger of what was told and, once something was answered, of what can be seen. */
  get spent(): TokenUsage {
    const told = this.#usage;
    if (this.#bytes === 0) return told;
    const seen = this.#estimate();
    const input = told.input || seen.input;
    const output = Math.max(told.output, seen.output);
    const estimated = input + output - told.input - told.output;
    return { ...told, input, output, estimated };
  }

  #take(part: TextStreamPart<ToolSet>): void {
    switch (part.type) {
      case "text-delta":
        return this.#say(this.#filter.push(part.text));
      case "error":
        this.#error = { error: part.error };
        return;
      case "raw":
        this.#usage = toldUsage(part.rawValue) ?? this.#usage;
        return;
      case "finish-step":
        this.#end = { reason: part.finishReason, raw: part.rawFinishReason };
        this.#usage = usageOf(part.usage) ?? this.#usage;
    }
  }

  #say(piece: string): void {
    if (piece === "" || this.#isCut) return;
    const left = this.#options.settings.maxAnswerBytes - this.#bytes;
    const bytes = new TextEncoder().encode(piece).length;
    // Slicing by characters may leave a few bytes too many, never an unbounded answer.
    const said = bytes > left ? piece.slice(0, left) : piece;
    if (bytes > left) this.cut();
    this.#bytes += bytes;
    this.#text += said;
    this.#options.onText(said);
  }
}

function usageOf(usage: LanguageModelUsage): TokenUsage | undefined {
  const { inputTokens, outputTokens, inputTokenDetails } = usage;
  if (inputTokens === undefined && outputTokens === undefined) return undefined;
  return usageWith({
    input: counted(inputTokens),
    output: counted(outputTokens),
    cached: counted(inputTokenDetails.cacheReadTokens),
  }, counted(inputTokenDetails.cacheWriteTokens));
}

/** Anthropic says at the beginning what was sent, which counts also where the answer never comes to its end. */
function toldUsage(raw: unknown): TokenUsage | undefined {
  const { type, message } = record(raw);
  if (type !== "message_start") return undefined;
  const usage = record(record(message).usage);
  const count = (name: string) => counted(usage[name]);
  const cached = count("cache_read_input_tokens");
  const stored = count("cache_creation_input_tokens");
  return usageWith({
    input: count("input_tokens") + cached + stored,
    output: count("output_tokens"),
    cached,
  }, stored);
}

/** What was kept and what is kept from now on are parts of what was sent, whatever a server tells. */
function usageWith(told: TokenUsage, kept: number): TokenUsage {
  const cached = Math.min(told.cached, told.input);
  const stored = Math.min(kept, told.input - cached);
  return { ...told, cached, ...(stored > 0 ? { stored } : {}) };
}

/** A count of tokens; what is none is told by nobody who counts, and makes nothing cheaper. */
function counted(value: unknown): number {
  return typeof value === "number" && value > 0 && Number.isFinite(value)
    ? Math.ceil(value)
    : 0;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    // An object has names and values, whatever they are.
    ? value as Record<string, unknown>
    : {};
}

const FINISHES: Readonly<Record<string, ModelReply["finish"]>> = {
  stop: "done",
  length: "truncated",
  "content-filter": "refused",
};

/** Bytes on the wire for a byte of text, at most: every piece of some letters has an envelope. */
const WIRE_OVERHEAD = 32;
/** The same for an answer that comes as one piece, where only characters of JSON are spelt longer. */
const LINE_OVERHEAD = 2;
/** Bytes that any answer may have on the wire. */
const SMALLEST_BOUND = 262_144;
