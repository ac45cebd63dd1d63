/**
 * The clubhouse system.
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
import { ClubhouseAPIGateway } from "./components/api_gateway.ts";
import { MemberController } from "./components/member_controller.ts";
import { MemberStore } from "./components/member_store.ts";
import { EventController } from "./components/event_controller.ts";
import { EventStore } from "./components/event_store.ts";
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
  readonly apiGateway: ClubhouseAPIGateway;
  /** Keeps the rules for a member: answers requests with the help of the store. */
  readonly memberController: MemberController;
  /** Keeps every member: executes one command at a time. */
  readonly memberStore: MemberStore;
  /** Keeps the rules for an event: answers requests with the help of the store. */
  readonly eventController: EventController;
  /** Keeps every event: executes one command at a time. */
  readonly eventStore: EventStore;
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
    name: "clubhouse",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new ClubhouseAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => harness.health(),
    metrics: () => toPrometheus(harness.metrics()),
    addressHeader: config.auth.addressHeader,
  });
  const memberController = new MemberController("member_controller", {});
  const memberStore = new MemberStore("member_store", { database });
  const eventController = new EventController("event_controller", {});
  const eventStore = new EventStore("event_store", { database });
  const authController = new AuthController("auth_controller", {
    auth: config.auth,
  });
  const credentialStore = new CredentialStore("credential_store", { database });
  const refreshTokenStore = new RefreshTokenStore("refresh_token_store", {
    database,
  });
  harness
    .registerComponent(apiGateway)
    .registerComponent(memberController)
    .registerComponent(memberStore)
    .registerComponent(eventController)
    .registerComponent(eventStore)
    .registerComponent(authController)
    .registerComponent(credentialStore)
    .registerComponent(refreshTokenStore)
    .connect(
      "api_gateway.member_requests",
      "member_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.event_requests", "event_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("member_controller.store_operation", "member_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("event_controller.store_operation", "event_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("api_gateway.auth_requests", "auth_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "auth_controller.user_requests",
      "member_controller.process_request",
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
    memberController,
    memberStore,
    eventController,
    eventStore,
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
