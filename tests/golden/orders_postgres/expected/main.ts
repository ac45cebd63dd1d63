/**
 * Order desk API on PostgreSQL.
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
import { OrderDeskAPIGateway } from "./components/api_gateway.ts";
import { CustomerController } from "./components/customer_controller.ts";
import { CustomerStore } from "./components/customer_store.ts";
import { OrderController } from "./components/order_controller.ts";
import { OrderStore } from "./components/order_store.ts";
import { OrderLineController } from "./components/order_line_controller.ts";
import { OrderLineStore } from "./components/order_line_store.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { healthWith } from "./kit/database_health.ts";
import {
  openMigratedPostgres,
  readMigrations,
} from "./kit/postgres_migrations.ts";
import { runWorkers } from "./kit/run_workers.ts";
import type { WorkerSeat } from "./kit/serve_as_worker.ts";
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
  readonly apiGateway: OrderDeskAPIGateway;
  /** Keeps the rules for a customer: answers requests with the help of the store. */
  readonly customerController: CustomerController;
  /** Keeps every customer: executes one command at a time. */
  readonly customerStore: CustomerStore;
  /** Keeps the rules for an order: answers requests with the help of the store. */
  readonly orderController: OrderController;
  /** Keeps every order: executes one command at a time. */
  readonly orderStore: OrderStore;
  /** Keeps the rules for an order line: answers requests with the help of the store. */
  readonly orderLineController: OrderLineController;
  /** Keeps every order line: executes one command at a time. */
  readonly orderLineStore: OrderLineStore;
}

/**
 * Builds the system without starting it, on a database that has all migrations; the harness owns all of it, the
 * connections too. Rejects if the database cannot be reached or migrated.
 *
 * @internal
 */
export async function buildSystem(
  config: SystemConfig,
  log?: Log,
  seat?: WorkerSeat,
): Promise<System> {
  const database = await openMigratedPostgres({
    url: config.databaseUrl,
    connections: config.databaseConnections,
    durability: "full",
    name: "order_desk",
    log,
  }, readMigrations(MIGRATIONS));
  const harness = new SystemExecutionHarness({
    name: "order_desk",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new OrderDeskAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
    seat,
  });
  const customerController = new CustomerController("customer_controller", {});
  const customerStore = new CustomerStore("customer_store", { database });
  const orderController = new OrderController("order_controller", {});
  const orderStore = new OrderStore("order_store", { database });
  const orderLineController = new OrderLineController(
    "order_line_controller",
    {},
  );
  const orderLineStore = new OrderLineStore("order_line_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(customerController)
    .registerComponent(customerStore)
    .registerComponent(orderController)
    .registerComponent(orderStore)
    .registerComponent(orderLineController)
    .registerComponent(orderLineStore)
    .connect(
      "api_gateway.customer_requests",
      "customer_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.order_requests", "order_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.order_line_requests",
      "order_line_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("customer_controller.store_operation", "customer_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("order_controller.store_operation", "order_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "order_line_controller.store_operation",
      "order_line_store.execute",
      { type: "request_reply", bufferSize: 100 },
    );
  return {
    harness,
    apiGateway,
    customerController,
    customerStore,
    orderController,
    orderStore,
    orderLineController,
    orderLineStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runWorkers({
    readConfig: readSystemConfig,
    build: async (config, log) => (await buildSystem(config, log)).harness,
    prepare: async ({ databaseUrl: url }) => {
      const database = await openMigratedPostgres(
        { url, connections: 1 },
        readMigrations(MIGRATIONS),
      );
      await database[Symbol.asyncDispose]();
    },
    createWorker: () =>
      new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
  });
}
