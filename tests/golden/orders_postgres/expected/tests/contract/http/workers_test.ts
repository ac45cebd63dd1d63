/**
 * Several workers: they share a port and a database, and are one system from the outside.
 *
 * @module
 */
import { readSystemConfig } from "../../../config/system_config.ts";
import { openTestSchema } from "../../../kit/postgres_test_schema.ts";
import { expectTeam } from "../../../kit/worker_trials.ts";

Deno.test("two workers answer as one system, count every request once and stop clean", async () => {
  await using schema = await openTestSchema();
  const config = readSystemConfig(
    new Map([
      ["WORKERS", "2"],
      ["HOST", "127.0.0.1"],
      ["PORT", "0"],
      ["LOG_LEVEL", "error"],
      ["DATABASE_URL", schema.url],
      ["DATABASE_CONNECTIONS", "4"],
    ]),
  );
  await expectTeam(
    config,
    () =>
      new Worker(new URL("../../../worker.ts", import.meta.url), {
        type: "module",
      }),
  );
});
