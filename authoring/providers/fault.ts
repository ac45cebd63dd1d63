/**
 * Why an attempt came to nothing, and whether another may be made.
 *
 * @module
 */
import type { ModelFailureKind } from "../language_model.ts";
import { CutOff } from "./attempt.ts";
import { NoConnection, WrongContentType } from "./bounded_fetch.ts";
import { hideSecret } from "./hide_secret.ts";
import type { ModelSettings } from "./model_settings.ts";
import { Stalled } from "./stall_watch.ts";

/** A fault. */
export interface Fault {
  /** What it is called when it is the last. */
  readonly kind: ModelFailureKind;
  /** What happened, in a few words. */
  readonly reason: string;
  /** What the user can do about it. */
  readonly remedy: string;
  /** Whether another attempt may be made. */
  readonly mayRetry: boolean;
  /** Milliseconds that the server asks to wait first. @default it does not say */
  readonly waitMs?: number;
  /** The status that the server answered with. @default none came */
  readonly status?: number;
}

/**
 * Reads an error of the SDK or of the network. Its words may be the server's own and hold whatever it got, keys too: they are
 * to be cleaned before anybody sees them.
 */
export function faultOf(error: unknown, settings: ModelSettings): Fault {
  if (error instanceof Stalled) {
    return {
      kind: "timed out",
      reason: `no sign of its answer came for ${error.ms / 1_000} s`,
      remedy:
        "try again, give it longer with --model-stall, or ask fewer questions at once (--parallel)",
      mayRetry: false,
    };
  }
  const { name, statusCode, responseHeaders, isRetryable } = record(error);
  const said = saidBy(error, settings.key?.secret);
  const status = Number(statusCode ?? 0);
  if (status >= 300) {
    return {
      ...faultOfStatus(status, said, settings),
      status,
      ...waitOf(record(responseHeaders)),
    };
  }
  if (error instanceof CutOff || ENDLESS.test(String(name))) {
    return {
      ...unreachable("the answer broke off before its end"),
      remedy:
        "look at the server's log: some end an answer like this when the question is longer than the context that they were started with, or when another one comes",
    };
  }
  const chain = chainOf(error);
  const wrong = chain.find((one) => one instanceof WrongContentType);
  if (wrong) return unreadable(wrong.message);
  if (chain.some(isNetworkError)) {
    return unreachable(String(record(chain.at(-1)).message));
  }
  const streamed = STREAMED.find(({ type }) => type.test(typeOf(error)));
  if (streamed || isRetryable === true || !(error instanceof Error)) {
    return faultOfStatus(streamed?.status ?? 500, said, settings);
  }
  return unreadable(
    NO_JSON.test(String(name)) ? said : "it does not follow the protocol",
  );
}

/** Whether an answer that had begun, or was waited for, was lost on the way: it broke off or came to a standstill. */
export function isBroken(error: unknown): boolean {
  const { name, statusCode } = record(error);
  if (error instanceof Stalled || error instanceof CutOff) return true;
  if (ENDLESS.test(String(name))) return true;
  const chain = chainOf(error);
  return Number(statusCode ?? 0) < 300 && chain.some(isNetworkError) &&
    !chain.some((one) => one instanceof NoConnection);
}

function unreachable(reason: string): Fault {
  return {
    kind: "unreachable",
    reason,
    remedy: "check that it runs and that the base URL is right",
    mayRetry: true,
  };
}

function unreadable(why: string): Fault {
  return {
    kind: "rejected",
    reason: `cannot read what it sends: ${why}`,
    remedy: "check that the base URL and the provider belong together",
    mayRetry: false,
  };
}

