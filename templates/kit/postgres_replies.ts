/**
 * Kept replies in PostgreSQL: a table beside the entities', written in the same transaction; all instances share it.
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
import type { PostgresSession } from "./postgres_connection.ts";
import type { PostgresDatabase } from "./postgres_database.ts";

/** Lets a database keep the replies to requests that are carried out once. */
export function keepRepliesInPostgres(database: PostgresDatabase): KeptReplies {
  database.replies = {
    keep: (session, once, reply) => put(session, once, writtenReply(reply)),
  };
  return {
    async find({ sender, key, at }) {
      const [row] = await database.query(FIND, [sender, key, at]);
      return row && readReply(row);
    },
    async keep(once, reply) {
      const text = JSON.stringify(reply);
      await database.transaction((session) => put(session, once, text));
    },
  };
}

/** Waits for another process that keeps one of the same key, and answers false if it has. */
async function put(
  session: PostgresSession,
  { sender, key, fingerprint, at, until }: Once,
  text: string,
): Promise<boolean> {
  await session.query(REMOVE_OLD, [at]);
  const values = [sender, key, fingerprint, text, until, at];
  const { count } = await session.query(KEEP, values);
  return count === 1;
}

function readReply(row: Readonly<Record<string, unknown>>): KeptReply {
  const reply: Omit<KeptReply, "fingerprint"> = JSON.parse(String(row.reply));
  return { fingerprint: String(row.fingerprint), ...reply };
}

/** One whose time is over is replaced; one that is valid stays. */
const KEEP =
  `INSERT INTO "_replies" AS "kept" ("sender", "key", "fingerprint", "reply", "kept_until") VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT ("sender", "key") DO UPDATE SET
    "fingerprint" = excluded."fingerprint", "reply" = excluded."reply", "kept_until" = excluded."kept_until"
  WHERE "kept"."kept_until" <= $6`;
const FIND = `SELECT "fingerprint", "reply" FROM "_replies"
  WHERE "sender" = $1 AND "key" = $2 AND "kept_until" > $3`;
/** What others remove at the same time is theirs: nobody waits. */
const REMOVE_OLD = `DELETE FROM "_replies" WHERE ("sender", "key") IN (
  SELECT "sender", "key" FROM "_replies" WHERE "kept_until" <= $1
  ORDER BY "kept_until" LIMIT ${MOST_REMOVED} FOR UPDATE SKIP LOCKED)`;
