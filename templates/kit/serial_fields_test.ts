import { assert, assertEquals } from "@std/assert";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { tableSql } from "./example_blog.ts";
import { postgresTableSql } from "./example_blog_postgres.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemoryTable } from "./memory_table.ts";
import { openPostgres } from "./postgres_database.ts";
import { PostgresTable } from "./postgres_table.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { sampleEntity } from "./sample_entity.ts";
import { openSqlite, type SqliteDatabase } from "./sqlite_database.ts";
import { SqliteTable } from "./sqlite_table.ts";
import type { StoreResult, Table } from "./store_command.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

/** Has a number, and a parent that makes every write a transaction of its own. */
interface Ticket extends Entity {
  readonly number: number;
  readonly title: string;
  readonly parentId: string | null;
}

type AnyTable = Table<
  Ticket,
  StoreResult<Ticket> | Promise<StoreResult<Ticket>>
>;

for (const acyclic of [false, true]) {
  const kind = acyclic ? "in a hierarchy" : "alone";
  Deno.test(`MemoryTable numbers what is inserted ${kind}`, async () => {
    using database = new MemoryDatabase();
    await numbersThem(new MemoryTable<Ticket>(specOf(acyclic), database));
  });

  Deno.test(`SqliteTable numbers what is inserted ${kind}, also after a restart`, async () => {
    const folder = await Deno.makeTempDir();
    const path = `${folder}/tickets.db`;
    const open = (database: SqliteDatabase) => {
      const spec = specOf(acyclic);
      return new SqliteTable<Ticket>(spec, database, tableSql(spec));
    };
    {
      using database = openSqlite({ path });
      database.exec(SQLITE_TABLES);
      await numbersThem(open(database));
    }
    using database = openSqlite({ path });
    assertEquals(await numberOf(open(database), 9), AFTERWARDS);
    await Deno.remove(folder, { recursive: true });
  });
}

await testWithPostgres("PostgresTable numbers", async (t, url) => {
  for (const acyclic of [false, true]) {
    const kind = acyclic ? "in a hierarchy" : "alone";
    await t.step(`what is inserted ${kind}, also after a restart`, async () => {
      await using schema = await openTestSchema(url);
      const spec = specOf(acyclic);
      const sql = postgresTableSql(spec);
      {
        await using database = await openPostgres({
          url: schema.url,
          connections: 4,
        });
        await database.exec(POSTGRES_TABLES);
        const table = new PostgresTable<Ticket>(spec, database, sql);
        await numbersThem(table);
      }
      await using database = await openPostgres({
        url: schema.url,
        connections: 4,
      });
      const table = new PostgresTable<Ticket>(spec, database, sql);
      assertEquals(await numberOf(table, 9), AFTERWARDS);
      const many = Array.from({ length: 20 }, (_, n) => numberOf(table, n));
      assertEquals(new Set(await Promise.all(many)).size, 20);
    });
  }
});

async function numbersThem(table: AnyTable): Promise<void> {
  assertEquals(await numberOf(table, 5), 1);
  assertEquals(await numberOf(table, 5), 2);
  const newest = await insert(table, 3);
  assertEquals(newest.number, 3);
  const { id } = newest;
  const changed = { ...newest, title: "another" };
  const stored = { kind: "entity", entity: changed, version: 2 } as const;
  assertEquals(
    await table.execute({ kind: "update", entity: changed, version: 1 }),
    stored,
  );
  assertEquals(await table.execute({ kind: "get", id }), stored);
  const now = newest.updatedAt;
  await table.execute({ kind: "delete", id, now });
  assertEquals(await numberOf(table, 1), 4);
  const found = await table.execute({
    kind: "list",
    query: { limit: 5, sort: [], filters: [{ field: "number", value: 4 }] },
  });
  assert(found.kind === "page");
  assertEquals(found.page.items.map(({ number }) => number), [4]);
}

async function numberOf(table: AnyTable, n: number): Promise<number> {
  return (await insert(table, n)).number;
}

async function insert(table: AnyTable, n: number): Promise<Ticket> {
  const entity = sampleEntity<Ticket>(specOf(false), n);
  const result = await table.execute({ kind: "insert", entity });
  assert(result.kind === "entity", result.kind);
  const { number } = result.entity;
  assertEquals(result.entity, { ...entity, number });
  return result.entity;
}

function specOf(acyclic: boolean): EntitySpec {
  return {
    name: "ticket",
    label: "ticket",
    path: "/tickets",
    table: "tickets",
    fields: {
      number: {
        kind: "integer",
        column: "number",
        nullable: false,
        readOnly: true,
        unique: true,
        serial: true,
      },
      title: { kind: "string", column: "title", nullable: false },
      parentId: {
        kind: "uuid",
        column: "parent_id",
        nullable: true,
        references: {
          entity: "ticket",
          table: "tickets",
          onDelete: "clear",
          acyclic,
        },
      },
    },
    search: [],
  };
}

const AFTERWARDS = 5;

const SQLITE_TABLES = `
  CREATE TABLE "_serials" ("name" TEXT PRIMARY KEY NOT NULL, "last" INTEGER NOT NULL) STRICT;
  CREATE TABLE tickets (
    id TEXT PRIMARY KEY NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    number INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL,
    parent_id TEXT REFERENCES tickets (id) ON DELETE SET NULL
  ) STRICT;
`;

const POSTGRES_TABLES = `
  CREATE TABLE tickets (
    id uuid PRIMARY KEY,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    number bigint GENERATED BY DEFAULT AS IDENTITY UNIQUE,
    title text COLLATE "C" NOT NULL,
    parent_id uuid REFERENCES tickets (id) ON DELETE SET NULL
  );
`;
