/**
 * Animals, and what the practices that look after them do.
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
import { VetRoundsAPIGateway } from "./components/api_gateway.ts";
import { PracticeController } from "./components/practice_controller.ts";
import { PracticeStore } from "./components/practice_store.ts";
import { UserController } from "./components/user_controller.ts";
import { UserStore } from "./components/user_store.ts";
import { AnimalController } from "./components/animal_controller.ts";
import { AnimalStore } from "./components/animal_store.ts";
import { VisitController } from "./components/visit_controller.ts";
import { VisitStore } from "./components/visit_store.ts";
import { RemedyController } from "./components/remedy_controller.ts";
import { RemedyStore } from "./components/remedy_store.ts";
import { AnimalRemedyController } from "./components/animal_remedy_controller.ts";
import { AnimalRemedyStore } from "./components/animal_remedy_store.ts";
import { AnimalWatchController } from "./components/animal_watch_controller.ts";
import { AnimalWatchStore } from "./components/animal_watch_store.ts";
import { AuthController } from "./components/auth_controller.ts";
import { CredentialStore } from "./components/credential_store.ts";
import { RefreshTokenStore } from "./components/refresh_token_store.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { healthWith } from "./kit/database_health.ts";
import { migrate, readMigrations } from "./kit/migrations.ts";
import { FileStore } from "./kit/file_store.ts";
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
  readonly apiGateway: VetRoundsAPIGateway;
  /** Keeps the rules for a practice: answers requests with the help of the store. */
  readonly practiceController: PracticeController;
  /** Keeps every practice: executes one command at a time. */
  readonly practiceStore: PracticeStore;
  /** Keeps the rules for a user: answers requests with the help of the store. */
  readonly userController: UserController;
  /** Keeps every user: executes one command at a time. */
  readonly userStore: UserStore;
  /** Keeps the rules for an animal: answers requests with the help of the store. */
  readonly animalController: AnimalController;
  /** Keeps every animal: executes one command at a time. */
  readonly animalStore: AnimalStore;
  /** Keeps the rules for a visit: answers requests with the help of the store. */
  readonly visitController: VisitController;
  /** Keeps every visit: executes one command at a time. */
  readonly visitStore: VisitStore;
  /** Keeps the rules for a remedy: answers requests with the help of the store. */
  readonly remedyController: RemedyController;
  /** Keeps every remedy: executes one command at a time. */
  readonly remedyStore: RemedyStore;
  /** Keeps the rules for an animal remedy: answers requests with the help of the store. */
  readonly animalRemedyController: AnimalRemedyController;
  /** Keeps every animal remedy: executes one command at a time. */
  readonly animalRemedyStore: AnimalRemedyStore;
  /** Keeps the rules for an animal watch: answers requests with the help of the store. */
  readonly animalWatchController: AnimalWatchController;
  /** Keeps every animal watch: executes one command at a time. */
  readonly animalWatchStore: AnimalWatchStore;
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
  const database = openSqlite({
    path: config.databasePath,
    durability: "full",
  });
  migrate(database, readMigrations(MIGRATIONS));
  const harness = new SystemExecutionHarness({
    name: "vet_rounds",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new VetRoundsAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
    addressHeader: config.auth.addressHeader,
    files: new FileStore(config.filesDir),
  });
  const practiceController = new PracticeController("practice_controller", {});
  const practiceStore = new PracticeStore("practice_store", { database });
  const userController = new UserController("user_controller", {});
  const userStore = new UserStore("user_store", { database });
  const animalController = new AnimalController("animal_controller", {});
  const animalStore = new AnimalStore("animal_store", { database });
  const visitController = new VisitController("visit_controller", {});
  const visitStore = new VisitStore("visit_store", { database });
  const remedyController = new RemedyController("remedy_controller", {});
  const remedyStore = new RemedyStore("remedy_store", { database });
  const animalRemedyController = new AnimalRemedyController(
    "animal_remedy_controller",
    {},
  );
  const animalRemedyStore = new AnimalRemedyStore("animal_remedy_store", {
    database,
  });
  const animalWatchController = new AnimalWatchController(
    "animal_watch_controller",
    {},
  );
  const animalWatchStore = new AnimalWatchStore("animal_watch_store", {
    database,
  });
  const authController = new AuthController("auth_controller", {
    auth: config.auth,
  });
  const credentialStore = new CredentialStore("credential_store", { database });
  const refreshTokenStore = new RefreshTokenStore("refresh_token_store", {
    database,
  });
  harness
    .registerComponent(apiGateway)
    .registerComponent(practiceController)
    .registerComponent(practiceStore)
    .registerComponent(userController)
    .registerComponent(userStore)
    .registerComponent(animalController)
    .registerComponent(animalStore)
    .registerComponent(visitController)
    .registerComponent(visitStore)
    .registerComponent(remedyController)
    .registerComponent(remedyStore)
    .registerComponent(animalRemedyController)
    .registerComponent(animalRemedyStore)
    .registerComponent(animalWatchController)
    .registerComponent(animalWatchStore)
    .registerComponent(authController)
    .registerComponent(credentialStore)
    .registerComponent(refreshTokenStore)
    .connect(
      "api_gateway.practice_requests",
      "practice_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.user_requests", "user_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.animal_requests",
      "animal_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.visit_requests", "visit_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.remedy_requests",
      "remedy_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.animal_remedy_requests",
      "animal_remedy_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.animal_watch_requests",
      "animal_watch_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("practice_controller.store_operation", "practice_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("user_controller.store_operation", "user_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("animal_controller.store_operation", "animal_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("visit_controller.store_operation", "visit_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("remedy_controller.store_operation", "remedy_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "animal_remedy_controller.store_operation",
      "animal_remedy_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "animal_watch_controller.store_operation",
      "animal_watch_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
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
      "practice_controller.process_request",
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
    practiceController,
    practiceStore,
    userController,
    userStore,
    animalController,
    animalStore,
    visitController,
    visitStore,
    remedyController,
    remedyStore,
    animalRemedyController,
    animalRemedyStore,
    animalWatchController,
    animalWatchStore,
    authController,
    credentialStore,
    refreshTokenStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
