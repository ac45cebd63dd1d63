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
import { CommentController } from "./components/comment_controller.ts";
import { CommentStore } from "./components/comment_store.ts";
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
  /** Keeps the rules for a comment: answers requests with the help of the store. */
  readonly commentController: CommentController;
  /** Keeps every comment: executes one command at a time. */
  readonly commentStore: CommentStore;
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
  });
  const postController = new PostController("post_controller", {});
  const postStore = new PostStore("post_store", { database });
  const commentController = new CommentController("comment_controller", {});
  const commentStore = new CommentStore("comment_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(postController)
    .registerComponent(postStore)
    .registerComponent(commentController)
    .registerComponent(commentStore)
    .connect("api_gateway.post_requests", "post_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.comment_requests",
      "comment_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("post_controller.store_operation", "post_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("comment_controller.store_operation", "comment_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    postController,
    postStore,
    commentController,
    commentStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
