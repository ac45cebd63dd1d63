/**
 * Tickets that are sold and used.
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
import { TicketDeskAPIGateway } from "./components/api_gateway.ts";
import { EventController } from "./components/event_controller.ts";
import { EventStore } from "./components/event_store.ts";
import { TicketController } from "./components/ticket_controller.ts";
import { TicketStore } from "./components/ticket_store.ts";
import { WebhookSender } from "./components/webhook_sender.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { healthWith } from "./kit/database_health.ts";
import { migrate, readMigrations } from "./kit/migrations.ts";
import { SqliteOutbox } from "./kit/sqlite_outbox.ts";
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
  readonly apiGateway: TicketDeskAPIGateway;
  /** Keeps the rules for an event: answers requests with the help of the store. */
  readonly eventController: EventController;
  /** Keeps every event: executes one command at a time. */
  readonly eventStore: EventStore;
  /** Keeps the rules for a ticket: answers requests with the help of the store. */
  readonly ticketController: TicketController;
  /** Keeps every ticket: executes one command at a time. */
  readonly ticketStore: TicketStore;
  /** Tells webhooks what happened, until they have taken it. */
  readonly webhookSender: WebhookSender;
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
    name: "ticket_desk",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new TicketDeskAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()) + webhookSender.deliveries(),
  });
  const eventController = new EventController("event_controller", {});
  const eventStore = new EventStore("event_store", { database });
  const ticketController = new TicketController("ticket_controller", {});
  const ticketStore = new TicketStore("ticket_store", { database });
  const webhookSender = new WebhookSender("webhook_sender", {
    outbox: new SqliteOutbox(database),
    webhooks: config.webhooks,
    log,
  });
  harness
    .registerComponent(apiGateway)
    .registerComponent(eventController)
    .registerComponent(eventStore)
    .registerComponent(ticketController)
    .registerComponent(ticketStore)
    .registerComponent(webhookSender)
    .connect("api_gateway.event_requests", "event_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.ticket_requests",
      "ticket_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("event_controller.store_operation", "event_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("ticket_controller.store_operation", "ticket_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    eventController,
    eventStore,
    ticketController,
    ticketStore,
    webhookSender,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
