/**
 * The issue tracker system.
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
import { IssueTrackerAPIGateway } from "./components/api_gateway.ts";
import { MemberController } from "./components/member_controller.ts";
import { MemberStore } from "./components/member_store.ts";
import { TicketController } from "./components/ticket_controller.ts";
import { TicketStore } from "./components/ticket_store.ts";
import { PageController } from "./components/page_controller.ts";
import { PageStore } from "./components/page_store.ts";
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
  readonly apiGateway: IssueTrackerAPIGateway;
  /** Keeps the rules for a member: answers requests with the help of the store. */
  readonly memberController: MemberController;
  /** Keeps every member: executes one command at a time. */
  readonly memberStore: MemberStore;
  /** Keeps the rules for a ticket: answers requests with the help of the store. */
  readonly ticketController: TicketController;
  /** Keeps every ticket: executes one command at a time. */
  readonly ticketStore: TicketStore;
  /** Keeps the rules for a page: answers requests with the help of the store. */
  readonly pageController: PageController;
  /** Keeps every page: executes one command at a time. */
  readonly pageStore: PageStore;
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
    name: "issue_tracker",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new IssueTrackerAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const memberController = new MemberController("member_controller", {});
  const memberStore = new MemberStore("member_store", { database });
  const ticketController = new TicketController("ticket_controller", {});
  const ticketStore = new TicketStore("ticket_store", { database });
  const pageController = new PageController("page_controller", {});
  const pageStore = new PageStore("page_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(memberController)
    .registerComponent(memberStore)
    .registerComponent(ticketController)
    .registerComponent(ticketStore)
    .registerComponent(pageController)
    .registerComponent(pageStore)
    .connect(
      "api_gateway.member_requests",
      "member_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.ticket_requests",
      "ticket_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.page_requests", "page_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("member_controller.store_operation", "member_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("ticket_controller.store_operation", "ticket_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("page_controller.store_operation", "page_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    memberController,
    memberStore,
    ticketController,
    ticketStore,
    pageController,
    pageStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
