/**
 * Entities with one operation each.
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
import { FewOperationsAPIGateway } from "./components/api_gateway.ts";
import { ReadingController } from "./components/reading_controller.ts";
import { ReadingStore } from "./components/reading_store.ts";
import { SignupController } from "./components/signup_controller.ts";
import { SignupStore } from "./components/signup_store.ts";
import { AnnouncementController } from "./components/announcement_controller.ts";
import { AnnouncementStore } from "./components/announcement_store.ts";
import { SessionController } from "./components/session_controller.ts";
import { SessionStore } from "./components/session_store.ts";
import { ProfileController } from "./components/profile_controller.ts";
import { ProfileStore } from "./components/profile_store.ts";
import { SettingController } from "./components/setting_controller.ts";
import { SettingStore } from "./components/setting_store.ts";
import { DoorController } from "./components/door_controller.ts";
import { DoorStore } from "./components/door_store.ts";
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
  readonly apiGateway: FewOperationsAPIGateway;
  /** Keeps the rules for a reading: answers requests with the help of the store. */
  readonly readingController: ReadingController;
  /** Keeps every reading: executes one command at a time. */
  readonly readingStore: ReadingStore;
  /** Keeps the rules for a signup: answers requests with the help of the store. */
  readonly signupController: SignupController;
  /** Keeps every signup: executes one command at a time. */
  readonly signupStore: SignupStore;
  /** Keeps the rules for an announcement: answers requests with the help of the store. */
  readonly announcementController: AnnouncementController;
  /** Keeps every announcement: executes one command at a time. */
  readonly announcementStore: AnnouncementStore;
  /** Keeps the rules for a session: answers requests with the help of the store. */
  readonly sessionController: SessionController;
  /** Keeps every session: executes one command at a time. */
  readonly sessionStore: SessionStore;
  /** Keeps the rules for a profile: answers requests with the help of the store. */
  readonly profileController: ProfileController;
  /** Keeps every profile: executes one command at a time. */
  readonly profileStore: ProfileStore;
  /** Keeps the rules for a setting: answers requests with the help of the store. */
  readonly settingController: SettingController;
  /** Keeps every setting: executes one command at a time. */
  readonly settingStore: SettingStore;
  /** Keeps the rules for a door: answers requests with the help of the store. */
  readonly doorController: DoorController;
  /** Keeps every door: executes one command at a time. */
  readonly doorStore: DoorStore;
}

/**
 * Builds the system without starting it; the harness owns all of it, the database too.
 *
 * @internal
 */
export function buildSystem(config: SystemConfig, log?: Log): System {
  const database = new MemoryDatabase();
  const harness = new SystemExecutionHarness({
    name: "few_operations",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new FewOperationsAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => harness.health(),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const readingController = new ReadingController("reading_controller", {});
  const readingStore = new ReadingStore("reading_store", { database });
  const signupController = new SignupController("signup_controller", {});
  const signupStore = new SignupStore("signup_store", { database });
  const announcementController = new AnnouncementController(
    "announcement_controller",
    {},
  );
  const announcementStore = new AnnouncementStore("announcement_store", {
    database,
  });
  const sessionController = new SessionController("session_controller", {});
  const sessionStore = new SessionStore("session_store", { database });
  const profileController = new ProfileController("profile_controller", {});
  const profileStore = new ProfileStore("profile_store", { database });
  const settingController = new SettingController("setting_controller", {});
  const settingStore = new SettingStore("setting_store", { database });
  const doorController = new DoorController("door_controller", {});
  const doorStore = new DoorStore("door_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(readingController)
    .registerComponent(readingStore)
    .registerComponent(signupController)
    .registerComponent(signupStore)
    .registerComponent(announcementController)
    .registerComponent(announcementStore)
    .registerComponent(sessionController)
    .registerComponent(sessionStore)
    .registerComponent(profileController)
    .registerComponent(profileStore)
    .registerComponent(settingController)
    .registerComponent(settingStore)
    .registerComponent(doorController)
    .registerComponent(doorStore)
    .connect(
      "api_gateway.reading_requests",
      "reading_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.signup_requests",
      "signup_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.announcement_requests",
      "announcement_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.session_requests",
      "session_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.profile_requests",
      "profile_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.setting_requests",
      "setting_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.door_requests", "door_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("reading_controller.store_operation", "reading_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("signup_controller.store_operation", "signup_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "announcement_controller.store_operation",
      "announcement_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("session_controller.store_operation", "session_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("profile_controller.store_operation", "profile_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("setting_controller.store_operation", "setting_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("door_controller.store_operation", "door_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    readingController,
    readingStore,
    signupController,
    signupStore,
    announcementController,
    announcementStore,
    sessionController,
    sessionStore,
    profileController,
    profileStore,
    settingController,
    settingStore,
    doorController,
    doorStore,
  };
}

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
