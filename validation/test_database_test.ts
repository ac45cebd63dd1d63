import { assert, assertEquals } from "@std/assert";
import { openPostgres } from "../templates/kit/postgres_database.ts";
import { testWithPostgres } from "../templates/kit/test_with_postgres.ts";
import { openTestDatabase } from "./test_database.ts";

Deno.test("openTestDatabase() starts nothing for a system that keeps its data elsewhere", async () => {
  await using database = await openTestDatabase({ engine: "sqlite" });
  assertEquals([database.env, database.missing], [{}, undefined]);
});

await testWithPostgres("openTestDatabase()", async (t) => {
  await t.step("gives the system an empty place, and drops it", async () => {
    await using database = await openTestDatabase({ engine: "postgres" });
    const { DATABASE_URL = "", TEST_DATABASE_URL = "" } = database.env;
    assert(DATABASE_URL.startsWith(TEST_DATABASE_URL));
    await using place = await openPostgres({ url: DATABASE_URL });
    const tables = await place.query(
      "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema()",
    );
    assertEquals(tables.count, 0);
  });
});
