/**
 * The field settings system.
 *
 * Builds the system: its components, and the channels between them.
 *
 * @module
 */
import {
  type Log,
  SystemExecutionHarness,
  toPrometheus,
} from "@autocoder/harness";
import { fileURLToPath } from "node:url";
import { ThingAPIGateway } from "./components/api_gateway.ts";
import { ThingController } from "./components/thing_controller.ts";
import { ThingStore } from "./components/thing_store.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { healthWith } from "./kit/database_health.ts";
import { migrate, readMigrations } from "./kit/migrations.ts";
import { runSystem } from "./kit/run_system.ts";
import { openSqlite } from "./kit/sqlite_database.ts";
import { SUPERVISION } from "./kit/supervision.ts";

/**
 * A system that is built: its harness and its components.
 *
 * @internal
 */
export interface System {
  /** Starts, watches and stops the components. */
  readonly harness: SystemExecutionHarness;
  /** Serves the REST API and passes each request on to its controller. */
  readonly apiGateway: ThingAPIGateway;
  /** Keeps the rules for a thing: answers requests with the help of the store. */
  readonly thingController: ThingController;
  /** Keeps every thing: executes one command at a time. */
  readonly thingStore: ThingStore;
}

/**
 * Builds the system without starting it; the harness owns all of it, the database too.
 *
 * @internal
 */
export function buildSystem(config: SystemConfig, log?: Log): System {
  const database = openSqlite({
    path: config.databasePath,
    durability: "full",
  });
  migrate(database, readMigrations(MIGRATIONS));
  const harness = new SystemExecutionHarness({
    name: "field_settings",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new ThingAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const thingController = new ThingController("thing_controller", {});
  const thingStore = new ThingStore("thing_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(thingController)
    .registerComponent(thingStore)
    .connect("api_gateway.thing_requests", "thing_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("thing_controller.store_operation", "thing_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return { harness, apiGateway, thingController, thingStore };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
