/**
 * Articles, and what they cost in other currencies.
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
import { ArticleAPIGateway } from "./components/api_gateway.ts";
import { ArticleController } from "./components/article_controller.ts";
import { ArticleStore } from "./components/article_store.ts";
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
  readonly apiGateway: ArticleAPIGateway;
  /** Keeps the rules for an article: answers requests with the help of the store. */
  readonly articleController: ArticleController;
  /** Keeps every article: executes one command at a time. */
  readonly articleStore: ArticleStore;
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
    name: "price_desk",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);
  const logicTally = new LogicTally();

  const apiGateway = new ArticleAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()) + logicTally.toPrometheus(),
    endpoints,
    tally: logicTally,
  });
  const articleController = new ArticleController("article_controller", {});
  const articleStore = new ArticleStore("article_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(articleController)
    .registerComponent(articleStore)
    .connect(
      "api_gateway.article_requests",
      "article_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("article_controller.store_operation", "article_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return { harness, apiGateway, articleController, articleStore };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
