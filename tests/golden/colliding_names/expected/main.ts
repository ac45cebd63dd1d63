/**
 * Names and ranges that could collide with what generated code uses.
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
import { CollidingNamesAPIGateway } from "./components/api_gateway.ts";
import { APIController } from "./components/api_controller.ts";
import { APIStore } from "./components/api_store.ts";
import { SQLController } from "./components/sql_controller.ts";
import { SQLStore } from "./components/sql_store.ts";
import { BodyController } from "./components/body_controller.ts";
import { BodyStore } from "./components/body_store.ts";
import { TestController } from "./components/test_controller.ts";
import { TestStore } from "./components/test_store.ts";
import { StartController } from "./components/start_controller.ts";
import { StartStore } from "./components/start_store.ts";
import { ControllerController } from "./components/controller_controller.ts";
import { ControllerStore } from "./components/controller_store.ts";
import { DoneController } from "./components/done_controller.ts";
import { DoneStore } from "./components/done_store.ts";
import { ChangedController } from "./components/changed_controller.ts";
import { ChangedStore } from "./components/changed_store.ts";
import { XController } from "./components/x_controller.ts";
import { XStore } from "./components/x_store.ts";
import { ReceiptController } from "./components/receipt_controller.ts";
import { ReceiptStore } from "./components/receipt_store.ts";
import { UUIDController } from "./components/uuid_controller.ts";
import { UUIDStore } from "./components/uuid_store.ts";
import { AssertController } from "./components/assert_controller.ts";
import { AssertStore } from "./components/assert_store.ts";
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
  readonly apiGateway: CollidingNamesAPIGateway;
  /** Keeps the rules for an api: answers requests with the help of the store. */
  readonly apiController: APIController;
  /** Keeps every api: executes one command at a time. */
  readonly apiStore: APIStore;
  /** Keeps the rules for a sql: answers requests with the help of the store. */
  readonly sqlController: SQLController;
  /** Keeps every sql: executes one command at a time. */
  readonly sqlStore: SQLStore;
  /** Keeps the rules for a body: answers requests with the help of the store. */
  readonly bodyController: BodyController;
  /** Keeps every body: executes one command at a time. */
  readonly bodyStore: BodyStore;
  /** Keeps the rules for a test: answers requests with the help of the store. */
  readonly testController: TestController;
  /** Keeps every test: executes one command at a time. */
  readonly testStore: TestStore;
  /** Keeps the rules for a start: answers requests with the help of the store. */
  readonly startController: StartController;
  /** Keeps every start: executes one command at a time. */
  readonly startStore: StartStore;
  /** Keeps the rules for a controller: answers requests with the help of the store. */
  readonly controllerController: ControllerController;
  /** Keeps every controller: executes one command at a time. */
  readonly controllerStore: ControllerStore;
  /** Keeps the rules for a done: answers requests with the help of the store. */
  readonly doneController: DoneController;
  /** Keeps every done: executes one command at a time. */
  readonly doneStore: DoneStore;
  /** Keeps the rules for a changed: answers requests with the help of the store. */
  readonly changedController: ChangedController;
  /** Keeps every changed: executes one command at a time. */
  readonly changedStore: ChangedStore;
  /** Keeps the rules for a x: answers requests with the help of the store. */
  readonly xController: XController;
  /** Keeps every x: executes one command at a time. */
  readonly xStore: XStore;
  /** Keeps the rules for a receipt: answers requests with the help of the store. */
  readonly receiptController: ReceiptController;
  /** Keeps every receipt: executes one command at a time. */
  readonly receiptStore: ReceiptStore;
  /** Keeps the rules for an uuid: answers requests with the help of the store. */
  readonly uuidController: UUIDController;
  /** Keeps every uuid: executes one command at a time. */
  readonly uuidStore: UUIDStore;
  /** Keeps the rules for an assert: answers requests with the help of the store. */
  readonly assertController: AssertController;
  /** Keeps every assert: executes one command at a time. */
  readonly assertStore: AssertStore;
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
    name: "colliding_names",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new CollidingNamesAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const apiController = new APIController("api_controller", {});
  const apiStore = new APIStore("api_store", { database });
  const sqlController = new SQLController("sql_controller", {});
  const sqlStore = new SQLStore("sql_store", { database });
  const bodyController = new BodyController("body_controller", {});
  const bodyStore = new BodyStore("body_store", { database });
  const testController = new TestController("test_controller", {});
  const testStore = new TestStore("test_store", { database });
  const startController = new StartController("start_controller", {});
  const startStore = new StartStore("start_store", { database });
  const controllerController = new ControllerController(
    "controller_controller",
    {},
  );
  const controllerStore = new ControllerStore("controller_store", { database });
  const doneController = new DoneController("done_controller", {});
  const doneStore = new DoneStore("done_store", { database });
  const changedController = new ChangedController("changed_controller", {});
  const changedStore = new ChangedStore("changed_store", { database });
  const xController = new XController("x_controller", {});
  const xStore = new XStore("x_store", { database });
  const receiptController = new ReceiptController("receipt_controller", {});
  const receiptStore = new ReceiptStore("receipt_store", { database });
  const uuidController = new UUIDController("uuid_controller", {});
  const uuidStore = new UUIDStore("uuid_store", { database });
  const assertController = new AssertController("assert_controller", {});
  const assertStore = new AssertStore("assert_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(apiController)
    .registerComponent(apiStore)
    .registerComponent(sqlController)
    .registerComponent(sqlStore)
    .registerComponent(bodyController)
    .registerComponent(bodyStore)
    .registerComponent(testController)
    .registerComponent(testStore)
    .registerComponent(startController)
    .registerComponent(startStore)
    .registerComponent(controllerController)
    .registerComponent(controllerStore)
    .registerComponent(doneController)
    .registerComponent(doneStore)
    .registerComponent(changedController)
    .registerComponent(changedStore)
    .registerComponent(xController)
    .registerComponent(xStore)
    .registerComponent(receiptController)
    .registerComponent(receiptStore)
    .registerComponent(uuidController)
    .registerComponent(uuidStore)
    .registerComponent(assertController)
    .registerComponent(assertStore)
    .connect("api_gateway.api_requests", "api_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.sql_requests", "sql_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.body_requests", "body_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.test_requests", "test_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.start_requests", "start_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.controller_requests",
      "controller_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.done_requests", "done_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.changed_requests",
      "changed_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.x_requests", "x_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.receipt_requests",
      "receipt_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.uuid_requests", "uuid_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.assert_requests",
      "assert_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_controller.store_operation", "api_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("sql_controller.store_operation", "sql_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("body_controller.store_operation", "body_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("test_controller.store_operation", "test_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("start_controller.store_operation", "start_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "controller_controller.store_operation",
      "controller_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("done_controller.store_operation", "done_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("changed_controller.store_operation", "changed_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("x_controller.store_operation", "x_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("receipt_controller.store_operation", "receipt_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("uuid_controller.store_operation", "uuid_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("assert_controller.store_operation", "assert_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    apiController,
    apiStore,
    sqlController,
    sqlStore,
    bodyController,
    bodyStore,
    testController,
    testStore,
    startController,
    startStore,
    controllerController,
    controllerStore,
    doneController,
    doneStore,
    changedController,
    changedStore,
    xController,
    xStore,
    receiptController,
    receiptStore,
    uuidController,
    uuidStore,
    assertController,
    assertStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
