/**
 * What a scripted server is told to do.
 *
 * @module
 */
import type { TokenUsage } from "../language_model.ts";
import type { ProtocolName, WirePrompt } from "./wire_protocol.ts";

/** A request as the server got it. */
export interface RecordedRequest extends WirePrompt {
  /** Its number, from 1. */
  readonly call: number;
  /** The protocol it came by. */
  readonly protocol: ProtocolName;
  /** Its headers, by names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Its body as it was sent. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Its instructions and all its turns, as one text to look in. */
  readonly text: string;
  /** How it ended: `dropped` by the server or `left` by the client; undefined while it is under way. */
  readonly outcome: () => "answered" | "dropped" | "left" | undefined;
}

/** What holds for every step. */
interface StepTiming {
  /** Milliseconds before anything is answered. @default those of the server */
  readonly latencyMs?: number;
}

/** An answer. */
export interface AnswerStep extends StepTiming {
  /** What the model says: a text, cut into pieces, or its pieces. */
  readonly text: string | readonly string[];
  /** Comments that come before the text, as servers send them that take long over a question. @default 0 */
  readonly comments?: number;
  /** Milliseconds between two pieces, or comments. @default 0 */
  readonly pieceMs?: number;
  /** How it ends. @default "done" */
  readonly end?: "done" | "truncated" | "refused";
  /** What it took. @default a token for four characters, none of them kept */
  readonly usage?: Partial<TokenUsage>;
  /** Whether what it took is told. @default true */
  readonly tellsUsage?: boolean;
  /**
   * What happens after the text in place of an end: `stall`, nothing more comes; `drop`, the connection breaks;
   * `cut`, the stream ends as if it were whole; or an error of this type in the stream.
   *
   * @default the answer ends as it should
   */
  readonly then?: "stall" | "drop" | "cut" | {
    readonly error: string;
    readonly message?: string;
  };
}

/** A status, with an error in the protocol's shape. */
export interface StatusStep extends StepTiming {
  /** The status: 429, 500, 529, 401, … */
  readonly status: number;
  /** Headers, such as `retry-after`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What the error says. @default one for the status */
  readonly message?: string;
  /** The body as it is, in place of an error of the protocol. */
  readonly body?: string;
}

/** Text without an end. */
export interface HugeStep extends StepTiming {
  /** Bytes of text that are sent at most; whoever has enough leaves earlier. */
  readonly hugeBytes: number;
  /** Whether all is one piece, on one line. @default false */
  readonly onOneLine?: boolean;
}

/** A body that is not of the protocol, with status 200. */
export interface RawStep extends StepTiming {
  /** The body. */
  readonly raw: string;
  /** @default "text/event-stream" */
  readonly contentType?: string;
}

/** What the server does with one request; a text is an answer. */
export type ScriptStep = string | AnswerStep | StatusStep | HugeStep | RawStep;

/** What the server does: step after step, or what a function says to each request. */
export type Script =
  | readonly ScriptStep[]
  | ((
    request: RecordedRequest,
  ) => ScriptStep | undefined | Promise<ScriptStep | undefined>);
