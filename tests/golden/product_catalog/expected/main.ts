/**
 * The product system.
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
import { ProductAPIGateway } from "./components/api_gateway.ts";
import { ProductController } from "./components/product_controller.ts";
import { ProductStore } from "./components/product_store.ts";
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
  readonly apiGateway: ProductAPIGateway;
  /** Keeps the rules for a product: answers requests with the help of the store. */
  readonly productController: ProductController;
  /** Keeps every product: executes one command at a time. */
  readonly productStore: ProductStore;
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
    name: "product",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new ProductAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const productController = new ProductController("product_controller", {});
  const productStore = new ProductStore("product_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(productController)
    .registerComponent(productStore)
    .connect(
      "api_gateway.product_requests",
      "product_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("product_controller.store_operation", "product_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return { harness, apiGateway, productController, productStore };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
