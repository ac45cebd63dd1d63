/**
 * The outbox in PostgreSQL: a table beside the entities', written in the same transaction; all instances share it.
 *
 * @module
 */
import type { EntitySpec } from "./entity_spec.ts";
import type { Outbox, WaitingEvent } from "./outbox.ts";
import { quotePostgresName } from "./postgres_condition.ts";
import type { PostgresSession } from "./postgres_connection.ts";
import type { PostgresDatabase } from "./postgres_database.ts";
import { PostgresRowMapper } from "./postgres_row.ts";
import type { PostgresRule } from "./postgres_table.ts";
import {
  type AnnouncedEvent,
  eventsOfDeletion,
  eventsOfWrite,
  tellsOfDeletion,
  type WebhookSpec,
} from "./webhook_event.ts";

/** Keeps the events of an entity's changes with the changes. */
export function announceInPostgres(
  spec: EntitySpec,
  webhooks: readonly WebhookSpec[],
  database: PostgresDatabase,
): PostgresRule {
  database.witness ??= {
    watches: (spec) => tellsOfDeletion(spec, webhooks),
    async leave(session, { spec, id }, now) {
      // The deletion has locked it, so no change can come between.
      const [row] = await session.query(
        `SELECT * FROM ${quotePostgresName(spec.table)} WHERE "id" = $1`,
        [id],
      );
      if (row === undefined) return;
      const entity = new PostgresRowMapper(spec).toEntity(row);
      await keep(session, eventsOfDeletion(spec, webhooks, { entity, now }));
    },
  };
  return async (write, session) => {
    await keep(session, eventsOfWrite(spec, webhooks, write));
    return undefined;
  };
}

async function keep(
  session: PostgresSession,
  events: readonly AnnouncedEvent[],
): Promise<void> {
  for (const { id, webhook, subject, body } of events) {
    await session.query(KEEP, [id, webhook, subject, body]);
  }
}

/** The outbox of a PostgreSQL database. */
export class PostgresOutbox implements Outbox {
  readonly #database: PostgresDatabase;

  /** Opens the database's outbox. */
  constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  /** Lists the oldest event of each entity, if it is due. */
  async due(
    webhook: string,
    now: number,
    limit: number,
  ): Promise<readonly WaitingEvent[]> {
    const rows = await this.#database.query(DUE, [webhook, now, limit]);
    return [...rows].map((row) => ({
      sequence: Number(row.sequence),
      id: String(row.id),
      webhook: String(row.webhook),
      subject: String(row.subject),
      body: String(row.body),
      attempts: Number(row.attempts),
      dueAt: Number(row.due_at),
    }));
  }

  /** Takes an event for one more try. */
  async claim(
    { sequence, attempts, dueAt }: WaitingEvent,
    until: number,
  ): Promise<boolean> {
    const { count } = await this.#database.query(CLAIM, [
      until,
      sequence,
      attempts,
      dueAt,
    ]);
    return count === 1;
  }

  /** Forgets an event that was told. */
  async told({ sequence }: WaitingEvent): Promise<void> {
    await this.#database.query(TOLD, [sequence]);
  }

  /** Puts an event back. */
  async putBack(
    { sequence }: WaitingEvent,
    { attempts, dueAt }: { readonly attempts: number; readonly dueAt: number },
  ): Promise<void> {
    await this.#database.query(PUT_BACK, [attempts, dueAt, sequence]);
  }

  /** Gives an event up. */
  async bury({ sequence }: WaitingEvent, reason: string): Promise<void> {
    await this.#database.query(BURY, [reason, sequence]);
  }

  /** Forgets what waits for a webhook. */
  async discard(webhook: string): Promise<void> {
    await this.#database.query(DISCARD, [webhook]);
  }
}

const KEEP =
  'INSERT INTO "_outbox" ("id", "webhook", "subject", "body") VALUES ($1, $2, $3, $4)';
const DUE =
  `SELECT "sequence", "id", "webhook", "subject", "body", "attempts", "due_at" FROM "_outbox" AS "one"
  WHERE "webhook" = $1 AND NOT "dead" AND "due_at" <= $2 AND NOT EXISTS (
    SELECT 1 FROM "_outbox" AS "before"
    WHERE "before"."webhook" = "one"."webhook" AND "before"."subject" = "one"."subject"
      AND NOT "before"."dead" AND "before"."sequence" < "one"."sequence"
  ) ORDER BY "sequence" LIMIT $3`;
const CLAIM = `UPDATE "_outbox" SET "attempts" = "attempts" + 1, "due_at" = $1
  WHERE "sequence" = $2 AND "attempts" = $3 AND "due_at" = $4 AND NOT "dead"`;
const TOLD = 'DELETE FROM "_outbox" WHERE "sequence" = $1';
const PUT_BACK =
  'UPDATE "_outbox" SET "attempts" = $1, "due_at" = $2 WHERE "sequence" = $3';
const BURY =
  'UPDATE "_outbox" SET "dead" = true, "reason" = $1 WHERE "sequence" = $2';
const DISCARD = 'DELETE FROM "_outbox" WHERE "webhook" = $1 AND NOT "dead"';
