/**
 * Tickets that customers open and agents close.
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
import { HelpDeskAPIGateway } from "./components/api_gateway.ts";
import { UserController } from "./components/user_controller.ts";
import { UserStore } from "./components/user_store.ts";
import { TicketController } from "./components/ticket_controller.ts";
import { TicketStore } from "./components/ticket_store.ts";
import { NoticeController } from "./components/notice_controller.ts";
import { NoticeStore } from "./components/notice_store.ts";
import { AuthController } from "./components/auth_controller.ts";
import { CredentialStore } from "./components/credential_store.ts";
import { RefreshTokenStore } from "./components/refresh_token_store.ts";
import { LiveFeed } from "./components/live_feed.ts";
import { Scheduler } from "./components/scheduler.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { healthWith } from "./kit/database_health.ts";
import { migrate, readMigrations } from "./kit/migrations.ts";
import { SqliteChanges } from "./kit/sqlite_changes.ts";
import { SqliteSchedules } from "./kit/sqlite_schedules.ts";
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
  readonly apiGateway: HelpDeskAPIGateway;
  /** Keeps the rules for a user: answers requests with the help of the store. */
  readonly userController: UserController;
  /** Keeps every user: executes one command at a time. */
  readonly userStore: UserStore;
  /** Keeps the rules for a ticket: answers requests with the help of the store. */
  readonly ticketController: TicketController;
  /** Keeps every ticket: executes one command at a time. */
  readonly ticketStore: TicketStore;
  /** Keeps the rules for a notice: answers requests with the help of the store. */
  readonly noticeController: NoticeController;
  /** Keeps every notice: executes one command at a time. */
  readonly noticeStore: NoticeStore;
  /** Signs users in and out, and finds who a token belongs to. */
  readonly authController: AuthController;
  /** Keeps every credential: executes one command at a time. */
  readonly credentialStore: CredentialStore;
  /** Keeps every refresh token: executes one command at a time. */
  readonly refreshTokenStore: RefreshTokenStore;
  /** Tells clients that listen what has changed. */
  readonly liveFeed: LiveFeed;
  /** Does at its times what schedules say. */
  readonly scheduler: Scheduler;
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
    name: "help_desk",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new HelpDeskAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () =>
      toPrometheus(harness.metrics()) + liveFeed.figures() +
      scheduler.figures(),
    addressHeader: config.auth.addressHeader,
  });
  const userController = new UserController("user_controller", {});
  const userStore = new UserStore("user_store", { database });
  const ticketController = new TicketController("ticket_controller", {});
  const ticketStore = new TicketStore("ticket_store", { database });
  const noticeController = new NoticeController("notice_controller", {});
  const noticeStore = new NoticeStore("notice_store", { database });
  const authController = new AuthController("auth_controller", {
    auth: config.auth,
  });
  const credentialStore = new CredentialStore("credential_store", { database });
  const refreshTokenStore = new RefreshTokenStore("refresh_token_store", {
    database,
  });
  const liveFeed = new LiveFeed("live_feed", {
    changes: new SqliteChanges(database),
    streams: config.liveStreams,
  });
  const scheduler = new Scheduler("scheduler", {
    ledger: new SqliteSchedules(database),
    enabled: config.schedule,
    log,
  });
  harness
    .registerComponent(apiGateway)
    .registerComponent(userController)
    .registerComponent(userStore)
    .registerComponent(ticketController)
    .registerComponent(ticketStore)
    .registerComponent(noticeController)
    .registerComponent(noticeStore)
    .registerComponent(authController)
    .registerComponent(credentialStore)
    .registerComponent(refreshTokenStore)
    .registerComponent(liveFeed)
    .registerComponent(scheduler)
    .connect("api_gateway.user_requests", "user_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.ticket_requests",
      "ticket_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.notice_requests",
      "notice_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("user_controller.store_operation", "user_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("ticket_controller.store_operation", "ticket_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("notice_controller.store_operation", "notice_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.auth_requests", "auth_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "auth_controller.user_requests",
      "user_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "auth_controller.credential_operation",
      "credential_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "auth_controller.refresh_token_operation",
      "refresh_token_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.live_requests", "live_feed.subscribe", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("scheduler.ticket_requests", "ticket_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("scheduler.notice_requests", "notice_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    userController,
    userStore,
    ticketController,
    ticketStore,
    noticeController,
    noticeStore,
    authController,
    credentialStore,
    refreshTokenStore,
    liveFeed,
    scheduler,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
