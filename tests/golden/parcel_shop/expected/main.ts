/**
 * Orders with shipping costs by weight and zone.
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
import type { Client } from "./client/client.ts";
import type { CustomEndpoint } from "./kit/custom_endpoint.ts";
import { healthWith } from "./kit/database_health.ts";
import { migrate, readMigrations } from "./kit/migrations.ts";
import { LogicTally } from "./kit/logic_tally.ts";
import { runSystem } from "./kit/run_system.ts";
import { openSqlite } from "./kit/sqlite_database.ts";
import { SUPERVISION } from "./kit/supervision.ts";
import { SYSTEM_ENDPOINTS } from "./logic/system_endpoints.ts";
import { SYSTEM_LOGIC, type SystemLogic } from "./logic/system_logic.ts";

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
export function buildSystem(
  config: SystemConfig,
  log?: Log,
  logic: SystemLogic = SYSTEM_LOGIC,
  endpoints: readonly CustomEndpoint<Client>[] = SYSTEM_ENDPOINTS,
): System {
  const database = openSqlite({
    path: config.databasePath,
    durability: "full",
  });
  migrate(database, readMigrations(MIGRATIONS));
  const harness = new SystemExecutionHarness({
    name: "parcel_shop",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);
  const logicTally = new LogicTally();

  const apiGateway = new OrderAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()) + logicTally.toPrometheus(),
    endpoints,
    tally: logicTally,
  });
  const orderController = new OrderController("order_controller", {
    logic: logic.order,
    tally: logicTally,
  });
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
