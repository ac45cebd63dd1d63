/**
 * Who has which tool, and when.
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
import { ToolRentalAPIGateway } from "./components/api_gateway.ts";
import { ToolController } from "./components/tool_controller.ts";
import { ToolStore } from "./components/tool_store.ts";
import { RentalController } from "./components/rental_controller.ts";
import { RentalStore } from "./components/rental_store.ts";
import { ShiftController } from "./components/shift_controller.ts";
import { ShiftStore } from "./components/shift_store.ts";
import { SaleController } from "./components/sale_controller.ts";
import { SaleStore } from "./components/sale_store.ts";
import { ItemController } from "./components/item_controller.ts";
import { ItemStore } from "./components/item_store.ts";
import { ClientController } from "./components/client_controller.ts";
import { ClientStore } from "./components/client_store.ts";
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
  readonly apiGateway: ToolRentalAPIGateway;
  /** Keeps the rules for a tool: answers requests with the help of the store. */
  readonly toolController: ToolController;
  /** Keeps every tool: executes one command at a time. */
  readonly toolStore: ToolStore;
  /** Keeps the rules for a rental: answers requests with the help of the store. */
  readonly rentalController: RentalController;
  /** Keeps every rental: executes one command at a time. */
  readonly rentalStore: RentalStore;
  /** Keeps the rules for a shift: answers requests with the help of the store. */
  readonly shiftController: ShiftController;
  /** Keeps every shift: executes one command at a time. */
  readonly shiftStore: ShiftStore;
  /** Keeps the rules for a sale: answers requests with the help of the store. */
  readonly saleController: SaleController;
  /** Keeps every sale: executes one command at a time. */
  readonly saleStore: SaleStore;
  /** Keeps the rules for an item: answers requests with the help of the store. */
  readonly itemController: ItemController;
  /** Keeps every item: executes one command at a time. */
  readonly itemStore: ItemStore;
  /** Keeps the rules for a client: answers requests with the help of the store. */
  readonly clientController: ClientController;
  /** Keeps every client: executes one command at a time. */
  readonly clientStore: ClientStore;
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
    name: "tool_rental",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new ToolRentalAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const toolController = new ToolController("tool_controller", {});
  const toolStore = new ToolStore("tool_store", { database });
  const rentalController = new RentalController("rental_controller", {});
  const rentalStore = new RentalStore("rental_store", { database });
  const shiftController = new ShiftController("shift_controller", {});
  const shiftStore = new ShiftStore("shift_store", { database });
  const saleController = new SaleController("sale_controller", {});
  const saleStore = new SaleStore("sale_store", { database });
  const itemController = new ItemController("item_controller", {});
  const itemStore = new ItemStore("item_store", { database });
  const clientController = new ClientController("client_controller", {});
  const clientStore = new ClientStore("client_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(toolController)
    .registerComponent(toolStore)
    .registerComponent(rentalController)
    .registerComponent(rentalStore)
    .registerComponent(shiftController)
    .registerComponent(shiftStore)
    .registerComponent(saleController)
    .registerComponent(saleStore)
    .registerComponent(itemController)
    .registerComponent(itemStore)
    .registerComponent(clientController)
    .registerComponent(clientStore)
    .connect("api_gateway.tool_requests", "tool_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.rental_requests",
      "rental_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.shift_requests", "shift_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.sale_requests", "sale_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.item_requests", "item_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.client_requests",
      "client_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("tool_controller.store_operation", "tool_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("rental_controller.store_operation", "rental_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("shift_controller.store_operation", "shift_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("sale_controller.store_operation", "sale_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("item_controller.store_operation", "item_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("client_controller.store_operation", "client_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    toolController,
    toolStore,
    rentalController,
    rentalStore,
    shiftController,
    shiftStore,
    saleController,
    saleStore,
    itemController,
    itemStore,
    clientController,
    clientStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
