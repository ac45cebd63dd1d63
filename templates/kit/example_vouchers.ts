/**
 * Vouchers that are made and used once for each key, in every engine: what the kit's own tests of keys work with.
 *
 * @module
 */
import { oneOf, text } from "./api_schema.ts";
import { entitySchema, patchSchema } from "./body_schema.ts";
import { bulkChanges } from "./bulk_changes.ts";
import { bulkRoutes } from "./bulk_routes.ts";
import type { Clock } from "./clock.ts";
import { mountEntity } from "./entity_routes.ts";
import { EntityService } from "./entity_service.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { tableSql } from "./example_blog.ts";
import { postgresTableSql } from "./example_blog_postgres.ts";
import type { AnyTable } from "./example_stock.ts";
import { createApi } from "./http_api.ts";
import type { KeptReplies } from "./kept_reply.ts";
import { batchInMemory } from "./memory_batch.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { keepRepliesInMemory } from "./memory_replies.ts";
import { MemoryTable } from "./memory_table.ts";
import { keepDeletedInMemory } from "./memory_trash.ts";
import { onceByKey, type OnceOptions } from "./once_by_key.ts";
import { batchInPostgres } from "./postgres_batch.ts";
import { openPostgres, type PostgresPlace } from "./postgres_database.ts";
import { keepRepliesInPostgres } from "./postgres_replies.ts";
import { PostgresTable } from "./postgres_table.ts";
import { keepDeletedInPostgres } from "./postgres_trash.ts";
import { restoreEntity } from "./restore_entity.ts";
import { shownReply, shownSpec } from "./shown_entity.ts";
import { batchInSqlite } from "./sqlite_batch.ts";
import { openSqlite } from "./sqlite_database.ts";
import { keepRepliesInSqlite } from "./sqlite_replies.ts";
import { SqliteTable } from "./sqlite_table.ts";
import { keepDeletedInSqlite } from "./sqlite_trash.ts";
import type { BatchCommand, BatchResult } from "./store_command.ts";
import { type ApiClient, apiClient } from "./testing.ts";

/** Something that can be used once. */
export interface Voucher extends Entity {
  /** What is printed on it; any number may have the same. */
  readonly title: string;
  /** No two have the same. */
  readonly code: string;
  /** Whether it has been used. */
  readonly status: "open" | "used";
  /** What lets somebody use it; no answer shows it. */
  readonly pin: string | null;
}

/** Describes {@link Voucher}. */
export const VOUCHER_SPEC: EntitySpec = {
  name: "voucher",
  label: "voucher",
  path: "/vouchers",
  table: "vouchers",
  softDelete: true,
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    code: { kind: "string", column: "code", nullable: false, unique: true },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["open", "used"],
    },
    pin: { kind: "string", column: "pin", nullable: true, writeOnly: true },
  },
  search: [],
};

/** Where vouchers and replies are kept. */
export interface VoucherStore extends AsyncDisposable {
  /** The table. */
  readonly table: AnyTable<Voucher>;
  /** Carries out several writes of it. */
  readonly batch: (
    command: BatchCommand<Voucher>,
  ) => BatchResult<Voucher> | Promise<BatchResult<Voucher>>;
  /** The replies. */
  readonly replies: KeptReplies;
  /** Counts the replies that are there, also those whose time is over. */
  readonly countReplies?: () => number | Promise<number>;
}

