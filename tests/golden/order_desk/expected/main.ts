/**
 * The order desk system.
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
import { OrderAPIGateway } from "./components/api_gateway.ts";
import { OrderController } from "./components/order_controller.ts";
import { OrderStore } from "./components/order_store.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { healthWith } from "./kit/database_health.ts";
import { migrate, readMigrations } from "./kit/migrations.ts";
import { FileStore } from "./kit/file_store.ts";
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
  readonly apiGateway: OrderAPIGateway;
  /** Keeps the rules for an order: answers requests with the help of the store. */
  readonly orderController: OrderController;
  /** Keeps every order: executes one command at a time. */
  readonly orderStore: OrderStore;
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
    name: "order_desk",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new OrderAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
    files: new FileStore(config.filesDir),
  });
  const orderController = new OrderController("order_controller", {});
  const orderStore = new OrderStore("order_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(orderController)
    .registerComponent(orderStore)
    .connect("api_gateway.order_requests", "order_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("order_controller.store_operation", "order_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return { harness, apiGateway, orderController, orderStore };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
