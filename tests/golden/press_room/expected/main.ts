/**
 * Articles, and what is asked about them beyond reading and writing.
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
import { PressRoomAPIGateway } from "./components/api_gateway.ts";
import { UserController } from "./components/user_controller.ts";
import { UserStore } from "./components/user_store.ts";
import { ArticleController } from "./components/article_controller.ts";
import { ArticleStore } from "./components/article_store.ts";
import { AuthController } from "./components/auth_controller.ts";
import { CredentialStore } from "./components/credential_store.ts";
import { RefreshTokenStore } from "./components/refresh_token_store.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import type { Client } from "./client/client.ts";
import type { CustomEndpoint } from "./kit/custom_endpoint.ts";
import { healthWith } from "./kit/database_health.ts";
import { migrate, readMigrations } from "./kit/migrations.ts";
import { LogicTally } from "./kit/logic_tally.ts";
import { runSystem } from "./kit/run_system.ts";
import { openSqlite } from "./kit/sqlite_database.ts";
import { SUPERVISION } from "./kit/supervision.ts";
import { SYSTEM_ENDPOINTS } from "./logic/system_endpoints.ts";

/**
 * A system that is built: its harness and its components.
 *
 * @internal
 */
export interface System {
  /** Starts, watches and stops the components. */
  readonly harness: SystemExecutionHarness;
  /** Serves the REST API and passes each request on to its controller. */
  readonly apiGateway: PressRoomAPIGateway;
  /** Keeps the rules for a user: answers requests with the help of the store. */
  readonly userController: UserController;
  /** Keeps every user: executes one command at a time. */
  readonly userStore: UserStore;
  /** Keeps the rules for an article: answers requests with the help of the store. */
  readonly articleController: ArticleController;
  /** Keeps every article: executes one command at a time. */
  readonly articleStore: ArticleStore;
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
export function buildSystem(
  config: SystemConfig,
  log?: Log,
  endpoints: readonly CustomEndpoint<Client>[] = SYSTEM_ENDPOINTS,
): System {
  const database = openSqlite({
    path: config.databasePath,
    durability: "full",
  });
  migrate(database, readMigrations(MIGRATIONS));
  const harness = new SystemExecutionHarness({
    name: "press_room",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);
  const logicTally = new LogicTally();

  const apiGateway = new PressRoomAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()) + logicTally.toPrometheus(),
    addressHeader: config.auth.addressHeader,
    endpoints,
    tally: logicTally,
  });
  const userController = new UserController("user_controller", {});
  const userStore = new UserStore("user_store", { database });
  const articleController = new ArticleController("article_controller", {});
  const articleStore = new ArticleStore("article_store", { database });
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
    .registerComponent(articleController)
    .registerComponent(articleStore)
    .registerComponent(authController)
    .registerComponent(credentialStore)
    .registerComponent(refreshTokenStore)
    .connect("api_gateway.user_requests", "user_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.article_requests",
      "article_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("user_controller.store_operation", "user_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("article_controller.store_operation", "article_store.execute", {
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
    articleController,
    articleStore,
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