/** Opens a store in memory. */
export function memoryVouchers(): VoucherStore {
  const database = new MemoryDatabase();
  keepDeletedInMemory(database);
  const table = new MemoryTable<Voucher>(VOUCHER_SPEC, database);
  const where = { spec: VOUCHER_SPEC, database, table };
  return {
    table,
    batch: (command) => batchInMemory(where, command),
    replies: keepRepliesInMemory(database),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** Opens a store in SQLite; a file is opened as it is. */
export function sqliteVouchers(path = ":memory:"): VoucherStore {
  const database = openSqlite({ path });
  database.exec(`
    CREATE TABLE IF NOT EXISTS vouchers (id TEXT PRIMARY KEY NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
      version INTEGER NOT NULL DEFAULT 1, title TEXT NOT NULL, code TEXT NOT NULL UNIQUE, status TEXT NOT NULL, pin TEXT) STRICT;
    CREATE TABLE IF NOT EXISTS "_deleted" ("table_name" TEXT NOT NULL, "id" TEXT NOT NULL, "deleted_at" TEXT NOT NULL,
      "version" INTEGER NOT NULL, "entity" TEXT NOT NULL, PRIMARY KEY ("table_name", "id")) STRICT;
    CREATE TABLE IF NOT EXISTS "_replies" ("sender" TEXT NOT NULL, "key" TEXT NOT NULL, "fingerprint" TEXT NOT NULL,
      "reply" TEXT NOT NULL, "kept_until" INTEGER NOT NULL, PRIMARY KEY ("sender", "key")) STRICT`);
  keepDeletedInSqlite(database);
  const sql = tableSql(VOUCHER_SPEC);
  const table = new SqliteTable<Voucher>(VOUCHER_SPEC, database, sql);
  const where = { spec: VOUCHER_SPEC, database, table };
  return {
    table,
    batch: (command) => batchInSqlite(where, command),
    replies: keepRepliesInSqlite(database),
    countReplies: () =>
      Number(
        database.prepare('SELECT count(*) AS "n" FROM "_replies"').get()?.n,
      ),
    [Symbol.asyncDispose]: () => {
      database[Symbol.dispose]();
      return Promise.resolve();
    },
  };
}

/** Opens a store in a PostgreSQL schema, emptied first unless another instance uses it. */
export async function postgresVouchers(
  url: string,
  isFirst = true,
): Promise<VoucherStore> {
  const database = await openPostgres({ url, connections: 4 });
  if (isFirst) await database.exec(POSTGRES_TABLES);
  keepDeletedInPostgres(database);
  const sql = postgresTableSql(VOUCHER_SPEC);
  const open = (place: PostgresPlace) =>
    new PostgresTable<Voucher>(VOUCHER_SPEC, place, sql);
  const where = { spec: VOUCHER_SPEC, database, open };
  return {
    table: open(database),
    batch: (command) => batchInPostgres(where, command),
    replies: keepRepliesInPostgres(database),
    countReplies: async () => {
      const [row] = await database.query(
        'SELECT count(*) AS "n" FROM "_replies"',
      );
      return Number(row?.n);
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

/** What an instance may be like. */
export interface VoucherDeskOptions
  extends Partial<Omit<OnceOptions, "replies" | "clock">> {
  /** The time. */
  readonly clock?: Clock;
  /** Stands between the controller and the store. */
  readonly between?: (
    execute: AnyTable<Voucher>["execute"],
  ) => AnyTable<Voucher>["execute"];
}

/** Opens an instance of the API on a store. */
export function voucherDesk(
  { table, batch, replies }: VoucherStore,
  { between = (execute) => execute, clock, ...given }: VoucherDeskOptions = {},
): ApiClient {
  const execute = between((command) => table.execute(command));
  const service = new EntityService<Voucher>({
    spec: VOUCHER_SPEC,
    defaults: { status: "open", pin: null },
    actions: {
      use: { set: { status: "used" }, when: { status: ["open"] } },
      close: { set: { status: "used" } },
    },
    restore: restoreEntity,
    bulk: bulkChanges(async (command) => await batch(command)),
    ...(clock ? { clock } : {}),
    store: async (command) => await execute(command),
  });
  const api = createApi({
    openapi: {},
    health: () => ({ status: "ok", live: true, ready: true, components: [] }),
  });
  mountEntity(api, {
    spec: shownSpec(VOUCHER_SPEC),
    operations: ["list", "get", "create", "patch", "delete"],
    actions: ["use", "close", "restore"],
    createSchema: entitySchema({
      ...FIELDS,
      status: FIELDS.status.optional(),
      pin: FIELDS.pin.optional(),
    }),
    patchSchema: patchSchema(FIELDS),
    bulk: bulkRoutes(["create", "patch", "delete"], 10),
    once: onceByKey({ replies, keepSeconds: 60, ...given, clock }),
    send: async (request) =>
      shownReply(VOUCHER_SPEC, await service.handle(request)),
  });
  return apiClient(api.fetch);
}

const FIELDS = {
  title: text({ min: 1, max: 20 }),
  code: text({ min: 1, max: 40 }),
  status: oneOf(["open", "used"]),
  pin: text({ max: 20 }).nullable(),
};

const POSTGRES_TABLES = `
  DROP TABLE IF EXISTS vouchers, "_deleted", "_replies";
  CREATE TABLE vouchers (id uuid PRIMARY KEY, created_at timestamptz(3) NOT NULL, updated_at timestamptz(3) NOT NULL,
    version bigint NOT NULL DEFAULT 1, title text NOT NULL, code text NOT NULL UNIQUE, status text NOT NULL, pin text);
  CREATE TABLE "_deleted" ("table_name" text NOT NULL, "id" uuid NOT NULL, "deleted_at" timestamptz(3) NOT NULL,
    "version" bigint NOT NULL, "entity" json NOT NULL, PRIMARY KEY ("table_name", "id"));
  CREATE TABLE "_replies" ("sender" text NOT NULL, "key" text NOT NULL, "fingerprint" text NOT NULL,
    "reply" text NOT NULL, "kept_until" bigint NOT NULL, PRIMARY KEY ("sender", "key"))`;
