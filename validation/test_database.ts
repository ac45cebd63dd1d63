/**
 * The PostgreSQL server that a system under verification works with.
 *
 * @module
 */
import type { SystemModel } from "../generator/model/system_model.ts";
import { startPostgresServer } from "../templates/kit/postgres_server.ts";

/** Where the system under verification finds its database; disposing of it leaves nothing behind. */
export interface TestDatabase extends AsyncDisposable {
  /** The settings that its processes get. */
  readonly env: Readonly<Record<string, string>>;
  /** Why there is none, though the system needs one. */
  readonly missing?: string;
}

/** Starts a server, or takes the one that `TEST_DATABASE_URL` names, for a system that keeps its data in PostgreSQL. */
export async function openTestDatabase(
  model: Pick<SystemModel, "engine"> | undefined,
): Promise<TestDatabase> {
  if (model?.engine !== "postgres") return without();
  const server = await startPostgresServer();
  if ("missing" in server) return without(server.missing);
  try {
    // Only here, so that other systems are verified without the driver.
    const { openTestSchema } = await import(
      "../templates/kit/postgres_test_schema.ts"
    );
    const schema = await openTestSchema(server.url);
    return {
      env: { DATABASE_URL: schema.url, TEST_DATABASE_URL: server.url },
      async [Symbol.asyncDispose]() {
        await schema[Symbol.asyncDispose]();
        await server[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await server[Symbol.asyncDispose]();
    throw error;
  }
}

function without(missing?: string): TestDatabase {
  return {
    env: {},
    ...(missing === undefined ? {} : { missing }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
