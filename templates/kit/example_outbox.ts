/**
 * Sales that webhooks are told of, in every engine: what the kit's own tests of the outbox work with.
 *
 * @module
 */
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { tableSql } from "./example_blog.ts";
import { postgresTableSql } from "./example_blog_postgres.ts";
import type { AnyTable } from "./example_stock.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { announceInMemory, MemoryOutbox } from "./memory_outbox.ts";
import { MemoryTable } from "./memory_table.ts";
import type { Outbox } from "./outbox.ts";
import { openPostgres } from "./postgres_database.ts";
import { announceInPostgres, PostgresOutbox } from "./postgres_outbox.ts";
import { PostgresTable } from "./postgres_table.ts";
import { openSqlite, type SqliteDatabase } from "./sqlite_database.ts";
import { announceInSqlite, SqliteOutbox } from "./sqlite_outbox.ts";
import { SqliteTable } from "./sqlite_table.ts";
import type { WebhookSpec } from "./webhook_event.ts";

/** Something sold. */
export interface Ticket extends Entity {
  /** No two have the same. */
  readonly seat: string;
  /** What lets somebody in; no answer shows it. */
  readonly pin: string;
}

/** Describes {@link Ticket}. */
export const TICKET_SPEC: EntitySpec = {
  name: "ticket",
  label: "ticket",
  path: "/tickets",
  table: "tickets",
  fields: {
    seat: { kind: "text", column: "seat", nullable: false, unique: true },
    pin: { kind: "text", column: "pin", nullable: false, writeOnly: true },
  },
  search: [],
};

/** One webhook for every kind of change. */
export const TICKET_WEBHOOKS: readonly WebhookSpec[] = ([
  ["made", "create"],
  ["changed", "update"],
  ["used", { action: "use" }],
  ["gone", "delete"],
] as const).map(([name, on]) => ({
  name,
  entity: "ticket",
  on,
  type: `ticket.${name}`,
  source: "/theatre",
}));

/** A table and what is told of it. */
export interface Theatre extends AsyncDisposable {
  /** The table. */
  readonly tickets: AnyTable<Ticket>;
  /** The outbox. */
  readonly outbox: Outbox;
}

/** Opens a theatre in memory. */
export function memoryTheatre(): Theatre {
  const database = new MemoryDatabase();
  const rule = announceInMemory(TICKET_SPEC, TICKET_WEBHOOKS, database);
  return {
    tickets: new MemoryTable<Ticket>(TICKET_SPEC, database, [rule]),
    outbox: new MemoryOutbox(database),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** Opens a theatre in SQLite; a file is opened as it is. */
export function sqliteTheatre(path = ":memory:"): Theatre {
  const database = openSqlite({ path });
  database.exec(`
    CREATE TABLE IF NOT EXISTS tickets (id TEXT PRIMARY KEY NOT NULL, created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1, seat TEXT NOT NULL UNIQUE, pin TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS "_outbox" ("sequence" INTEGER PRIMARY KEY AUTOINCREMENT, "id" TEXT NOT NULL,
      "webhook" TEXT NOT NULL, "subject" TEXT NOT NULL, "body" TEXT NOT NULL, "attempts" INTEGER NOT NULL DEFAULT 0,
      "due_at" INTEGER NOT NULL DEFAULT 0, "dead" INTEGER NOT NULL DEFAULT 0, "reason" TEXT) STRICT`);
  return {
    tickets: ticketsIn(database),
    outbox: new SqliteOutbox(database),
    [Symbol.asyncDispose]: () => {
      database[Symbol.dispose]();
      return Promise.resolve();
    },
  };
}

function ticketsIn(database: SqliteDatabase): AnyTable<Ticket> {
  const rule = announceInSqlite(TICKET_SPEC, TICKET_WEBHOOKS, database);
  const sql = tableSql(TICKET_SPEC);
  return new SqliteTable<Ticket>(TICKET_SPEC, database, sql, [rule]);
}

/** Opens an empty theatre in a PostgreSQL schema. */
export async function postgresTheatre(url: string): Promise<Theatre> {
  const database = await openPostgres({ url, connections: 2 });
  await database.exec(`
    DROP TABLE IF EXISTS tickets, "_outbox";
    CREATE TABLE tickets (id uuid PRIMARY KEY, created_at timestamptz(3) NOT NULL,
      updated_at timestamptz(3) NOT NULL, version bigint NOT NULL DEFAULT 1, seat text NOT NULL UNIQUE, pin text NOT NULL);
    CREATE TABLE "_outbox" ("sequence" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "id" uuid NOT NULL,
      "webhook" text NOT NULL, "subject" uuid NOT NULL, "body" text NOT NULL, "attempts" integer NOT NULL DEFAULT 0,
      "due_at" bigint NOT NULL DEFAULT 0, "dead" boolean NOT NULL DEFAULT false, "reason" text)`);
  const rule = announceInPostgres(TICKET_SPEC, TICKET_WEBHOOKS, database);
  const sql = postgresTableSql(TICKET_SPEC);
  return {
    tickets: new PostgresTable<Ticket>(TICKET_SPEC, database, sql, [rule]),
    outbox: new PostgresOutbox(database),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}
