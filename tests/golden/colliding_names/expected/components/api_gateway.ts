/**
 * The HTTP API: turns requests into messages for the controllers, and their replies into responses.
 *
 * @module
 */
import {
  type ComponentContext,
  HarnessComponent,
  type PortSpec,
} from "@autocoder/harness";
import openapi from "../docs/openapi.json" with { type: "json" };
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { mountEntity } from "../kit/entity_routes.ts";
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import { includesOf } from "../kit/included_entities.ts";
import type { Health } from "../kit/system_routes.ts";
import { type API, API_SPEC } from "../models/api.ts";
import { API_BODY, API_PATCH } from "../schemas/api_schema.ts";
import { SQL_SPEC, type SQLEntity } from "../models/sql.ts";
import { SQL_BODY, SQL_PATCH } from "../schemas/sql_schema.ts";
import { type Body, BODY_SPEC } from "../models/body.ts";
import { BODY_BODY, BODY_PATCH } from "../schemas/body_schema.ts";
import { type Test, TEST_SPEC } from "../models/test.ts";
import { TEST_BODY, TEST_PATCH } from "../schemas/test_schema.ts";
import { type Start, START_SPEC } from "../models/start.ts";
import { START_BODY, START_PATCH } from "../schemas/start_schema.ts";
import { type Controller, CONTROLLER_SPEC } from "../models/controller.ts";
import {
  CONTROLLER_BODY,
  CONTROLLER_PATCH,
} from "../schemas/controller_schema.ts";
import { type Done, DONE_SPEC } from "../models/done.ts";
import { DONE_BODY, DONE_PATCH } from "../schemas/done_schema.ts";
import { type Changed, CHANGED_SPEC } from "../models/changed.ts";
import { CHANGED_BODY, CHANGED_PATCH } from "../schemas/changed_schema.ts";
import { type X, X_SPEC } from "../models/x.ts";
import { X_BODY, X_PATCH } from "../schemas/x_schema.ts";
import { type Receipt, RECEIPT_SPEC } from "../models/receipt.ts";
import { RECEIPT_BODY } from "../schemas/receipt_schema.ts";
import { type UUID, UUID_SPEC } from "../models/uuid.ts";
import { UUID_BODY, UUID_PATCH } from "../schemas/uuid_schema.ts";
import { type Assert, ASSERT_SPEC } from "../models/assert.ts";
import { ASSERT_BODY, ASSERT_PATCH } from "../schemas/assert_schema.ts";

/** What the endpoint needs. */
export interface CollidingNamesAPIGatewayConfig {
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** Reports how the system is. */
  readonly health: () => Health;
  /** Renders the system's metrics for Prometheus. */
  readonly metrics: () => string;
}

