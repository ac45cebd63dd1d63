import { assert, assertEquals, assertRejects } from "@std/assert";
import { ComponentUnavailable } from "@autocoder/harness";
import { fileURLToPath } from "node:url";
import { postgresBlog } from "./example_blog_postgres.ts";
import { openPostgres, type PostgresDatabase } from "./postgres_database.ts";
import { migratePostgres, type Migration } from "./postgres_migrations.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

Deno.test("openPostgres() says where it could not connect, and shows no password", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const error = await assertRejects(
    () => openPostgres({ url: `postgres://me:secret@127.0.0.1:${port}/shop` }),
    Error,
    `Cannot open the database "127.0.0.1:${port}/shop": `,
  );
  assert(!error.message.includes("secret"), error.message);
  await assertRejects(
    () => openPostgres({ url: "mysql://me:secret@127.0.0.1/shop" }),
    TypeError,
    "found a wrong URL",
  );
});

await testWithPostgres("PostgresDatabase", async (t, url) => {
  await using schema = await openTestSchema(url);
  await using database = await openPostgres({ url: schema.url });
  await t.step(
    "does colliding work again, and nothing of it twice",
    () => retries(database),
  );
  await t.step("gets through a deadlock", () => untangles(database));
  await t.step(
    "does all of a transaction or nothing",
    () => isAtomic(database),
  );
  await t.step(
    "is not available while the server sends it away, and then again",
    () => comesBack(url),
  );
  await t.step(
    "is migrated once by two processes at the same time",
    () => migratesOnce(url),
  );
  await t.step(
    "refuses a history that is not its own",
    () => refusesOtherHistory(url),
  );
  await t.step(
    "keeps what was acknowledged to a process that is killed",
    () => survivesKills(url),
  );
});

async function retries(database: PostgresDatabase): Promise<void> {
  await database.exec("CREATE TABLE tries (n int)");
  let attempts = 0;
  const result = await database.transaction(async (session) => {
    await session.query("INSERT INTO tries VALUES ($1)", [++attempts]);
    if (attempts < 3) {
      await session.exec(
        "DO $$ BEGIN RAISE EXCEPTION 'collided' USING ERRCODE = '40001'; END $$",
      );
    }
    return "done";
  });
  assertEquals(result, "done");
  const rows = await database.query("SELECT n FROM tries");
  assertEquals(rows.map(({ n }) => n), [3]);
}

/** Each holds the row that the other wants next. */
async function untangles(database: PostgresDatabase): Promise<void> {
  await database.exec(
    "CREATE TABLE pair (id int PRIMARY KEY, n int); INSERT INTO pair VALUES (1, 0), (2, 0)",
  );
  const both = Promise.withResolvers<void>();
  let holding = 0;
  const add = (first: number, second: number) =>
    database.transaction(async (session) => {
      const sql = "UPDATE pair SET n = n + 1 WHERE id = $1";
      await session.query(sql, [first]);
      if (++holding === 2) both.resolve();
      await both.promise;
      await session.query(sql, [second]);
    });
  await Promise.all([add(1, 2), add(2, 1)]);
  const rows = await database.query("SELECT n FROM pair");
  assertEquals(rows.map(({ n }) => n), [2, 2]);
}

async function isAtomic(database: PostgresDatabase): Promise<void> {
  await database.exec("CREATE TABLE whole (n int)");
  await assertRejects(
    () =>
      database.transaction(async (session) => {
        await session.query("INSERT INTO whole VALUES ($1)", [1]);
        throw new Error("changed my mind");
      }),
    Error,
    "changed my mind",
  );
  assertEquals((await database.query("SELECT n FROM whole")).count, 0);
}

async function comesBack(url: string): Promise<void> {
  const name = `lost_${crypto.randomUUID().replaceAll("-", "")}`;
  const lost = new URL(url);
  lost.pathname = `/${name}`;
  await using admin = await openPostgres({ url, connections: 1 });
  await admin.exec(`CREATE DATABASE ${name}`);
  const events: string[] = [];
  {
    await using database = await openPostgres({
      url: lost.href,
      log: ({ event }) => events.push(event),
    });
    assertEquals(database.available, true);
    let change = database.changed;
    await admin.exec(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
      [name],
    );
    assertEquals(await change, false);
    await assertRejects(() => database.query("SELECT 1"), ComponentUnavailable);
    change = database.changed;
    await admin.exec(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    assertEquals(await change, true);
    assertEquals((await database.query("SELECT 1")).count, 1);
  }
  assertEquals(events, ["database_lost", "database_back"]);
  await admin.exec(`DROP DATABASE ${name}`);
}

async function migratesOnce(url: string): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await using schema = await openTestSchema(url);
    const ends = await Promise.all(
      [1, 2].map(() => fixture(schema.url, "open").output()),
    );
    assertEquals(ends.map(({ code }) => code), [0, 0]);
    await using blog = await postgresBlog(schema.url);
    const history = await blog.database.query("SELECT name FROM _migrations");
    assertEquals(history.map(({ name }) => name), ["0001_create_blog"]);
  }
}

async function refusesOtherHistory(url: string): Promise<void> {
  const first = { name: "0001_first", sql: "CREATE TABLE a (n int)" };
  const second = { name: "0002_second", sql: "CREATE TABLE b (n int)" };
  await using schema = await openTestSchema(url);
  await using database = await openPostgres({ url: schema.url });
  const apply = (...migrations: Migration[]) =>
    migratePostgres(database, migrations);
  assertEquals(await apply(first), ["0001_first"]);
  assertEquals(await apply(first, second), ["0002_second"]);
  assertEquals(await apply(first, second), []);
  await assertRejects(
    () => apply({ ...first, sql: "SELECT 1" }, second),
    Error,
    '"0001_first" was changed after it was applied',
  );
  await assertRejects(() => apply(first), Error, "does not know");
  const broken = {
    name: "0003_broken",
    sql: "CREATE TABLE c (n int); SELECT x",
  };
  await assertRejects(
    () => apply(first, second, broken),
    Error,
    'Cannot apply migration "0003_broken"',
  );
  const { count } = await database.query(
    "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'c'",
  );
  assertEquals(count, 0);
}

async function survivesKills(url: string): Promise<void> {
  await using schema = await openTestSchema(url);
  const acknowledged: string[] = [];
  for (let round = 1; round <= KILLS; round++) {
    const child = fixture(schema.url, "write").spawn();
    const goal = acknowledged.length + 5 * round;
    let text = "";
    for await (
      const part of child.stdout.pipeThrough(new TextDecoderStream())
    ) {
      const lines = (text + part).split("\n");
      text = lines.pop() ?? "";
      acknowledged.push(...lines.filter((line) => line !== "open"));
      if (acknowledged.length >= goal) {
        try {
          child.kill("SIGKILL");
        } catch {
          // It is dead already, and this is the rest of what it said.
        }
      }
    }
    await child.status;
  }
  await using blog = await postgresBlog(schema.url);
  const stored = await blog.database.query("SELECT id FROM authors");
  const ids = new Set(stored.map(({ id }) => id));
  assertEquals(acknowledged.filter((id) => !ids.has(id)), []);
  assert(acknowledged.length >= 5 * KILLS);
}

function fixture(url: string, task: string): Deno.Command {
  const path = fileURLToPath(new URL("postgres_fixture.ts", import.meta.url));
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", path, url, task],
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  });
}

const KILLS = 10;
