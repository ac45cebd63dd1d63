/**
 * The shared notes system.
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
import { SharedNotesAPIGateway } from "./components/api_gateway.ts";
import { OrganisationController } from "./components/organisation_controller.ts";
import { OrganisationStore } from "./components/organisation_store.ts";
import { UserController } from "./components/user_controller.ts";
import { UserStore } from "./components/user_store.ts";
import { NotebookController } from "./components/notebook_controller.ts";
import { NotebookStore } from "./components/notebook_store.ts";
import { NoteController } from "./components/note_controller.ts";
import { NoteStore } from "./components/note_store.ts";
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
  readonly apiGateway: SharedNotesAPIGateway;
  /** Keeps the rules for an organisation: answers requests with the help of the store. */
  readonly organisationController: OrganisationController;
  /** Keeps every organisation: executes one command at a time. */
  readonly organisationStore: OrganisationStore;
  /** Keeps the rules for a user: answers requests with the help of the store. */
  readonly userController: UserController;
  /** Keeps every user: executes one command at a time. */
  readonly userStore: UserStore;
  /** Keeps the rules for a notebook: answers requests with the help of the store. */
  readonly notebookController: NotebookController;
  /** Keeps every notebook: executes one command at a time. */
  readonly notebookStore: NotebookStore;
  /** Keeps the rules for a note: answers requests with the help of the store. */
  readonly noteController: NoteController;
  /** Keeps every note: executes one command at a time. */
  readonly noteStore: NoteStore;
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
    name: "shared_notes",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new SharedNotesAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => harness.health(),
    metrics: () => toPrometheus(harness.metrics()),
    addressHeader: config.auth.addressHeader,
  });
  const organisationController = new OrganisationController(
    "organisation_controller",
    {},
  );
  const organisationStore = new OrganisationStore("organisation_store", {
    database,
  });
  const userController = new UserController("user_controller", {});
  const userStore = new UserStore("user_store", { database });
  const notebookController = new NotebookController("notebook_controller", {});
  const notebookStore = new NotebookStore("notebook_store", { database });
  const noteController = new NoteController("note_controller", {});
  const noteStore = new NoteStore("note_store", { database });
  const authController = new AuthController("auth_controller", {
    auth: config.auth,
  });
  const credentialStore = new CredentialStore("credential_store", { database });
  const refreshTokenStore = new RefreshTokenStore("refresh_token_store", {
    database,
  });
  harness
    .registerComponent(apiGateway)
    .registerComponent(organisationController)
    .registerComponent(organisationStore)
    .registerComponent(userController)
    .registerComponent(userStore)
    .registerComponent(notebookController)
    .registerComponent(notebookStore)
    .registerComponent(noteController)
    .registerComponent(noteStore)
    .registerComponent(authController)
    .registerComponent(credentialStore)
    .registerComponent(refreshTokenStore)
    .connect(
      "api_gateway.organisation_requests",
      "organisation_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.user_requests", "user_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.notebook_requests",
      "notebook_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.note_requests", "note_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "organisation_controller.store_operation",
      "organisation_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("user_controller.store_operation", "user_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("notebook_controller.store_operation", "notebook_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("note_controller.store_operation", "note_store.execute", {
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
      "auth_controller.tenant_requests",
      "organisation_controller.process_request",
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
    organisationController,
    organisationStore,
    userController,
    userStore,
    notebookController,
    notebookStore,
    noteController,
    noteStore,
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