/** Serves the REST API and passes each request on to its controller. */
export class CollidingNamesAPIGateway
  extends HarnessComponent<CollidingNamesAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    api_requests: { direction: "out", type: "APIRequest" },
    sql_requests: { direction: "out", type: "SQLEntityRequest" },
    body_requests: { direction: "out", type: "BodyRequest" },
    test_requests: { direction: "out", type: "TestRequest" },
    start_requests: { direction: "out", type: "StartRequest" },
    controller_requests: { direction: "out", type: "ControllerRequest" },
    done_requests: { direction: "out", type: "DoneRequest" },
    changed_requests: { direction: "out", type: "ChangedRequest" },
    x_requests: { direction: "out", type: "XRequest" },
    receipt_requests: { direction: "out", type: "ReceiptRequest" },
    uuid_requests: { direction: "out", type: "UUIDRequest" },
    assert_requests: { direction: "out", type: "AssertRequest" },
  };

  #api: Api | undefined;
  readonly #listener = new HttpListener((request) => this.fetch(request), {
    hostname: this.config.host,
    port: this.config.port,
  });

  /** Builds the routes and opens the listener; after a failure, on the port it had. */
  override setup(context?: ComponentContext): void {
    const { health, metrics } = this.config;
    const api = createApi({ openapi, health, metrics, log: context?.log });
    const related = {
      api: {
        spec: API_SPEC,
        send: (request: EntityRequest) => this.sendToApiRequests(request),
      },
      sql: {
        spec: SQL_SPEC,
        send: (request: EntityRequest) => this.sendToSqlRequests(request),
      },
    };
    mountEntity(api, {
      spec: API_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: API_BODY,
      replaceSchema: API_BODY,
      patchSchema: API_PATCH,
      includes: includesOf({
        sqls: { kind: "many", field: "apiId", of: related.sql },
      }),
      send: (request) => this.sendToApiRequests(request),
    });
    mountEntity(api, {
      spec: SQL_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: SQL_BODY,
      replaceSchema: SQL_BODY,
      patchSchema: SQL_PATCH,
      includes: includesOf({
        api: { kind: "one", field: "apiId", of: related.api },
      }),
      send: (request) => this.sendToSqlRequests(request),
    });
    mountEntity(api, {
      spec: BODY_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: BODY_BODY,
      replaceSchema: BODY_BODY,
      patchSchema: BODY_PATCH,
      send: (request) => this.sendToBodyRequests(request),
    });
    mountEntity(api, {
      spec: TEST_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: TEST_BODY,
      replaceSchema: TEST_BODY,
      patchSchema: TEST_PATCH,
      send: (request) => this.sendToTestRequests(request),
    });
    mountEntity(api, {
      spec: START_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: START_BODY,
      replaceSchema: START_BODY,
      patchSchema: START_PATCH,
      send: (request) => this.sendToStartRequests(request),
    });
    mountEntity(api, {
      spec: CONTROLLER_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: CONTROLLER_BODY,
      replaceSchema: CONTROLLER_BODY,
      patchSchema: CONTROLLER_PATCH,
      send: (request) => this.sendToControllerRequests(request),
    });
    mountEntity(api, {
      spec: DONE_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["finish"],
      createSchema: DONE_BODY,
      replaceSchema: DONE_BODY,
      patchSchema: DONE_PATCH,
      send: (request) => this.sendToDoneRequests(request),
    });
    mountEntity(api, {
      spec: CHANGED_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: CHANGED_BODY,
      replaceSchema: CHANGED_BODY,
      patchSchema: CHANGED_PATCH,
      send: (request) => this.sendToChangedRequests(request),
    });
    mountEntity(api, {
      spec: X_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: X_BODY,
      replaceSchema: X_BODY,
      patchSchema: X_PATCH,
      send: (request) => this.sendToXRequests(request),
    });
    mountEntity(api, {
      spec: RECEIPT_SPEC,
      operations: ["create"],
      createSchema: RECEIPT_BODY,
      send: (request) => this.sendToReceiptRequests(request),
    });
    mountEntity(api, {
      spec: UUID_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: UUID_BODY,
      replaceSchema: UUID_BODY,
      patchSchema: UUID_PATCH,
      send: (request) => this.sendToUuidRequests(request),
    });
    mountEntity(api, {
      spec: ASSERT_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: ASSERT_BODY,
      replaceSchema: ASSERT_BODY,
      patchSchema: ASSERT_PATCH,
      send: (request) => this.sendToAssertRequests(request),
    });
    this.#api = api;
    const url = this.#listener.open();
    context?.log({
      level: "info",
      event: "listening",
      component: this.name,
      url,
    });
  }

  /** Serves until the system stops, then finishes the requests in hand. */
  override process(): Promise<void> {
    return this.#listener.serve(this.signal);
  }

  /** Closes the listener, if it is still open, and the outputs. */
  override async cleanup(): Promise<void> {
    await this.#listener.close();
    await super.cleanup();
  }

  /** The address it listens on, as soon as it does. */
  get listening(): Promise<string> {
    return this.#listener.listening;
  }

  /** Answers one request, as the listener does. */
  fetch(request: Request): Response | Promise<Response> {
    if (!this.#api) throw new Error("The endpoint is not set up");
    return this.#api.fetch(request);
  }

  /** Sends a request out by `api_requests` and waits for the controller's reply. */
  sendToApiRequests(request: EntityRequest): Promise<EntityReply<API>> {
    return this.request<EntityReply<API>>("api_requests", request);
  }

  /** Sends a request out by `sql_requests` and waits for the controller's reply. */
  sendToSqlRequests(request: EntityRequest): Promise<EntityReply<SQLEntity>> {
    return this.request<EntityReply<SQLEntity>>("sql_requests", request);
  }

  /** Sends a request out by `body_requests` and waits for the controller's reply. */
  sendToBodyRequests(request: EntityRequest): Promise<EntityReply<Body>> {
    return this.request<EntityReply<Body>>("body_requests", request);
  }

  /** Sends a request out by `test_requests` and waits for the controller's reply. */
  sendToTestRequests(request: EntityRequest): Promise<EntityReply<Test>> {
    return this.request<EntityReply<Test>>("test_requests", request);
  }

  /** Sends a request out by `start_requests` and waits for the controller's reply. */
  sendToStartRequests(request: EntityRequest): Promise<EntityReply<Start>> {
    return this.request<EntityReply<Start>>("start_requests", request);
  }

  /** Sends a request out by `controller_requests` and waits for the controller's reply. */
  sendToControllerRequests(
    request: EntityRequest,
  ): Promise<EntityReply<Controller>> {
    return this.request<EntityReply<Controller>>(
      "controller_requests",
      request,
    );
  }

  /** Sends a request out by `done_requests` and waits for the controller's reply. */
  sendToDoneRequests(request: EntityRequest): Promise<EntityReply<Done>> {
    return this.request<EntityReply<Done>>("done_requests", request);
  }

  /** Sends a request out by `changed_requests` and waits for the controller's reply. */
  sendToChangedRequests(request: EntityRequest): Promise<EntityReply<Changed>> {
    return this.request<EntityReply<Changed>>("changed_requests", request);
  }

  /** Sends a request out by `x_requests` and waits for the controller's reply. */
  sendToXRequests(request: EntityRequest): Promise<EntityReply<X>> {
    return this.request<EntityReply<X>>("x_requests", request);
  }

  /** Sends a request out by `receipt_requests` and waits for the controller's reply. */
  sendToReceiptRequests(request: EntityRequest): Promise<EntityReply<Receipt>> {
    return this.request<EntityReply<Receipt>>("receipt_requests", request);
  }

  /** Sends a request out by `uuid_requests` and waits for the controller's reply. */
  sendToUuidRequests(request: EntityRequest): Promise<EntityReply<UUID>> {
    return this.request<EntityReply<UUID>>("uuid_requests", request);
  }

  /** Sends a request out by `assert_requests` and waits for the controller's reply. */
  sendToAssertRequests(request: EntityRequest): Promise<EntityReply<Assert>> {
    return this.request<EntityReply<Assert>>("assert_requests", request);
  }
}
