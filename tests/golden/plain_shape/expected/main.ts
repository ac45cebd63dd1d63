/**
 * Bills and what stands on them.
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
import { PlainShapeAPIGateway } from "./components/api_gateway.ts";
import { BillController } from "./components/bill_controller.ts";
import { BillStore } from "./components/bill_store.ts";
import { LineController } from "./components/line_controller.ts";
import { LineStore } from "./components/line_store.ts";
import { NoteController } from "./components/note_controller.ts";
import { NoteStore } from "./components/note_store.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { MemoryDatabase } from "./kit/memory_database.ts";
import { runSystem } from "./kit/run_system.ts";
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
  readonly apiGateway: PlainShapeAPIGateway;
  /** Keeps the rules for a bill: answers requests with the help of the store. */
  readonly billController: BillController;
  /** Keeps every bill: executes one command at a time. */
  readonly billStore: BillStore;
  /** Keeps the rules for a line: answers requests with the help of the store. */
  readonly lineController: LineController;
  /** Keeps every line: executes one command at a time. */
  readonly lineStore: LineStore;
  /** Keeps the rules for a note: answers requests with the help of the store. */
  readonly noteController: NoteController;
  /** Keeps every note: executes one command at a time. */
  readonly noteStore: NoteStore;
}

/**
 * Builds the system without starting it; the harness owns all of it, the database too.
 *
 * @internal
 */
export function buildSystem(config: SystemConfig, log?: Log): System {
  const database = new MemoryDatabase();
  const harness = new SystemExecutionHarness({
    name: "plain_shape",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new PlainShapeAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => harness.health(),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const billController = new BillController("bill_controller", {});
  const billStore = new BillStore("bill_store", { database });
  const lineController = new LineController("line_controller", {});
  const lineStore = new LineStore("line_store", { database });
  const noteController = new NoteController("note_controller", {});
  const noteStore = new NoteStore("note_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(billController)
    .registerComponent(billStore)
    .registerComponent(lineController)
    .registerComponent(lineStore)
    .registerComponent(noteController)
    .registerComponent(noteStore)
    .connect("api_gateway.bill_requests", "bill_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.line_requests", "line_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.note_requests", "note_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("bill_controller.store_operation", "bill_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("line_controller.store_operation", "line_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("note_controller.store_operation", "note_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    billController,
    billStore,
    lineController,
    lineStore,
    noteController,
    noteStore,
  };
}

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
