/**
 * An empty place in a test's database.
 *
 * @module
 */
import { openPostgres } from "./postgres_database.ts";

/** A schema of its own: what one test keeps, no other sees. Disposing of it drops it with all that is in it. */
export interface TestSchema extends AsyncDisposable {
  /** The URL of the database, with the schema as its place for tables. */
  readonly url: string;
}

/** Makes a schema in the database that `TEST_DATABASE_URL` names; `deno task test` sets that variable. */
export async function openTestSchema(
  testUrl: string | undefined = Deno.env.get("TEST_DATABASE_URL"),
): Promise<TestSchema> {
  if (!testUrl) {
    throw new Error(
      "Cannot test without a database: run deno task test, or set TEST_DATABASE_URL",
    );
  }
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await execute(testUrl, `CREATE SCHEMA ${name}`);
  const url = new URL(testUrl);
  url.searchParams.set("search_path", name);
  return {
    url: url.href,
    [Symbol.asyncDispose]: () =>
      execute(testUrl, `DROP SCHEMA ${name} CASCADE`),
  };
}

/** Takes the foreign keys from all tables of a schema, for tests about one table alone. */
export async function dropForeignKeys(url: string): Promise<void> {
  await execute(
    url,
    `DO $$
    DECLARE key record;
    BEGIN
      FOR key IN SELECT conname, conrelid::regclass AS place FROM pg_constraint
        WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
      LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', key.place, key.conname);
      END LOOP;
    END $$`,
  );
}

async function execute(url: string, sql: string): Promise<void> {
  await using database = await openPostgres({ url, connections: 1 });
  await database.exec(sql);
}
