import { causePreview, dataPreview } from "./data_preview.ts";
import type { DeadLetter } from "./dead_letter.ts";
import { createMessage, Envelope, type Message } from "./message.ts";
import { kindOf } from "./message_error.ts";
import { MessageProtocol } from "./message_protocol.ts";
import { tagValues } from "./tag_values.ts";
import { untagValues } from "./untag_values.ts";
import { WIRE_VERSION } from "./wire_version.ts";

/** What one line of a file of dead letters says. */
export type LetterLine =
  /** What kind of file it is; always the first line. */
  | { readonly kind: "head" }
  /** A letter, by a number of its own. */
  | {
    readonly kind: "letter";
    readonly number: number;
    readonly letter: DeadLetter;
  }
  /** Letters before it that are no longer kept. */
  | { readonly kind: "gone"; readonly numbers: readonly number[] };

/** Why a letter is no longer kept: it was sent again, or made way for another. */
export type WhyGone = "redriven" | "dropped";

/** The first line of every file. */
export const HEAD_LINE = '{"deadLetters":1}';

/** Writes letters as gone. */
export function goneLine(numbers: readonly number[], why: WhyGone): string {
  return JSON.stringify({ [why]: numbers });
}

/**
 * Writes a letter. Data that has no form on the wire does not keep it from being written: a description
 * takes its place, and the line says why the message cannot be sent again.
 */
export function letterLine(number: number, letter: DeadLetter): string {
  const { component, port, connection, attempt, cause } = letter;
  const { json, why } = writeMessage(letter.message);
  const notRedrivable = letter.notRedrivable ?? why;
  const rest = JSON.stringify({
    letter: number,
    component,
    port,
    connection,
    attempt,
    notRedrivable,
    cause: writeCause(cause),
  });
  return `${rest.slice(0, -1)},"message":${json}}`;
}

/** Reads a line. Throws a `SyntaxError` or a `MessageError` for one that this version did not write. */
export function readLetterLine(text: string): LetterLine {
  if (text === HEAD_LINE) return { kind: "head" };
  const json: unknown = JSON.parse(text);
  if (typeof json !== "object" || json === null) throw notALetter(json);
  const line = json as Readonly<Record<string, unknown>>;
  const numbers = line.redriven ?? line.dropped;
  if (Array.isArray(numbers) && numbers.every(isCount)) {
    return { kind: "gone", numbers };
  }
  if (!isCount(line.letter)) throw notALetter(line.letter);
  return { kind: "letter", number: line.letter, letter: readLetter(line) };
}

function readLetter(line: Readonly<Record<string, unknown>>): DeadLetter {
  const text = (name: string) => {
    const value = line[name];
    if (typeof value === "string") return value;
    throw wrong(name, value, "a text");
  };
  const { attempt, message } = line;
  if (!isCount(attempt)) throw wrong("attempt", attempt, "a count");
  return {
    component: text("component"),
    port: text("port"),
    connection: text("connection"),
    attempt,
    cause: untagValues(line.cause, "Cannot read the cause", {
      maxDepth: MAX_DEPTH,
      version: WIRE_VERSION,
    }),
    message: PROTOCOL.decode(ENCODER.encode(JSON.stringify(message ?? null))),
    ...(line.notRedrivable !== undefined &&
      { notRedrivable: text("notRedrivable") }),
  };
}

function writeMessage(message: Message): { json: string; why?: string } {
  try {
    return { json: encode({ ...attributesOf(message), data: plain(message) }) };
  } catch (error) {
    const why = causePreview(error, PREVIEW);
    const data = dataPreview(message.data, PREVIEW);
    try {
      return { json: encode({ ...attributesOf(message), data }), why };
    } catch {
      // Its attributes are wrong themselves: a foreign stream may have made it.
      return { json: encode(createMessage({ source: "unknown", data })), why };
    }
  }
}

function writeCause(cause: unknown): unknown {
  const limits = { maxDepth: MAX_DEPTH, maxBytes: 1 << 20, errorStacks: true };
  try {
    return tagValues(cause, "Cannot write the cause", limits);
  } catch {
    const text = causePreview(cause, PREVIEW);
    if (!(cause instanceof Error)) return text;
    return { "~error": { name: "Error", message: text } };
  }
}

/** What failed on an error port is itself a letter, and its message an instance of a class. */
function plain({ data }: Message): unknown {
  if (typeof data !== "object" || data === null) return data;
  if (!("message" in data) || !(data.message instanceof Envelope)) return data;
  const { message } = data;
  return {
    ...data,
    message: { ...attributesOf(message), data: plain(message) },
  };
}

function attributesOf(message: Message): Omit<Message, "data"> {
  const { specversion, id, source, type, time } = message;
  const { datacontenttype, dataschema, correlationId, traceparent } = message;
  const optional = { datacontenttype, dataschema, correlationId, traceparent };
  const present = Object.entries(optional).filter(([, value]) =>
    value !== undefined
  );
  return {
    specversion,
    id,
    source,
    type,
    time,
    ...Object.fromEntries(present) as typeof optional, // a part of them, which a message may leave out
  };
}

function encode(message: Message): string {
  return DECODER.decode(PROTOCOL.encode(message));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function notALetter(value: unknown): SyntaxError {
  return new SyntaxError(
    `found ${kindOf(value)}, wanted a letter or the numbers of letters`,
  );
}

function wrong(name: string, value: unknown, wanted: string): SyntaxError {
  return new SyntaxError(`${name}: found ${kindOf(value)}, wanted ${wanted}`);
}

const MAX_DEPTH = 100;
/** Most characters of a description. */
const PREVIEW = 2000;
const PROTOCOL = new MessageProtocol({
  maxDepth: MAX_DEPTH,
  errorStacks: true, // they stay on this machine
});
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
