/**
 * Articles that authors write and editors publish.
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
import { NewsroomAPIGateway } from "./components/api_gateway.ts";
import { UserController } from "./components/user_controller.ts";
import { UserStore } from "./components/user_store.ts";
import { ArticleController } from "./components/article_controller.ts";
import { ArticleStore } from "./components/article_store.ts";
import { CommentController } from "./components/comment_controller.ts";
import { CommentStore } from "./components/comment_store.ts";
import { NotebookController } from "./components/notebook_controller.ts";
import { NotebookStore } from "./components/notebook_store.ts";
import { NoteController } from "./components/note_controller.ts";
import { NoteStore } from "./components/note_store.ts";
import { AuditEntryController } from "./components/audit_entry_controller.ts";
import { AuditEntryStore } from "./components/audit_entry_store.ts";
import { TipController } from "./components/tip_controller.ts";
import { TipStore } from "./components/tip_store.ts";
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
  readonly apiGateway: NewsroomAPIGateway;
  /** Keeps the rules for a user: answers requests with the help of the store. */
  readonly userController: UserController;
  /** Keeps every user: executes one command at a time. */
  readonly userStore: UserStore;
  /** Keeps the rules for an article: answers requests with the help of the store. */
  readonly articleController: ArticleController;
  /** Keeps every article: executes one command at a time. */
  readonly articleStore: ArticleStore;
  /** Keeps the rules for a comment: answers requests with the help of the store. */
  readonly commentController: CommentController;
  /** Keeps every comment: executes one command at a time. */
  readonly commentStore: CommentStore;
  /** Keeps the rules for a notebook: answers requests with the help of the store. */
  readonly notebookController: NotebookController;
  /** Keeps every notebook: executes one command at a time. */
  readonly notebookStore: NotebookStore;
  /** Keeps the rules for a note: answers requests with the help of the store. */
  readonly noteController: NoteController;
  /** Keeps every note: executes one command at a time. */
  readonly noteStore: NoteStore;
  /** Keeps the rules for an audit entry: answers requests with the help of the store. */
  readonly auditEntryController: AuditEntryController;
  /** Keeps every audit entry: executes one command at a time. */
  readonly auditEntryStore: AuditEntryStore;
  /** Keeps the rules for a tip: answers requests with the help of the store. */
  readonly tipController: TipController;
  /** Keeps every tip: executes one command at a time. */
  readonly tipStore: TipStore;
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
    name: "newsroom",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new NewsroomAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
    addressHeader: config.auth.addressHeader,
  });
  const userController = new UserController("user_controller", {});
  const userStore = new UserStore("user_store", { database });
  const articleController = new ArticleController("article_controller", {});
  const articleStore = new ArticleStore("article_store", { database });
  const commentController = new CommentController("comment_controller", {});
  const commentStore = new CommentStore("comment_store", { database });
  const notebookController = new NotebookController("notebook_controller", {});
  const notebookStore = new NotebookStore("notebook_store", { database });
  const noteController = new NoteController("note_controller", {});
  const noteStore = new NoteStore("note_store", { database });
  const auditEntryController = new AuditEntryController(
    "audit_entry_controller",
    {},
  );
  const auditEntryStore = new AuditEntryStore("audit_entry_store", {
    database,
  });
  const tipController = new TipController("tip_controller", {});
  const tipStore = new TipStore("tip_store", { database });
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
    .registerComponent(commentController)
    .registerComponent(commentStore)
    .registerComponent(notebookController)
    .registerComponent(notebookStore)
    .registerComponent(noteController)
    .registerComponent(noteStore)
    .registerComponent(auditEntryController)
    .registerComponent(auditEntryStore)
    .registerComponent(tipController)
    .registerComponent(tipStore)
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
    .connect(
      "api_gateway.comment_requests",
      "comment_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.notebook_requests",
      "notebook_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.note_requests", "note_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.audit_entry_requests",
      "audit_entry_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.tip_requests", "tip_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("user_controller.store_operation", "user_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("article_controller.store_operation", "article_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("comment_controller.store_operation", "comment_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("notebook_controller.store_operation", "notebook_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("note_controller.store_operation", "note_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "audit_entry_controller.store_operation",
      "audit_entry_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("tip_controller.store_operation", "tip_store.execute", {
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
    commentController,
    commentStore,
    notebookController,
    notebookStore,
    noteController,
    noteStore,
    auditEntryController,
    auditEntryStore,
    tipController,
    tipStore,
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
