import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { tableSql } from "./example_blog.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { FieldFilter, ListQuery } from "./list_query.ts";
import { FEW, LongReads } from "./long_reads.ts";
import { openSqlite, type SqliteDatabase } from "./sqlite_database.ts";
import { composeList } from "./sqlite_list.ts";
import { MAX_WAITING, SqliteReader } from "./sqlite_reader.ts";
import { SqliteTable } from "./sqlite_table.ts";

/** A visit: a few of one kind, many of another. */
interface Visit extends Entity {
  readonly kind: string;
  readonly note: string;
}

const VISIT_SPEC: EntitySpec = {
  name: "visit",
  label: "visit",
  path: "/visits",
  table: "visits",
  fields: {
    kind: { kind: "string", column: "kind", nullable: false },
    note: { kind: "text", column: "note", nullable: false },
  },
  search: ["note"],
};

const RARE: FieldFilter = { field: "kind", value: "rare" };
const COMMON: FieldFilter = { field: "kind", value: "common" };
const NOTED: FieldFilter = { field: "note", value: "note 7" };

const READS: [string, Partial<ListQuery>, boolean][] = [
  ["the first page", {}, false],
  ["a later page by id", { after: { values: [], id: "5" } }, false],
  ["a page by an index", { sort: byField("kind") }, false],
  ["a page without an index", { sort: byField("note") }, true],
  ["a page deep in another order", {
    sort: byField("kind"),
    after: { values: ["common"], id: "5" },
  }, true],
  ["what an index finds, few of them", { filters: [RARE] }, false],
  ["what an index finds, few of them in another order", {
    filters: [RARE],
    sort: byField("note"),
  }, false],
  ["a text in few of them", { filters: [RARE], search: "x" }, false],
  ["what an index finds, many of them in another order", {
    filters: [COMMON],
    sort: byField("note"),
  }, true],
  ["what no index finds", { filters: [NOTED] }, true],
  ["what an index finds in part", { filters: [COMMON, NOTED] }, true],
  ["a text", { search: "x" }, true],
  ["how many there are", { total: true }, true],
  ["how many there are of few", { filters: [RARE], total: true }, false],
  ["a page far down", { offset: FEW + 1 }, true],
  ["a page not far down", { offset: 10 }, false],
];

for (const [what, wanted, isLong] of READS) {
  Deno.test(`LongReads finds ${isLong ? "long" : "short"}: ${what}`, () => {
    using database = visits(FEW + 20);
    const query = { limit: 5, filters: [], sort: [], ...wanted };
    const { sql } = composeList(VISIT_SPEC, tableSql(VISIT_SPEC).select, query);
    const reads = new LongReads(VISIT_SPEC, database);
    assertEquals(reads.isLong(sql, query), isLong);
    using small = visits(20);
    assertEquals(new LongReads(VISIT_SPEC, small).isLong(sql, query), false);
  });
}

Deno.test("SqliteTable answers long reads as it does short ones, and what was written before is in them", async () => {
  await withFolder(async (folder) => {
    using database = visits(FEW + 20, join(folder, "data.db"));
    const table = new SqliteTable<Visit>(
      VISIT_SPEC,
      database,
      tableSql(VISIT_SPEC),
    );
    const query: ListQuery = {
      limit: 5,
      filters: [],
      sort: byField("note"),
      total: true,
    };
    const id = "last";
    const times = { createdAt: "t", updatedAt: "t" };
    table.execute({
      kind: "insert",
      entity: { id, ...times, kind: "new", note: "a new one" },
    });
    const answer = table.answer({ kind: "list", query });
    assertEquals(answer instanceof Promise, true);
    assertEquals(await answer, table.execute({ kind: "list", query }));
    const groups = { kind: "groups", by: "kind", filters: [] } as const;
    const grouped = table.answer(groups);
    assertEquals(grouped instanceof Promise, true);
    assertEquals(await grouped, table.execute(groups));
    const found = table.answer({ kind: "get", id });
    assertEquals(found instanceof Promise, false);
  });
});

Deno.test("SqliteReader reads while everything else goes on", async () => {
  await withReader(async (reader) => {
    const slow = { sql: COUNT, values: [1_000_000] };
    let isRead = false;
    const rows = reader.read([slow]).finally(() => isRead = true);
    let turns = 0;
    while (!isRead) {
      await new Promise((resolve) => setTimeout(resolve));
      turns++;
    }
    assertEquals(await rows, [[{ n: 1_000_000 }]]);
    assertEquals(turns > 10, true, `only ${turns} turns meanwhile`);
  });
});

Deno.test("SqliteReader reads all statements as of one moment, and only reads", async () => {
  await withReader(async (reader) => {
    const one = { sql: "SELECT ? AS a", values: ["é'"] };
    const two = { sql: "SELECT 2 AS b", values: [] };
    assertEquals(await reader.read([one, two]), [[{ a: "é'" }], [{ b: 2 }]]);
    const write = { sql: "DELETE FROM visits", values: [] };
    await assertRejects(() => reader.read([write]), Error, "readonly");
    assertEquals(await reader.read([two]), [[{ b: 2 }]]);
  });
});

Deno.test("SqliteReader refuses what would wait too long, and rejects what waits when it ends", async () => {
  await withReader(async (reader) => {
    const slow = { sql: COUNT, values: [300_000] };
    const waiting = Array.from(
      { length: MAX_WAITING },
      () => reader.read([slow]),
    );
    await assertRejects(() => reader.read([slow]), Error, "long reads");
    reader[Symbol.dispose]();
    const ends = await Promise.allSettled(waiting);
    assertEquals(ends.at(-1)?.status, "rejected");
  });
});

const COUNT =
  "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ?) SELECT max(n) AS n FROM c";

function byField(field: string) {
  return [{ field, descending: false }];
}

/** Opens a database with so many visits, ten of them rare. */
function visits(count: number, path = ":memory:"): SqliteDatabase {
  const database = openSqlite({ path, durability: "normal" });
  database.exec(`
    CREATE TABLE visits (
      id TEXT PRIMARY KEY NOT NULL, created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1,
      kind TEXT NOT NULL, note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX visits_kind ON visits (kind, id);
    WITH RECURSIVE c(n) AS (
      SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${count}
    )
    INSERT INTO visits (id, created_at, updated_at, kind, note)
    SELECT n, 't', 't', iif(n <= 10, 'rare', 'common'), 'note ' || n FROM c;
  `);
  return database;
}

async function withReader(
  work: (reader: SqliteReader) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const path = join(folder, "data.db");
    using _database = visits(1, path);
    using reader = new SqliteReader(path);
    await work(reader);
  });
}

async function withFolder(
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
