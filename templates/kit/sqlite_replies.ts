/**
 * Kept replies in SQLite: a table beside the entities', written in the same transaction.
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
import type { SqliteDatabase } from "./sqlite_database.ts";

/** Lets a database keep the replies to requests that are carried out once. */
export function keepRepliesInSqlite(database: SqliteDatabase): KeptReplies {
  const put = (once: Once, text: string): boolean => {
    const { sender, key, fingerprint, at, until } = once;
    database.prepare(REMOVE_OLD).run(at);
    const values = [sender, key, fingerprint, text, until, at];
    return Number(database.prepare(KEEP).run(...values).changes) === 1;
  };
  database.replies = {
    keep: (once, reply) => put(once, writtenReply(reply)),
  };
  return {
    find({ sender, key, at }) {
      const row = database.prepare(FIND).get(sender, key, at);
      return Promise.resolve(row && readReply(row));
    },
    keep(once, reply) {
      database.transaction(() => put(once, JSON.stringify(reply)));
      return Promise.resolve();
    },
  };
}

function readReply(row: Readonly<Record<string, unknown>>): KeptReply {
  const reply: Omit<KeptReply, "fingerprint"> = JSON.parse(String(row.reply));
  return { fingerprint: String(row.fingerprint), ...reply };
}

/** One whose time is over is replaced; one that is valid stays. */
const KEEP =
  `INSERT INTO "_replies" ("sender", "key", "fingerprint", "reply", "kept_until") VALUES (?, ?, ?, ?, ?)
  ON CONFLICT ("sender", "key") DO UPDATE SET
    "fingerprint" = excluded."fingerprint", "reply" = excluded."reply", "kept_until" = excluded."kept_until"
  WHERE "kept_until" <= ?`;
const FIND = `SELECT "fingerprint", "reply" FROM "_replies"
  WHERE "sender" = ? AND "key" = ? AND "kept_until" > ?`;
const REMOVE_OLD = `DELETE FROM "_replies" WHERE rowid IN (
  SELECT rowid FROM "_replies" WHERE "kept_until" <= ? ORDER BY "kept_until" LIMIT ${MOST_REMOVED})`;
