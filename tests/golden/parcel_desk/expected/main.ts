/**
 * The parcel desk system.
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
import { ParcelDeskAPIGateway } from "./components/api_gateway.ts";
import { UserController } from "./components/user_controller.ts";
import { UserStore } from "./components/user_store.ts";
import { ParcelBoxController } from "./components/parcel_box_controller.ts";
import { ParcelBoxStore } from "./components/parcel_box_store.ts";
import { BoxNoteController } from "./components/box_note_controller.ts";
import { BoxNoteStore } from "./components/box_note_store.ts";
import { AuthController } from "./components/auth_controller.ts";
import { CredentialStore } from "./components/credential_store.ts";
import { RefreshTokenStore } from "./components/refresh_token_store.ts";
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
  readonly apiGateway: ParcelDeskAPIGateway;
  /** Keeps the rules for a user: answers requests with the help of the store. */
  readonly userController: UserController;
  /** Keeps every user: executes one command at a time. */
  readonly userStore: UserStore;
  /** Keeps the rules for a parcel box: answers requests with the help of the store. */
  readonly parcelBoxController: ParcelBoxController;
  /** Keeps every parcel box: executes one command at a time. */
  readonly parcelBoxStore: ParcelBoxStore;
  /** Keeps the rules for a box note: answers requests with the help of the store. */
  readonly boxNoteController: BoxNoteController;
  /** Keeps every box note: executes one command at a time. */
  readonly boxNoteStore: BoxNoteStore;
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
  const database = new MemoryDatabase();
  const harness = new SystemExecutionHarness({
    name: "parcel_desk",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new ParcelDeskAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => harness.health(),
    metrics: () => toPrometheus(harness.metrics()),
    addressHeader: config.auth.addressHeader,
  });
  const userController = new UserController("user_controller", {});
  const userStore = new UserStore("user_store", { database });
  const parcelBoxController = new ParcelBoxController(
    "parcel_box_controller",
    {},
  );
  const parcelBoxStore = new ParcelBoxStore("parcel_box_store", { database });
  const boxNoteController = new BoxNoteController("box_note_controller", {});
  const boxNoteStore = new BoxNoteStore("box_note_store", { database });
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
    .registerComponent(parcelBoxController)
    .registerComponent(parcelBoxStore)
    .registerComponent(boxNoteController)
    .registerComponent(boxNoteStore)
    .registerComponent(authController)
    .registerComponent(credentialStore)
    .registerComponent(refreshTokenStore)
    .connect("api_gateway.user_requests", "user_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.parcel_box_requests",
      "parcel_box_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.box_note_requests",
      "box_note_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("user_controller.store_operation", "user_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "parcel_box_controller.store_operation",
      "parcel_box_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("box_note_controller.store_operation", "box_note_store.execute", {
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
    parcelBoxController,
    parcelBoxStore,
    boxNoteController,
    boxNoteStore,
    authController,
    credentialStore,
    refreshTokenStore,
  };
}

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
