/**
 * The library system.
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
import { LibraryAPIGateway } from "./components/api_gateway.ts";
import { BookController } from "./components/book_controller.ts";
import { BookStore } from "./components/book_store.ts";
import { MemberController } from "./components/member_controller.ts";
import { MemberStore } from "./components/member_store.ts";
import { LoanController } from "./components/loan_controller.ts";
import { LoanStore } from "./components/loan_store.ts";
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
  readonly apiGateway: LibraryAPIGateway;
  /** Keeps the rules for a book: answers requests with the help of the store. */
  readonly bookController: BookController;
  /** Keeps every book: executes one command at a time. */
  readonly bookStore: BookStore;
  /** Keeps the rules for a member: answers requests with the help of the store. */
  readonly memberController: MemberController;
  /** Keeps every member: executes one command at a time. */
  readonly memberStore: MemberStore;
  /** Keeps the rules for a loan: answers requests with the help of the store. */
  readonly loanController: LoanController;
  /** Keeps every loan: executes one command at a time. */
  readonly loanStore: LoanStore;
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
    name: "library",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new LibraryAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const bookController = new BookController("book_controller", {});
  const bookStore = new BookStore("book_store", { database });
  const memberController = new MemberController("member_controller", {});
  const memberStore = new MemberStore("member_store", { database });
  const loanController = new LoanController("loan_controller", {});
  const loanStore = new LoanStore("loan_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(bookController)
    .registerComponent(bookStore)
    .registerComponent(memberController)
    .registerComponent(memberStore)
    .registerComponent(loanController)
    .registerComponent(loanStore)
    .connect("api_gateway.book_requests", "book_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.member_requests",
      "member_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.loan_requests", "loan_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("book_controller.store_operation", "book_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("member_controller.store_operation", "member_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("loan_controller.store_operation", "loan_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    bookController,
    bookStore,
    memberController,
    memberStore,
    loanController,
    loanStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
