/**
 * Tests of the kit that need a PostgreSQL server.
 *
 * @module
 */
import { openPostgres } from "./postgres_database.ts";
import { findPostgres, startPostgresServer } from "./postgres_server.ts";

/** Registers a test, with steps, on a server of its own or the one of the run; skipped, and says why, where there is none. */
export async function testWithPostgres(
  name: string,
  test: (t: Deno.TestContext, url: string) => Promise<void>,
): Promise<void> {
  const found = Deno.env.get("TEST_DATABASE_URL")
    ? undefined
    : await findPostgres();
  if (found !== undefined && "missing" in found) {
    Deno.test.ignore(`${name} (skipped: ${found.missing})`, () => {});
    return;
  }
  Deno.test(name, async (t) => {
    const server = await startPostgresServer();
    if ("missing" in server) throw new Error(server.missing);
    await using _server = server;
    await using database = await openDatabase(server.url);
    await test(t, database.url);
  });
}

/** A database whose own order of text is a dictionary's, as many servers have it: the columns must keep theirs. */
async function openDatabase(
  serverUrl: string,
): Promise<{ readonly url: string } & AsyncDisposable> {
  const name = `kit_${crypto.randomUUID().replaceAll("-", "")}`;
  const execute = async (sql: string) => {
    await using server = await openPostgres({ url: serverUrl, connections: 1 });
    await server.exec(sql);
  };
  await execute(
    `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US'`,
  );
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => execute(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
