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
    const data = join(folder, "data");
    const script = join(folder, "start.ts");
    await Deno.writeTextFile(script, startScript(data));
    const starters = Array.from({ length: 4 }, () => new Starter(script, data));
    // One new file after the other: what goes wrong in a few of a hundred starts is to be seen.
    for (let round = 0; round < 25; round++) {
      const applied = await Promise.all(
        starters.map((starter) => starter.next()),
      );
      assertEquals(applied.flat().toSorted(), ["0001_first", "0002_second"]);
    }
    await Promise.all(starters.map((starter) => starter.end()));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

/** A process that opens and migrates one database after the other, the next one whenever it is told to. */
class Starter {
  readonly #process: Deno.ChildProcess;
  readonly #input: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  readonly #output: ReadableStreamDefaultReader<Uint8Array>;

  constructor(script: string, data: string) {
    const args = [
      "run",
      `--config=${fileURLToPath(import.meta.resolve("../../deno.json"))}`,
      "--no-lock",
      "--no-check",
      `--allow-read=${data}`,
      `--allow-write=${data}`,
      script,
    ];
    const options = { args, stdin: "piped", stdout: "piped" } as const;
    this.#process = new Deno.Command(Deno.execPath(), options).spawn();
    this.#input = this.#process.stdin.getWriter();
    this.#output = this.#process.stdout.getReader();
  }

  /** Has it open its next database, and gives the names of the migrations that it applied. */
  async next(): Promise<string[]> {
    await this.#input.write(new Uint8Array(1));
    const { value } = await this.#output.read(); // it writes one line, which is far below what a pipe splits
    return value === undefined
      ? ["the process has ended"]
      : JSON.parse(new TextDecoder().decode(value));
  }

  async end(): Promise<void> {
    await this.#input.close();
    assertEquals((await this.#process.status).success, true);
    await this.#output.cancel();
  }
}

function startScript(data: string): string {
  return `
    import { migrate } from "${import.meta.resolve("./migrations.ts")}";
    import { openSqlite } from "${import.meta.resolve("./sqlite_database.ts")}";
    const told = new Uint8Array(1);
    for (let round = 0; Deno.stdin.readSync(told) !== null; round++) {
      using database = openSqlite({ path: \`${data}/\${round}.db\` });
      console.log(JSON.stringify(migrate(database, ${
    JSON.stringify([FIRST, SECOND])
  })));
    }
  `;
}

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
