/**
 * Kept replies in memory.
 *
 * @module
 */
import type { Once } from "./entity_request.ts";
import {
  type KeptReplies,
  type KeptReply,
  MOST_REMOVED,
  writtenReply,
} from "./kept_reply.ts";
import type { MemoryDatabase } from "./memory_database.ts";

/** Lets a database keep the replies to requests that are carried out once; they are gone with the process. */
export function keepRepliesInMemory(database: MemoryDatabase): KeptReplies {
  const replies = new MemoryReplies();
  database.replies = {
    has: (once) => replies.get(once) !== undefined,
    keep: (once, reply) => replies.put(once, writtenReply(reply)),
  };
  return replies;
}

/** The replies of one database, oldest first. */
class MemoryReplies implements KeptReplies {
  readonly #replies = new Map<string, Reply>();

  find(
    once: Pick<Once, "sender" | "key" | "at">,
  ): Promise<KeptReply | undefined> {
    const found = this.get(once);
    return Promise.resolve(
      found &&
        { fingerprint: found.once.fingerprint, ...JSON.parse(found.text) },
    );
  }

  keep(once: Once, reply: Omit<KeptReply, "fingerprint">): Promise<void> {
    if (this.get(once) === undefined) this.put(once, JSON.stringify(reply));
    return Promise.resolve();
  }

  get(once: Pick<Once, "sender" | "key" | "at">): Reply | undefined {
    const found = this.#replies.get(nameOf(once));
    return found && found.once.until > once.at ? found : undefined;
  }

  put(once: Once, text: string): void {
    this.#removeOld(once.at);
    this.#replies.delete(nameOf(once));
    this.#replies.set(nameOf(once), { once, text });
  }

  /** All are kept equally long, so the oldest are over first. */
  #removeOld(now: number): void {
    let removed = 0;
    for (const [name, { once }] of this.#replies) {
      if (once.until > now || removed++ === MOST_REMOVED) return;
      this.#replies.delete(name);
    }
  }
}

interface Reply {
  readonly once: Once;
  readonly text: string;
}

/** Keys have no spaces. */
function nameOf({ sender, key }: Pick<Once, "sender" | "key">): string {
  return `${sender} ${key}`;
}
