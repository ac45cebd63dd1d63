/**
 * Bookings that may not overlap, in every engine: what the kit's own tests of `noOverlap` work with.
 *
 * @module
 */
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { noOverlapInMemory } from "./memory_overlap.ts";
import { MemoryTable } from "./memory_table.ts";
import { openPostgres, type PostgresDatabase } from "./postgres_database.ts";
import { noOverlapInPostgres } from "./postgres_overlap.ts";
import { PostgresTable } from "./postgres_table.ts";
import { sampleEntity } from "./sample_entity.ts";
import { openSqlite } from "./sqlite_database.ts";
import { noOverlapInSqlite } from "./sqlite_overlap.ts";
import { SqliteTable } from "./sqlite_table.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";

/** A table of any engine. */
export interface BookingTable {
  /** Carries out one command. */
  execute(
    command: StoreCommand<Booking>,
  ): StoreResult<Booking> | Promise<StoreResult<Booking>>;
}

/** A room for somebody, for some time and at some desks. */
export interface Booking extends Entity {
  /** Counts while it is not refused. */
  readonly status: "asked" | "granted" | "refused";
  /** Where; unknown is nowhere. */
  readonly room: string | null;
  /** Who; A and a are one. */
  readonly guest: string | null;
  /** Open ends take nothing. */
  readonly startsAt: string | null;
  /** No longer part of it. */
  readonly endsAt: string | null;
  /** The first desk. */
  readonly firstDesk: number | null;
  /** The first that is free. */
  readonly freeDesk: number | null;
}

/** Describes {@link Booking}. */
export const BOOKING_SPEC: EntitySpec = {
  name: "booking",
  label: "booking",
  path: "/bookings",
  table: "bookings",
  fields: {
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["asked", "granted", "refused"],
    },
    room: { kind: "string", column: "room", nullable: true },
    guest: { kind: "email", column: "guest", nullable: true },
    startsAt: { kind: "datetime", column: "starts_at", nullable: true },
    endsAt: { kind: "datetime", column: "ends_at", nullable: true },
    firstDesk: { kind: "decimal", column: "first_desk", nullable: true },
    freeDesk: { kind: "decimal", column: "free_desk", nullable: true },
  },
  noOverlap: [
    {
      from: "startsAt",
      until: "endsAt",
      within: ["room"],
      when: { status: ["asked", "granted"] },
    },
    { from: "firstDesk", until: "freeDesk", within: ["guest"] },
  ],
  search: [],
};

/** Makes a booking; what is not given takes nothing. */
export function booking(values: Partial<Booking>): Booking {
  const nothing = { startsAt: null, endsAt: null, room: null, guest: null };
  const desks = { firstDesk: null, freeDesk: null, status: "asked" };
  return sampleEntity(BOOKING_SPEC, 0, { ...nothing, ...desks, ...values });
}

/** Opens an empty table in memory. */
export function memoryBookings(): BookingTable {
  return new MemoryTable<Booking>(BOOKING_SPEC, new MemoryDatabase(), [
    noOverlapInMemory(BOOKING_SPEC),
  ]);
}

/** Opens an empty table in SQLite. */
export function sqliteBookings(): BookingTable {
  const database = openSqlite({ path: ":memory:", durability: "normal" });
  database.exec(`
    CREATE TABLE bookings (
      id TEXT PRIMARY KEY NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      version INTEGER NOT NULL DEFAULT 1,
      status TEXT NOT NULL,
      room TEXT,
      guest TEXT COLLATE NOCASE,
      starts_at TEXT,
      ends_at TEXT,
      first_desk INTEGER,
      free_desk INTEGER
    ) STRICT`);
  return new SqliteTable<Booking>(BOOKING_SPEC, database, {
    insert:
      "INSERT INTO bookings (id, created_at, updated_at, status, room, guest, starts_at, ends_at, first_desk, free_desk) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    select:
      "SELECT id, created_at, updated_at, status, room, guest, starts_at, ends_at, first_desk, free_desk, version FROM bookings",
    update:
      "UPDATE bookings SET updated_at = ?, status = ?, room = ?, guest = ?, starts_at = ?, ends_at = ?, first_desk = ?, free_desk = ?, version = version + 1 WHERE id = ? AND version = ?",
    delete: "DELETE FROM bookings WHERE id = ?",
  }, [noOverlapInSqlite(BOOKING_SPEC)]);
}

/** Opens an empty table in a PostgreSQL schema. */
export async function postgresBookings(
  url: string,
): Promise<BookingTable & { readonly database: PostgresDatabase }> {
  const database = await openPostgres({ url, connections: 8 });
  await database.exec(`
    CREATE TABLE bookings (
      id uuid PRIMARY KEY,
      created_at timestamptz(3) NOT NULL,
      updated_at timestamptz(3) NOT NULL,
      version bigint NOT NULL DEFAULT 1,
      status text COLLATE "C" NOT NULL,
      room text COLLATE "C",
      guest text COLLATE "C",
      starts_at timestamptz(3),
      ends_at timestamptz(3),
      first_desk numeric(15, 0),
      free_desk numeric(15, 0)
    )`);
  const table = new PostgresTable<Booking>(BOOKING_SPEC, database, {
    insert:
      "INSERT INTO bookings (id, created_at, updated_at, status, room, guest, starts_at, ends_at, first_desk, free_desk) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    select: "SELECT * FROM bookings",
    update:
      "UPDATE bookings SET updated_at = $1, status = $2, room = $3, guest = $4, starts_at = $5, ends_at = $6, first_desk = $7, free_desk = $8, version = version + 1 WHERE id = $9 AND version = $10",
    delete: "DELETE FROM bookings WHERE id = $1",
  }, [noOverlapInPostgres(BOOKING_SPEC)]);
  return { database, execute: (command) => table.execute(command) };
}
