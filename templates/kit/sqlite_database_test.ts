import { assertEquals, assertThrows } from "@std/assert";
import { join } from "node:path";
import { MAX_STATEMENTS, openSqlite } from "./sqlite_database.ts";

Deno.test("openSqlite() makes the folder, and the data outlives the connection", () => {
  const folder = Deno.makeTempDirSync();
  try {
    const path = join(folder, "a", "b", "data.db");
    {
      using database = openSqlite({ path });
      database.exec("CREATE TABLE t (x); INSERT INTO t VALUES (1)");
    }
    assertEquals(
      [...Deno.readDirSync(join(folder, "a", "b"))].map(({ name }) => name),
      ["data.db"],
    ); // no log left behind
    using database = openSqlite({ path });
    assertEquals(database.prepare("SELECT x FROM t").get()?.x, 1);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("openSqlite() sets what the design promises", () => {
  const folder = Deno.makeTempDirSync();
  try {
    for (
      const [durability, synchronous] of [["full", 2], ["normal", 1]] as const
    ) {
      using database = openSqlite({
        path: join(folder, `${durability}.db`),
        durability,
      });
      assertEquals(
        database.prepare("PRAGMA journal_mode").get()?.journal_mode,
        "wal",
      );
      assertEquals(
        database.prepare("PRAGMA synchronous").get()?.synchronous,
        synchronous,
      );
      assertEquals(
        database.prepare("PRAGMA foreign_keys").get()?.foreign_keys,
        1,
      );
      assertEquals(
        database.prepare("PRAGMA busy_timeout").get()?.timeout,
        5000,
      );
    }
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("openSqlite() says which file it cannot open", () => {
  const folder = Deno.makeTempDirSync();
  try {
    const path = join(folder, "no.db");
    Deno.writeTextFileSync(
      path,
      "this is no database, but it is long enough to be looked at as one",
    );
    assertThrows(
      () => openSqlite({ path }),
      Error,
      `Cannot open the database "${path}": `,
    );
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("SqliteDatabase.transaction() does all or nothing", () => {
  using database = openSqlite({ path: ":memory:" });
  database.exec("CREATE TABLE t (x)");
  const count = () => database.prepare("SELECT count(*) AS n FROM t").get()?.n;
  assertThrows(
    () =>
      database.transaction(() => {
        database.exec("INSERT INTO t VALUES (1)");
        throw new Error("stop");
      }),
    Error,
    "stop",
  );
  assertEquals(count(), 0);
  assertEquals(
    database.transaction(() =>
      database.prepare("INSERT INTO t VALUES (1)").run().changes
    ),
    1,
  );
  assertEquals(count(), 1);
});

Deno.test("SqliteDatabase.transaction() tells the cause when SQLite has rolled back already", () => {
  using database = openSqlite({ path: ":memory:" });
  assertThrows(
    () =>
      database.transaction(() => {
        database.exec("ROLLBACK");
        throw new Error("disk full");
      }),
    Error,
    "disk full",
  );
});

Deno.test("SqliteDatabase.prepare() keeps statements, but not without end", () => {
  using database = openSqlite({ path: ":memory:" });
  const first = database.prepare("SELECT 0");
  assertEquals(database.prepare("SELECT 0") === first, true);
  for (let i = 1; i <= MAX_STATEMENTS; i++) database.prepare(`SELECT ${i}`);
  assertEquals(database.prepare("SELECT 0") === first, false);
});
