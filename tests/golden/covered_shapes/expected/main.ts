/**
 * Each shape whose own acceptance tests once failed, or passed without showing anything.
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
import { CoveredShapesAPIGateway } from "./components/api_gateway.ts";
import { FolderController } from "./components/folder_controller.ts";
import { FolderStore } from "./components/folder_store.ts";
import { ProjectController } from "./components/project_controller.ts";
import { ProjectStore } from "./components/project_store.ts";
import { NoteController } from "./components/note_controller.ts";
import { NoteStore } from "./components/note_store.ts";
import { EventController } from "./components/event_controller.ts";
import { EventStore } from "./components/event_store.ts";
import { BadgeController } from "./components/badge_controller.ts";
import { BadgeStore } from "./components/badge_store.ts";
import { TicketController } from "./components/ticket_controller.ts";
import { TicketStore } from "./components/ticket_store.ts";
import { StampController } from "./components/stamp_controller.ts";
import { StampStore } from "./components/stamp_store.ts";
import { ReadingController } from "./components/reading_controller.ts";
import { ReadingStore } from "./components/reading_store.ts";
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
  readonly apiGateway: CoveredShapesAPIGateway;
  /** Keeps the rules for a folder: answers requests with the help of the store. */
  readonly folderController: FolderController;
  /** Keeps every folder: executes one command at a time. */
  readonly folderStore: FolderStore;
  /** Keeps the rules for a project: answers requests with the help of the store. */
  readonly projectController: ProjectController;
  /** Keeps every project: executes one command at a time. */
  readonly projectStore: ProjectStore;
  /** Keeps the rules for a note: answers requests with the help of the store. */
  readonly noteController: NoteController;
  /** Keeps every note: executes one command at a time. */
  readonly noteStore: NoteStore;
  /** Keeps the rules for an event: answers requests with the help of the store. */
  readonly eventController: EventController;
  /** Keeps every event: executes one command at a time. */
  readonly eventStore: EventStore;
  /** Keeps the rules for a badge: answers requests with the help of the store. */
  readonly badgeController: BadgeController;
  /** Keeps every badge: executes one command at a time. */
  readonly badgeStore: BadgeStore;
  /** Keeps the rules for a ticket: answers requests with the help of the store. */
  readonly ticketController: TicketController;
  /** Keeps every ticket: executes one command at a time. */
  readonly ticketStore: TicketStore;
  /** Keeps the rules for a stamp: answers requests with the help of the store. */
  readonly stampController: StampController;
  /** Keeps every stamp: executes one command at a time. */
  readonly stampStore: StampStore;
  /** Keeps the rules for a reading: answers requests with the help of the store. */
  readonly readingController: ReadingController;
  /** Keeps every reading: executes one command at a time. */
  readonly readingStore: ReadingStore;
}

/**
 * Builds the system without starting it; the harness owns all of it, the database too.
 *
 * @internal
 */
export function buildSystem(config: SystemConfig, log?: Log): System {
  const database = new MemoryDatabase();
  const harness = new SystemExecutionHarness({
    name: "covered_shapes",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new CoveredShapesAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => harness.health(),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const folderController = new FolderController("folder_controller", {});
  const folderStore = new FolderStore("folder_store", { database });
  const projectController = new ProjectController("project_controller", {});
  const projectStore = new ProjectStore("project_store", { database });
  const noteController = new NoteController("note_controller", {});
  const noteStore = new NoteStore("note_store", { database });
  const eventController = new EventController("event_controller", {});
  const eventStore = new EventStore("event_store", { database });
  const badgeController = new BadgeController("badge_controller", {});
  const badgeStore = new BadgeStore("badge_store", { database });
  const ticketController = new TicketController("ticket_controller", {});
  const ticketStore = new TicketStore("ticket_store", { database });
  const stampController = new StampController("stamp_controller", {});
  const stampStore = new StampStore("stamp_store", { database });
  const readingController = new ReadingController("reading_controller", {});
  const readingStore = new ReadingStore("reading_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(folderController)
    .registerComponent(folderStore)
    .registerComponent(projectController)
    .registerComponent(projectStore)
    .registerComponent(noteController)
    .registerComponent(noteStore)
    .registerComponent(eventController)
    .registerComponent(eventStore)
    .registerComponent(badgeController)
    .registerComponent(badgeStore)
    .registerComponent(ticketController)
    .registerComponent(ticketStore)
    .registerComponent(stampController)
    .registerComponent(stampStore)
    .registerComponent(readingController)
    .registerComponent(readingStore)
    .connect(
      "api_gateway.folder_requests",
      "folder_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.project_requests",
      "project_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.note_requests", "note_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.event_requests", "event_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.badge_requests", "badge_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.ticket_requests",
      "ticket_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.stamp_requests", "stamp_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.reading_requests",
      "reading_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("folder_controller.store_operation", "folder_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("project_controller.store_operation", "project_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("note_controller.store_operation", "note_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("event_controller.store_operation", "event_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("badge_controller.store_operation", "badge_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("ticket_controller.store_operation", "ticket_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("stamp_controller.store_operation", "stamp_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("reading_controller.store_operation", "reading_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    folderController,
    folderStore,
    projectController,
    projectStore,
    noteController,
    noteStore,
    eventController,
    eventStore,
    badgeController,
    badgeStore,
    ticketController,
    ticketStore,
    stampController,
    stampStore,
    readingController,
    readingStore,
  };
}

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