function faultOfStatus(
  status: number,
  said: string,
  { model, key, provider }: ModelSettings,
): Fault {
  const reason = said === "" ? `status ${status}` : `status ${status}, ${said}`;
  const fault = (
    kind: ModelFailureKind,
    remedy: string,
    mayRetry = false,
  ): Fault => ({ kind, reason, remedy, mayRetry });
  if (status === 401 || status === 403) {
    return fault(
      "key refused",
      key === undefined
        ? "it wants a key: set AUTOCODER_API_KEY in the environment"
        : `check ${key.variable} in the environment`,
    );
  }
  if (status === 404) {
    return fault(
      "unknown model",
      `check the model "${model}" and the base URL`,
    );
  }
  if (NO_CREDIT.test(said)) {
    return fault("rejected", "there is no credit left on this key's account");
  }
  if (status < 400) {
    return fault(
      "rejected",
      "it sends on to another address, which is not followed as the key would go there: give that address as the base URL",
    );
  }
  if (status === 408 || status === 409 || status === 429 || status >= 500) {
    return fault(
      "overloaded",
      "try again later, or with fewer questions at once (--parallel)",
      true,
    );
  }
  if (TOO_LONG.test(said)) {
    return fault(
      "rejected",
      `the question is too long for "${model}" as it runs there: give the server a larger context, or take another model`,
    );
  }
  return fault(
    "rejected",
    `check that ${provider} is what speaks at the base URL, and that the question is not too long for "${model}"`,
  );
}

/** What the server says, cut to a line; a key is taken out first, as half of one is not found any more. */
function saidBy(error: unknown, secret: string | undefined): string {
  const { message, responseBody, statusCode } = record(error);
  const said = String(message ?? "").trim();
  const isTold = said !== "" || statusCode === undefined;
  const text = isTold ? said : textIn(String(responseBody ?? ""));
  const line = hideSecret(text, secret).replaceAll(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** What a page says, without what makes it a page. */
function textIn(body: string): string {
  return body.slice(0, 4_096).replaceAll(/<[^>]*>/g, " ");
}

/** The kind of an error that came inside a stream. */
function typeOf(error: unknown): string {
  const { type, code, data } = record(error);
  const { type: inner } = record(record(data).error ?? data);
  return [type, code, inner].filter((one) => typeof one === "string").join(" ");
}

/** Milliseconds to wait, as the server says: exact, in seconds, or until a date. */
function waitOf(headers: Readonly<Record<string, unknown>>): Partial<Fault> {
  const ms = Number(headers["retry-after-ms"] ?? NaN);
  if (ms >= 0) return { waitMs: ms };
  const after = headers["retry-after"];
  if (typeof after !== "string") return {};
  const seconds = Number(after);
  if (seconds >= 0) return { waitMs: seconds * 1_000 };
  const until = Date.parse(after) - Date.now();
  return Number.isNaN(until) ? {} : { waitMs: Math.max(0, until) };
}

/** An error with all that it wraps: the SDK wraps what the network says, sometimes twice. */
function chainOf(error: unknown): unknown[] {
  const { cause } = record(error);
  return cause === undefined ? [error] : [error, ...chainOf(cause)];
}

function isNetworkError(error: unknown): boolean {
  return error instanceof NoConnection || error instanceof TypeError ||
    error instanceof Deno.errors.Http ||
    error instanceof Deno.errors.ConnectionReset ||
    error instanceof Deno.errors.UnexpectedEof;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    // An object has names and values, whatever they are.
    ? value as Record<string, unknown>
    : {};
}

/** Errors that come inside a stream say in words what a status says in numbers. */
const STREAMED = [
  { type: /overloaded/, status: 529 },
  { type: /rate_limit/, status: 429 },
  { type: /authentication/, status: 401 },
  { type: /permission/, status: 403 },
  { type: /not_found/, status: 404 },
  { type: /invalid_request|too_large/, status: 400 },
  { type: /timeout/, status: 504 },
  { type: /api_error|server_error|internal/, status: 500 },
];
/** Errors of the SDK about a stream that ends before its answer does. */
const ENDLESS = /InvalidResponseDataError|NoOutputGeneratedError/;
/** Errors of the SDK about what it read. */
const NO_JSON = /JSONParseError|TypeValidationError/;
const NO_CREDIT =
  /insufficient_quota|exceeded your current quota|credit balance/i;
const TOO_LONG =
  /context (?:length|size|window)|exceed_context|prompt is too long/i;
const LONGEST = 300;
