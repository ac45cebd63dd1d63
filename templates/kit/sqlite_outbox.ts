/**
 * The outbox in SQLite: a table beside the entities', written in the same transaction.
 *
 * @module
 */
import type { EntitySpec } from "./entity_spec.ts";
import type { Outbox, WaitingEvent } from "./outbox.ts";
import { quoteName } from "./sqlite_condition.ts";
import type { SqliteDatabase } from "./sqlite_database.ts";
import { SqliteRowMapper } from "./sqlite_row.ts";
import type { SqliteRule } from "./sqlite_table.ts";
import {
  type AnnouncedEvent,
  eventsOfDeletion,
  eventsOfWrite,
  tellsOfDeletion,
  type WebhookSpec,
} from "./webhook_event.ts";

/** Keeps the events of an entity's changes with the changes. */
export function announceInSqlite(
  spec: EntitySpec,
  webhooks: readonly WebhookSpec[],
  database: SqliteDatabase,
): SqliteRule {
  database.witness ??= {
    watches: (spec) => tellsOfDeletion(spec, webhooks),
    leave(spec, id, now) {
      const row = database.prepare(
        `SELECT * FROM ${quoteName(spec.table)} WHERE "id" = ?`,
      ).get(id);
      if (row === undefined) return;
      const entity = new SqliteRowMapper(spec).toEntity(row);
      keep(database, eventsOfDeletion(spec, webhooks, { entity, now }));
    },
  };
  return (write) => {
    keep(database, eventsOfWrite(spec, webhooks, write));
    return undefined;
  };
}

function keep(
  database: SqliteDatabase,
  events: readonly AnnouncedEvent[],
): void {
  for (const { id, webhook, subject, body } of events) {
    database.prepare(KEEP).run(id, webhook, subject, body);
  }
}

/** The outbox of a SQLite database. */
export class SqliteOutbox implements Outbox {
  readonly #database: SqliteDatabase;

  /** Opens the database's outbox. */
  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** Lists the oldest event of each entity, if it is due. */
  due(
    webhook: string,
    now: number,
    limit: number,
  ): Promise<readonly WaitingEvent[]> {
    const rows = this.#database.prepare(DUE).all(webhook, now, limit);
    return Promise.resolve(rows.map((row) => ({
      sequence: Number(row.sequence),
      id: String(row.id),
      webhook: String(row.webhook),
      subject: String(row.subject),
      body: String(row.body),
      attempts: Number(row.attempts),
      dueAt: Number(row.due_at),
    })));
  }

  /** Takes an event for one more try. */
  claim(
    { sequence, attempts, dueAt }: WaitingEvent,
    until: number,
  ): Promise<boolean> {
    const { changes } = this.#database.prepare(CLAIM)
      .run(until, sequence, attempts, dueAt);
    return Promise.resolve(Number(changes) === 1);
  }

  /** Forgets an event that was told. */
  told({ sequence }: WaitingEvent): Promise<void> {
    this.#database.prepare(TOLD).run(sequence);
    return Promise.resolve();
  }

  /** Puts an event back. */
  putBack(
    { sequence }: WaitingEvent,
    { attempts, dueAt }: { readonly attempts: number; readonly dueAt: number },
  ): Promise<void> {
    this.#database.prepare(PUT_BACK).run(attempts, dueAt, sequence);
    return Promise.resolve();
  }

  /** Gives an event up. */
  bury({ sequence }: WaitingEvent, reason: string): Promise<void> {
    this.#database.prepare(BURY).run(reason, sequence);
    return Promise.resolve();
  }

  /** Forgets what waits for a webhook. */
  discard(webhook: string): Promise<void> {
    this.#database.prepare(DISCARD).run(webhook);
    return Promise.resolve();
  }
}

const KEEP =
  'INSERT INTO "_outbox" ("id", "webhook", "subject", "body") VALUES (?, ?, ?, ?)';
const DUE =
  `SELECT "sequence", "id", "webhook", "subject", "body", "attempts", "due_at" FROM "_outbox" AS "one"
  WHERE "webhook" = ? AND "dead" = 0 AND "due_at" <= ? AND NOT EXISTS (
    SELECT 1 FROM "_outbox" AS "before"
    WHERE "before"."webhook" = "one"."webhook" AND "before"."subject" = "one"."subject"
      AND "before"."dead" = 0 AND "before"."sequence" < "one"."sequence"
  ) ORDER BY "sequence" LIMIT ?`;
const CLAIM = `UPDATE "_outbox" SET "attempts" = "attempts" + 1, "due_at" = ?
  WHERE "sequence" = ? AND "attempts" = ? AND "due_at" = ? AND "dead" = 0`;
const TOLD = 'DELETE FROM "_outbox" WHERE "sequence" = ?';
const PUT_BACK =
  'UPDATE "_outbox" SET "attempts" = ?, "due_at" = ? WHERE "sequence" = ?';
const BURY =
  'UPDATE "_outbox" SET "dead" = 1, "reason" = ? WHERE "sequence" = ?';
const DISCARD = 'DELETE FROM "_outbox" WHERE "webhook" = ? AND "dead" = 0';
