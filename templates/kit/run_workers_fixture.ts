/**
 * The process that `run_workers_test.ts` starts.
 *
 * @module
 */
import type { LogLevel } from "@autocoder/harness";
import { LOG_LEVELS } from "./json_log.ts";
import { runWorkers } from "./run_workers.ts";
import { buildFixture, type FixtureConfig } from "./serve_as_worker_fixture.ts";
import { type Environment, integer, oneOf, readSettings } from "./settings.ts";

function readConfig(environment: Environment): FixtureConfig {
  const settings = readSettings({
    WORKERS: integer({ default: 1, min: 1, max: 64 }),
    PORT: integer({ default: 0, min: 0, max: 65535 }),
    LOG_LEVEL: oneOf<LogLevel>(LOG_LEVELS, { default: "info" }),
    CONNECTIONS: integer({ default: 10, min: 1 }),
  }, environment);
  return {
    workers: settings.WORKERS,
    host: "127.0.0.1",
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    databaseConnections: settings.CONNECTIONS,
  };
}

await runWorkers({
  readConfig,
  build: (config, log) => buildFixture(config, log),
  prepare: () => {
    Deno.stdout.writeSync(
      new TextEncoder().encode('{"event":"prepared"}\n'),
    );
    return Promise.resolve();
  },
  createWorker: () =>
    new Worker(new URL("./serve_as_worker_fixture.ts", import.meta.url), {
      type: "module",
    }),
});
