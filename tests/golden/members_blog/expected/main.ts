/**
 * The blog system.
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
import { BlogAPIGateway } from "./components/api_gateway.ts";
import { PostController } from "./components/post_controller.ts";
import { PostStore } from "./components/post_store.ts";
import { UserController } from "./components/user_controller.ts";
import { UserStore } from "./components/user_store.ts";
import { BookmarkController } from "./components/bookmark_controller.ts";
import { BookmarkStore } from "./components/bookmark_store.ts";
import { AuthController } from "./components/auth_controller.ts";
import { CredentialStore } from "./components/credential_store.ts";
import { RefreshTokenStore } from "./components/refresh_token_store.ts";
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
  readonly apiGateway: BlogAPIGateway;
  /** Keeps the rules for a post: answers requests with the help of the store. */
  readonly postController: PostController;
  /** Keeps every post: executes one command at a time. */
  readonly postStore: PostStore;
  /** Keeps the rules for a user: answers requests with the help of the store. */
  readonly userController: UserController;
  /** Keeps every user: executes one command at a time. */
  readonly userStore: UserStore;
  /** Keeps the rules for a bookmark: answers requests with the help of the store. */
  readonly bookmarkController: BookmarkController;
  /** Keeps every bookmark: executes one command at a time. */
  readonly bookmarkStore: BookmarkStore;
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
    name: "blog",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new BlogAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
    addressHeader: config.auth.addressHeader,
  });
  const postController = new PostController("post_controller", {});
  const postStore = new PostStore("post_store", { database });
  const userController = new UserController("user_controller", {});
  const userStore = new UserStore("user_store", { database });
  const bookmarkController = new BookmarkController("bookmark_controller", {});
  const bookmarkStore = new BookmarkStore("bookmark_store", { database });
  const authController = new AuthController("auth_controller", {
    auth: config.auth,
  });
  const credentialStore = new CredentialStore("credential_store", { database });
  const refreshTokenStore = new RefreshTokenStore("refresh_token_store", {
    database,
  });
  harness
    .registerComponent(apiGateway)
    .registerComponent(postController)
    .registerComponent(postStore)
    .registerComponent(userController)
    .registerComponent(userStore)
    .registerComponent(bookmarkController)
    .registerComponent(bookmarkStore)
    .registerComponent(authController)
    .registerComponent(credentialStore)
    .registerComponent(refreshTokenStore)
    .connect("api_gateway.post_requests", "post_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.user_requests", "user_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.bookmark_requests",
      "bookmark_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("post_controller.store_operation", "post_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("user_controller.store_operation", "user_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("bookmark_controller.store_operation", "bookmark_store.execute", {
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
    postController,
    postStore,
    userController,
    userStore,
    bookmarkController,
    bookmarkStore,
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
