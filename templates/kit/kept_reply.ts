/**
 * Kept replies: what requests that are carried out once were answered, kept in the transaction of what they did.
 *
 * @module
 */
import type { Once } from "./entity_request.ts";
import { shown } from "./shown_entity.ts";
import type { WrittenReply } from "./store_command.ts";

/** What a request was answered. */
export interface KeptReply {
  /** What it asked for. */
  readonly fingerprint: string;
  /** What it was answered with, as clients see it. */
  readonly value: unknown;
  /** The version of the entity. */
  readonly version?: number;
}

/** Keeps replies until their time is over. All engines behave alike; see kept_reply_test.ts. */
export interface KeptReplies {
  /** Finds what the request of this sender and key was answered. */
  find(
    once: Pick<Once, "sender" | "key" | "at">,
  ): Promise<KeptReply | undefined>;
  /** Keeps what a request was answered that changed nothing; does nothing if there is a reply. */
  keep(once: Once, reply: Omit<KeptReply, "fingerprint">): Promise<void>;
}

/** Writes the reply of a write as it is kept: without what no client sees. */
export function writtenReply(reply: WrittenReply): string {
  const { spec } = reply;
  if ("items" in reply) {
    const items = reply.items.map((item) => shown(spec, item));
    return JSON.stringify({ value: { items, nextCursor: null } });
  }
  const { entity, version } = reply;
  return JSON.stringify({ value: shown(spec, entity), version });
}

/** How many replies whose time is over are removed when one is kept. */
export const MOST_REMOVED = 20;
