/**
 * Invoices with exact amounts, which go out and are paid.
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
import { InvoiceDeskAPIGateway } from "./components/api_gateway.ts";
import { InvoiceController } from "./components/invoice_controller.ts";
import { InvoiceStore } from "./components/invoice_store.ts";
import { InvoiceLineController } from "./components/invoice_line_controller.ts";
import { InvoiceLineStore } from "./components/invoice_line_store.ts";
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
  readonly apiGateway: InvoiceDeskAPIGateway;
  /** Keeps the rules for an invoice: answers requests with the help of the store. */
  readonly invoiceController: InvoiceController;
  /** Keeps every invoice: executes one command at a time. */
  readonly invoiceStore: InvoiceStore;
  /** Keeps the rules for an invoice line: answers requests with the help of the store. */
  readonly invoiceLineController: InvoiceLineController;
  /** Keeps every invoice line: executes one command at a time. */
  readonly invoiceLineStore: InvoiceLineStore;
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
    name: "invoice_desk",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new InvoiceDeskAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const invoiceController = new InvoiceController("invoice_controller", {});
  const invoiceStore = new InvoiceStore("invoice_store", { database });
  const invoiceLineController = new InvoiceLineController(
    "invoice_line_controller",
    {},
  );
  const invoiceLineStore = new InvoiceLineStore("invoice_line_store", {
    database,
  });
  harness
    .registerComponent(apiGateway)
    .registerComponent(invoiceController)
    .registerComponent(invoiceStore)
    .registerComponent(invoiceLineController)
    .registerComponent(invoiceLineStore)
    .connect(
      "api_gateway.invoice_requests",
      "invoice_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.invoice_line_requests",
      "invoice_line_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("invoice_controller.store_operation", "invoice_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "invoice_line_controller.store_operation",
      "invoice_line_store.execute",
      { type: "request_reply", bufferSize: 100 },
    );
  return {
    harness,
    apiGateway,
    invoiceController,
    invoiceStore,
    invoiceLineController,
    invoiceLineStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
