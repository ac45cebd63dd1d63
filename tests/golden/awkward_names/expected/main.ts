/**
 * Every string is data: ` ${oops} * / <% %> ' " \ --.
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
import { OddNamesAPIGateway } from "./components/api_gateway.ts";
import { GroupController } from "./components/group_controller.ts";
import { GroupStore } from "./components/group_store.ts";
import { EventController } from "./components/event_controller.ts";
import { EventStore } from "./components/event_store.ts";
import { MapController } from "./components/map_controller.ts";
import { MapStore } from "./components/map_store.ts";
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
  readonly apiGateway: OddNamesAPIGateway;
  /** Keeps the rules for a group: answers requests with the help of the store. */
  readonly groupController: GroupController;
  /** Keeps every group: executes one command at a time. */
  readonly groupStore: GroupStore;
  /** Keeps the rules for an event: answers requests with the help of the store. */
  readonly eventController: EventController;
  /** Keeps every event: executes one command at a time. */
  readonly eventStore: EventStore;
  /** Keeps the rules for a map: answers requests with the help of the store. */
  readonly mapController: MapController;
  /** Keeps every map: executes one command at a time. */
  readonly mapStore: MapStore;
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
    name: "odd_names",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new OddNamesAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const groupController = new GroupController("group_controller", {});
  const groupStore = new GroupStore("group_store", { database });
  const eventController = new EventController("event_controller", {});
  const eventStore = new EventStore("event_store", { database });
  const mapController = new MapController("map_controller", {});
  const mapStore = new MapStore("map_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(groupController)
    .registerComponent(groupStore)
    .registerComponent(eventController)
    .registerComponent(eventStore)
    .registerComponent(mapController)
    .registerComponent(mapStore)
    .connect("api_gateway.group_requests", "group_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.event_requests", "event_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.map_requests", "map_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("group_controller.store_operation", "group_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("event_controller.store_operation", "event_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("map_controller.store_operation", "map_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    groupController,
    groupStore,
    eventController,
    eventStore,
    mapController,
    mapStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
