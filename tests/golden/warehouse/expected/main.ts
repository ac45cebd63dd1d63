/**
 * Products of a warehouse and what is taken out of it.
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
import { WarehouseAPIGateway } from "./components/api_gateway.ts";
import { SupplierController } from "./components/supplier_controller.ts";
import { SupplierStore } from "./components/supplier_store.ts";
import { ProductController } from "./components/product_controller.ts";
import { ProductStore } from "./components/product_store.ts";
import { WithdrawalController } from "./components/withdrawal_controller.ts";
import { WithdrawalStore } from "./components/withdrawal_store.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { EntityCaches } from "./kit/entity_caches.ts";
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
  /** Keeps what was read for a while. */
  readonly caches: EntityCaches;
  /** Serves the REST API and passes each request on to its controller. */
  readonly apiGateway: WarehouseAPIGateway;
  /** Keeps the rules for a supplier: answers requests with the help of the store. */
  readonly supplierController: SupplierController;
  /** Keeps every supplier: executes one command at a time. */
  readonly supplierStore: SupplierStore;
  /** Keeps the rules for a product: answers requests with the help of the store. */
  readonly productController: ProductController;
  /** Keeps every product: executes one command at a time. */
  readonly productStore: ProductStore;
  /** Keeps the rules for a withdrawal: answers requests with the help of the store. */
  readonly withdrawalController: WithdrawalController;
  /** Keeps every withdrawal: executes one command at a time. */
  readonly withdrawalStore: WithdrawalStore;
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
    name: "warehouse",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);
  const caches = new EntityCaches();

  const apiGateway = new WarehouseAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()) + caches.toPrometheus(),
    rateLimit: config.rateLimit,
  });
  const supplierController = new SupplierController("supplier_controller", {});
  const supplierStore = new SupplierStore("supplier_store", {
    database,
    caches,
  });
  const productController = new ProductController("product_controller", {});
  const productStore = new ProductStore("product_store", { database, caches });
  const withdrawalController = new WithdrawalController(
    "withdrawal_controller",
    {},
  );
  const withdrawalStore = new WithdrawalStore("withdrawal_store", {
    database,
    caches,
  });
  harness
    .registerComponent(apiGateway)
    .registerComponent(supplierController)
    .registerComponent(supplierStore)
    .registerComponent(productController)
    .registerComponent(productStore)
    .registerComponent(withdrawalController)
    .registerComponent(withdrawalStore)
    .connect(
      "api_gateway.supplier_requests",
      "supplier_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.product_requests",
      "product_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.withdrawal_requests",
      "withdrawal_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("supplier_controller.store_operation", "supplier_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("product_controller.store_operation", "product_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "withdrawal_controller.store_operation",
      "withdrawal_store.execute",
      { type: "request_reply", bufferSize: 100 },
    );
  return {
    harness,
    caches,
    apiGateway,
    supplierController,
    supplierStore,
    productController,
    productStore,
    withdrawalController,
    withdrawalStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
