/**
 * Books that readers recommend, and what they say of them.
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
import { ReadingClubAPIGateway } from "./components/api_gateway.ts";
import { ReaderController } from "./components/reader_controller.ts";
import { ReaderStore } from "./components/reader_store.ts";
import { BookController } from "./components/book_controller.ts";
import { BookStore } from "./components/book_store.ts";
import { ReviewController } from "./components/review_controller.ts";
import { ReviewStore } from "./components/review_store.ts";
import { ReaderFollowController } from "./components/reader_follow_controller.ts";
import { ReaderFollowStore } from "./components/reader_follow_store.ts";
import { BookWantController } from "./components/book_want_controller.ts";
import { BookWantStore } from "./components/book_want_store.ts";
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
  readonly apiGateway: ReadingClubAPIGateway;
  /** Keeps the rules for a reader: answers requests with the help of the store. */
  readonly readerController: ReaderController;
  /** Keeps every reader: executes one command at a time. */
  readonly readerStore: ReaderStore;
  /** Keeps the rules for a book: answers requests with the help of the store. */
  readonly bookController: BookController;
  /** Keeps every book: executes one command at a time. */
  readonly bookStore: BookStore;
  /** Keeps the rules for a review: answers requests with the help of the store. */
  readonly reviewController: ReviewController;
  /** Keeps every review: executes one command at a time. */
  readonly reviewStore: ReviewStore;
  /** Keeps the rules for a reader follow: answers requests with the help of the store. */
  readonly readerFollowController: ReaderFollowController;
  /** Keeps every reader follow: executes one command at a time. */
  readonly readerFollowStore: ReaderFollowStore;
  /** Keeps the rules for a book want: answers requests with the help of the store. */
  readonly bookWantController: BookWantController;
  /** Keeps every book want: executes one command at a time. */
  readonly bookWantStore: BookWantStore;
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
    name: "reading_club",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new ReadingClubAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
    addressHeader: config.auth.addressHeader,
  });
  const readerController = new ReaderController("reader_controller", {});
  const readerStore = new ReaderStore("reader_store", { database });
  const bookController = new BookController("book_controller", {});
  const bookStore = new BookStore("book_store", { database });
  const reviewController = new ReviewController("review_controller", {});
  const reviewStore = new ReviewStore("review_store", { database });
  const readerFollowController = new ReaderFollowController(
    "reader_follow_controller",
    {},
  );
  const readerFollowStore = new ReaderFollowStore("reader_follow_store", {
    database,
  });
  const bookWantController = new BookWantController("book_want_controller", {});
  const bookWantStore = new BookWantStore("book_want_store", { database });
  const authController = new AuthController("auth_controller", {
    auth: config.auth,
  });
  const credentialStore = new CredentialStore("credential_store", { database });
  const refreshTokenStore = new RefreshTokenStore("refresh_token_store", {
    database,
  });
  harness
    .registerComponent(apiGateway)
    .registerComponent(readerController)
    .registerComponent(readerStore)
    .registerComponent(bookController)
    .registerComponent(bookStore)
    .registerComponent(reviewController)
    .registerComponent(reviewStore)
    .registerComponent(readerFollowController)
    .registerComponent(readerFollowStore)
    .registerComponent(bookWantController)
    .registerComponent(bookWantStore)
    .registerComponent(authController)
    .registerComponent(credentialStore)
    .registerComponent(refreshTokenStore)
    .connect(
      "api_gateway.reader_requests",
      "reader_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.book_requests", "book_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.review_requests",
      "review_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.reader_follow_requests",
      "reader_follow_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.book_want_requests",
      "book_want_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("reader_controller.store_operation", "reader_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("book_controller.store_operation", "book_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("review_controller.store_operation", "review_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "reader_follow_controller.store_operation",
      "reader_follow_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "book_want_controller.store_operation",
      "book_want_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.auth_requests", "auth_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "auth_controller.user_requests",
      "reader_controller.process_request",
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
    readerController,
    readerStore,
    bookController,
    bookStore,
    reviewController,
    reviewStore,
    readerFollowController,
    readerFollowStore,
    bookWantController,
    bookWantStore,
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
