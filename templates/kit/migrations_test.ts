import { assertEquals, assertThrows } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate, type Migration, readMigrations } from "./migrations.ts";
import { openSqlite, type SqliteDatabase } from "./sqlite_database.ts";

const FIRST: Migration = {
  name: "0001_first",
  sql: "CREATE TABLE a (id TEXT PRIMARY KEY);\nINSERT INTO a VALUES ('1');",
};
const SECOND: Migration = {
  name: "0002_second",
  sql:
    "CREATE TABLE b (a TEXT REFERENCES a (id) ON DELETE CASCADE); INSERT INTO b VALUES ('1');",
};

Deno.test("migrate() applies what is new, once, in order", () => {
  using database = openSqlite({ path: ":memory:" });
  assertEquals(migrate(database, []), []);
  assertEquals(migrate(database, [FIRST]), ["0001_first"]);
  assertEquals(migrate(database, [FIRST, SECOND]), ["0002_second"]);
  assertEquals(migrate(database, [FIRST, SECOND]), []);
  assertEquals(count(database, "a"), 1);
});

Deno.test("migrate() takes other line ends for the same migration", () => {
  using database = openSqlite({ path: ":memory:" });
  migrate(database, [FIRST]);
  assertEquals(
    migrate(database, [{ ...FIRST, sql: FIRST.sql.replace("\n", "\r\n") }]),
    [],
  );
});

Deno.test("migrate() refuses a history that is not its own, and leaves it", () => {
  using database = openSqlite({ path: ":memory:" });
  migrate(database, [FIRST, SECOND]);
  const cases: readonly (readonly [readonly Migration[], string])[] = [
    [
      [{ ...FIRST, sql: "SELECT 1" }, SECOND],
      '"0001_first" was changed after it was applied',
    ],
    [
      [FIRST],
      'it has "0002_second", which this version of the program does not know',
    ],
    [
      [FIRST, { name: "0001_between", sql: "SELECT 1" }, SECOND],
      'found "0002_second" as step 2, wanted "0001_between"',
    ],
  ];
  for (const [migrations, message] of cases) {
    assertThrows(() => migrate(database, migrations), Error, message);
  }
  assertEquals(migrate(database, [FIRST, SECOND]), []);
});

Deno.test("migrate() applies a migration whole or not at all", () => {
  using database = openSqlite({ path: ":memory:" });
  const broken = {
    name: "0002_broken",
    sql: "CREATE TABLE c (x); INSERT INTO nowhere VALUES (1);",
  };
  assertThrows(
    () => migrate(database, [FIRST, broken]),
    Error,
    'Cannot apply migration "0002_broken": no such table',
  );
  assertThrows(() => database.prepare("SELECT * FROM c"));
  assertEquals(migrate(database, [FIRST, SECOND]), ["0002_second"]); // the first one stayed
});

Deno.test("migrate() lets a step rebuild a table without deleting what refers to it", () => {
  using database = openSqlite({ path: ":memory:" });
  const rebuild = {
    name: "0003_rebuild",
    sql:
      "CREATE TABLE a_new (id TEXT PRIMARY KEY, x TEXT); INSERT INTO a_new SELECT id, NULL FROM a; DROP TABLE a; ALTER TABLE a_new RENAME TO a;",
  };
  migrate(database, [FIRST, SECOND, rebuild]);
  assertEquals(count(database, "b"), 1);
  assertEquals(database.prepare("PRAGMA foreign_keys").get()?.foreign_keys, 1);
});

Deno.test("migrate() refuses a step that leaves a reference to nothing", () => {
  using database = openSqlite({ path: ":memory:" });
  const careless = { name: "0003_careless", sql: "DELETE FROM a" };
  assertThrows(
    () => migrate(database, [FIRST, SECOND, careless]),
    Error,
    'Cannot apply migration "0003_careless": it leaves a row in "b" that refers to a missing row in "a"',
  );
  assertEquals(count(database, "a"), 1);
  assertEquals(database.prepare("PRAGMA foreign_keys").get()?.foreign_keys, 1);
});

Deno.test("migrate() is safe in several processes at once, with permission for the data folder only", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const script = join(folder, "start.ts");
    const data = join(folder, "data");
    await Deno.writeTextFile(
      script,
      `
      import { migrate } from "${import.meta.resolve("./migrations.ts")}";
      import { openSqlite } from "${
        import.meta.resolve("./sqlite_database.ts")
      }";
      using database = openSqlite({ path: ${
        JSON.stringify(join(data, "data.db"))
      } });
      console.log(JSON.stringify(migrate(database, ${
        JSON.stringify([FIRST, SECOND])
      })));
    `,
    );
    const args = [
      "run",
      `--config=${fileURLToPath(import.meta.resolve("../../deno.json"))}`,
      "--no-lock",
      "--no-check",
      `--allow-read=${data}`,
      `--allow-write=${data}`,
      script,
    ];
    const outputs = await Promise.all(
      Array.from(
        { length: 4 },
        () =>
          new Deno.Command(Deno.execPath(), {
            args,
            stdout: "piped",
            stderr: "piped",
          }).output(),
      ),
    );
    const texts = outputs.map(({ stdout, stderr, success }) =>
      success
        ? new TextDecoder().decode(stdout)
        : new TextDecoder().decode(stderr)
    );
    const applied = texts.flatMap((text): string[] => JSON.parse(text));
    assertEquals(applied.toSorted(), ["0001_first", "0002_second"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("readMigrations() reads the .sql files of a folder in order", () => {
  const folder = Deno.makeTempDirSync();
  try {
    for (const name of ["0002_b.sql", "0001_a.sql", "notes.md"]) {
      Deno.writeTextFileSync(join(folder, name), `-- ${name}`);
    }
    assertEquals(readMigrations(folder), [{
      name: "0001_a",
      sql: "-- 0001_a.sql",
    }, { name: "0002_b", sql: "-- 0002_b.sql" }]);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

function count(database: SqliteDatabase, table: string): unknown {
  return database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n;
}
