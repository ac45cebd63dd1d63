/**
 * A wire protocol of language models, as a server speaks it.
 *
 * @module
 */
import type { TokenUsage } from "../language_model.ts";

/** The two protocols. */
export type ProtocolName = "anthropic" | "openai-compatible";

/** What a client asks, in one shape for both protocols. */
export interface WirePrompt {
  /** The instructions. */
  readonly system: string;
  /** The conversation. */
  readonly turns: readonly { readonly role: string; readonly text: string }[];
  /** The model that is asked. */
  readonly model: string;
  /** Whether the answer is to come in pieces. */
  readonly stream: boolean;
  /** Whether a tool is offered to answer with, in place of text. */
  readonly byTool: boolean;
}

/** What a server answers, in one shape for both protocols. */
export interface WireAnswer {
  /** Identifier of the answer. */
  readonly id: string;
  /** The model that answers. */
  readonly model: string;
  /** How it ends. */
  readonly end: "done" | "truncated" | "refused";
  /** What it took. */
  readonly usage: TokenUsage;
  /** Whether it is given as the input of a tool. */
  readonly byTool: boolean;
  /** Whether a streamed answer ends with its usage. */
  readonly tellsUsage: boolean;
}

/** One protocol. */
export interface WireProtocol {
  /** Its name, as that of a provider. */
  readonly name: ProtocolName;
  /** Where it is spoken, after the base URL. */
  readonly path: string;
  /** Reads a request's body. */
  prompt(body: Readonly<Record<string, unknown>>): WirePrompt;
  /** The key that a request carries. */
  key(headers: Headers): string | undefined;
  /** What a streamed answer begins with. */
  opening(answer: WireAnswer): string;
  /** A piece of a streamed answer. */
  piece(answer: WireAnswer, text: string): string;
  /** What a streamed answer ends with. */
  closing(answer: WireAnswer): string;
  /** An error in the middle of a streamed answer. */
  streamedError(type: string, message: string): string;
  /** An answer that is not streamed. */
  whole(answer: WireAnswer, text: string): unknown;
  /** The body of an answer that is an error. */
  error(status: number, message: string): unknown;
}

/** Reads a value as an object; one that is none is empty. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    // An object that is no array has names and values, whatever they are.
    ? value as Record<string, unknown>
    : {};
}

/** Reads the text of a content that is a text or a list of parts. */
export function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map((part) => String(objectOf(part).text ?? "")).join("");
}
