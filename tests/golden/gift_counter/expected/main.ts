/**
 * Gift cards that are sold and redeemed, each once.
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
import { GiftCounterAPIGateway } from "./components/api_gateway.ts";
import { UserController } from "./components/user_controller.ts";
import { UserStore } from "./components/user_store.ts";
import { GiftCardController } from "./components/gift_card_controller.ts";
import { GiftCardStore } from "./components/gift_card_store.ts";
import { NoteController } from "./components/note_controller.ts";
import { NoteStore } from "./components/note_store.ts";
import { AuthController } from "./components/auth_controller.ts";
import { CredentialStore } from "./components/credential_store.ts";
import { RefreshTokenStore } from "./components/refresh_token_store.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { healthWith } from "./kit/database_health.ts";
import { migrate, readMigrations } from "./kit/migrations.ts";
import { keepRepliesInSqlite } from "./kit/sqlite_replies.ts";
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
  readonly apiGateway: GiftCounterAPIGateway;
  /** Keeps the rules for a user: answers requests with the help of the store. */
  readonly userController: UserController;
  /** Keeps every user: executes one command at a time. */
  readonly userStore: UserStore;
  /** Keeps the rules for a gift card: answers requests with the help of the store. */
  readonly giftCardController: GiftCardController;
  /** Keeps every gift card: executes one command at a time. */
  readonly giftCardStore: GiftCardStore;
  /** Keeps the rules for a note: answers requests with the help of the store. */
  readonly noteController: NoteController;
  /** Keeps every note: executes one command at a time. */
  readonly noteStore: NoteStore;
  /** Signs users in and out, and finds who a token belongs to. */
  readonly authController: AuthController;
  /** Keeps every credential: executes one command at a time. */
  readonly credentialStore: CredentialStore;
  /** Keeps every refresh token: executes one command at a time. */
  readonly refreshTokenStore: RefreshTokenStore;
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
    name: "gift_counter",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new GiftCounterAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
    addressHeader: config.auth.addressHeader,
    replies: keepRepliesInSqlite(database),
  });
  const userController = new UserController("user_controller", {});
  const userStore = new UserStore("user_store", { database });
  const giftCardController = new GiftCardController("gift_card_controller", {});
  const giftCardStore = new GiftCardStore("gift_card_store", { database });
  const noteController = new NoteController("note_controller", {});
  const noteStore = new NoteStore("note_store", { database });
  const authController = new AuthController("auth_controller", {
    auth: config.auth,
  });
  const credentialStore = new CredentialStore("credential_store", { database });
  const refreshTokenStore = new RefreshTokenStore("refresh_token_store", {
    database,
  });
  harness
    .registerComponent(apiGateway)
    .registerComponent(userController)
    .registerComponent(userStore)
    .registerComponent(giftCardController)
    .registerComponent(giftCardStore)
    .registerComponent(noteController)
    .registerComponent(noteStore)
    .registerComponent(authController)
    .registerComponent(credentialStore)
    .registerComponent(refreshTokenStore)
    .connect("api_gateway.user_requests", "user_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.gift_card_requests",
      "gift_card_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.note_requests", "note_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("user_controller.store_operation", "user_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "gift_card_controller.store_operation",
      "gift_card_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("note_controller.store_operation", "note_store.execute", {
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
    );
  return {
    harness,
    apiGateway,
    userController,
    userStore,
    giftCardController,
    giftCardStore,
    noteController,
    noteStore,
    authController,
    credentialStore,
    refreshTokenStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
