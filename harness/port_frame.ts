import type { PackedMessage } from "./carried_message.ts";

/** What passes through a port: which protocol, which channel, what, and its contents. */
export type PortFrame = readonly [
  protocol: typeof PROTOCOL,
  channel: string,
  ...PortNote,
];

/** What one side tells the other. */
export type PortNote =
  /** It is there, and takes so many values; `answer` when it was told of the other side. */
  | readonly ["open", room: number, answer: boolean]
  /** Values, oldest first; and how many were received before, if that is news. */
  | readonly ["values", values: readonly unknown[], received?: number]
  /** Messages, oldest first; and how many were received before, if that is news. */
  | readonly [
    "messages",
    messages: readonly PackedMessage[],
    received?: number,
  ]
  /** So many values more have found a place: as many may be sent again. */
  | readonly ["taken", count: number]
  /** It wants to hear what was received. */
  | readonly ["confirm"]
  /** So many values were received in all, by whoever receives over there. */
  | readonly ["received", count: number]
  /** It has heard so, and may be told again. */
  | readonly ["heard"]
  /** No value will come any more. */
  | readonly ["end"]
  /** It has failed, when so many values were received in all. */
  | readonly ["abort", reason: unknown, received: number]
  /** Is somebody there? */
  | readonly ["ping"]
  /** Yes. */
  | readonly ["pong"];

/** Seals a note for a channel. */
export function frameOf(channel: string, note: PortNote): PortFrame {
  return [PROTOCOL, channel, ...note];
}

/** Returns the note in what a port has brought; undefined when it is somebody else's. */
export function noteIn(frame: unknown, channel: string): PortNote | undefined {
  if (!Array.isArray(frame)) return undefined;
  if (frame[0] !== PROTOCOL || frame[1] !== channel) return undefined;
  return frame.slice(2) as unknown as PortNote; // the protocol says so
}

const PROTOCOL = "autocoder/port/1";
