/**
 * Who has which room when.
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
import { RoomBookingAPIGateway } from "./components/api_gateway.ts";
import { RoomController } from "./components/room_controller.ts";
import { RoomStore } from "./components/room_store.ts";
import { BookingController } from "./components/booking_controller.ts";
import { BookingStore } from "./components/booking_store.ts";
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
  readonly apiGateway: RoomBookingAPIGateway;
  /** Keeps the rules for a room: answers requests with the help of the store. */
  readonly roomController: RoomController;
  /** Keeps every room: executes one command at a time. */
  readonly roomStore: RoomStore;
  /** Keeps the rules for a booking: answers requests with the help of the store. */
  readonly bookingController: BookingController;
  /** Keeps every booking: executes one command at a time. */
  readonly bookingStore: BookingStore;
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
    name: "room_booking",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new RoomBookingAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const roomController = new RoomController("room_controller", {});
  const roomStore = new RoomStore("room_store", { database });
  const bookingController = new BookingController("booking_controller", {});
  const bookingStore = new BookingStore("booking_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(roomController)
    .registerComponent(roomStore)
    .registerComponent(bookingController)
    .registerComponent(bookingStore)
    .connect("api_gateway.room_requests", "room_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.booking_requests",
      "booking_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("room_controller.store_operation", "room_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("booking_controller.store_operation", "booking_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    roomController,
    roomStore,
    bookingController,
    bookingStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
