/**
 * Concerts of a choir, and who asks for seats.
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
import { ChoirBoardAPIGateway } from "./components/api_gateway.ts";
import { UserController } from "./components/user_controller.ts";
import { UserStore } from "./components/user_store.ts";
import { ConcertController } from "./components/concert_controller.ts";
import { ConcertStore } from "./components/concert_store.ts";
import { SeatRequestController } from "./components/seat_request_controller.ts";
import { SeatRequestStore } from "./components/seat_request_store.ts";
import { AuthController } from "./components/auth_controller.ts";
import { CredentialStore } from "./components/credential_store.ts";
import { RefreshTokenStore } from "./components/refresh_token_store.ts";
import { LiveFeed } from "./components/live_feed.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { healthWith } from "./kit/database_health.ts";
import { migrate, readMigrations } from "./kit/migrations.ts";
import { SqliteChanges } from "./kit/sqlite_changes.ts";
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
  readonly apiGateway: ChoirBoardAPIGateway;
  /** Keeps the rules for a user: answers requests with the help of the store. */
  readonly userController: UserController;
  /** Keeps every user: executes one command at a time. */
  readonly userStore: UserStore;
  /** Keeps the rules for a concert: answers requests with the help of the store. */
  readonly concertController: ConcertController;
  /** Keeps every concert: executes one command at a time. */
  readonly concertStore: ConcertStore;
  /** Keeps the rules for a seat request: answers requests with the help of the store. */
  readonly seatRequestController: SeatRequestController;
  /** Keeps every seat request: executes one command at a time. */
  readonly seatRequestStore: SeatRequestStore;
  /** Signs users in and out, and finds who a token belongs to. */
  readonly authController: AuthController;
  /** Keeps every credential: executes one command at a time. */
  readonly credentialStore: CredentialStore;
  /** Keeps every refresh token: executes one command at a time. */
  readonly refreshTokenStore: RefreshTokenStore;
  /** Tells clients that listen what has changed. */
  readonly liveFeed: LiveFeed;
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
    name: "choir_board",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new ChoirBoardAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()) + liveFeed.figures(),
    addressHeader: config.auth.addressHeader,
  });
  const userController = new UserController("user_controller", {});
  const userStore = new UserStore("user_store", { database });
  const concertController = new ConcertController("concert_controller", {});
  const concertStore = new ConcertStore("concert_store", { database });
  const seatRequestController = new SeatRequestController(
    "seat_request_controller",
    {},
  );
  const seatRequestStore = new SeatRequestStore("seat_request_store", {
    database,
  });
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
  harness
    .registerComponent(apiGateway)
    .registerComponent(userController)
    .registerComponent(userStore)
    .registerComponent(concertController)
    .registerComponent(concertStore)
    .registerComponent(seatRequestController)
    .registerComponent(seatRequestStore)
    .registerComponent(authController)
    .registerComponent(credentialStore)
    .registerComponent(refreshTokenStore)
    .registerComponent(liveFeed)
    .connect("api_gateway.user_requests", "user_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.concert_requests",
      "concert_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.seat_request_requests",
      "seat_request_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("user_controller.store_operation", "user_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("concert_controller.store_operation", "concert_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "seat_request_controller.store_operation",
      "seat_request_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
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
    });
  return {
    harness,
    apiGateway,
    userController,
    userStore,
    concertController,
    concertStore,
    seatRequestController,
    seatRequestStore,
    authController,
    credentialStore,
    refreshTokenStore,
    liveFeed,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
