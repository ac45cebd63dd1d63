import { RESOLVED } from "./channel_core.ts";
import type { Link } from "./link.ts";
import { Envelope } from "./message.ts";

/** An answer to a message. */
export interface Reply {
  /** Who answers, as `component.port`. */
  readonly source: string;
  /** When, in milliseconds of the Unix epoch. */
  readonly sentAt: number;
  /** What the handler returned, or why it failed. */
  readonly data: unknown;
  /** Whether it failed. */
  readonly failed: boolean;
}

/** Sends the answer to a message that came by a connection; rejects when the way back is closed. */
export function sendReply(
  link: Link,
  message: Envelope<unknown>,
  { source, sentAt, data, failed }: Reply,
): Promise<void> {
  if (link.replyTo === undefined) return RESOLVED;
  if (link.answersDirectly && link.desk?.handOver(message, data, failed)) {
    return RESOLVED;
  }
  const { traceparent, serial } = message;
  return link.replyTo.push(
    new Envelope(
      source,
      "reply",
      sentAt,
      data,
      false,
      traceparent,
      serial,
      failed,
    ),
  );
}
