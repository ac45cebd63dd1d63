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
import { ACCESS } from "../access/access_rules.ts";
import openapi from "../docs/openapi.json" with { type: "json" };
import { mountAccount } from "../kit/account_routes.ts";
import type { AuthReply, AuthRequest } from "../kit/auth_request.ts";
import { fromConnection } from "../kit/client_address.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import { mountResourceAggregates } from "../kit/resource_aggregates.ts";
import { resourceBulk } from "../kit/resource_bulk.ts";
import { resourceGuard } from "../kit/resource_guard.ts";
import { mountResource } from "../kit/resource_routes.ts";
import type { Sources } from "../kit/resource_spec.ts";
import type { Health } from "../kit/system_routes.ts";
import { type User, USER_SPEC } from "../models/user.ts";
import { PARCEL_BOX_AGGREGATES, type ParcelBox } from "../models/parcel_box.ts";
import { type BoxNote } from "../models/box_note.ts";
import { ACCOUNT } from "../resources/account.ts";
import { API_SHAPE } from "../resources/api_shape.ts";
import { PARCEL_SENDER_RESOURCE } from "../resources/parcel_sender_resource.ts";
import { PARCEL_BOX_RESOURCE } from "../resources/parcel_box_resource.ts";
import { BOX_NOTE_RESOURCE } from "../resources/box_note_resource.ts";
import { ACCOUNT_CHANGE, LOGIN, REGISTRATION } from "../schemas/auth_schema.ts";
import {
  PARCEL_BOX_BODY,
  PARCEL_BOX_PATCH,
} from "../schemas/parcel_box_schema.ts";
import { BOX_NOTE_BODY, BOX_NOTE_PATCH } from "../schemas/box_note_schema.ts";

/** What the endpoint needs. */
export interface ParcelDeskAPIGatewayConfig {
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** Reports how the system is. */
  readonly health: () => Health;
  /** Renders the system's metrics for Prometheus. */
  readonly metrics: () => string;
  /** The header by which a trusted proxy tells the client's address; empty to take the connection's. */
  readonly addressHeader: string | undefined;
}

/** Serves the REST API and passes each request on to its controller. */
export class ParcelDeskAPIGateway
  extends HarnessComponent<ParcelDeskAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    user_requests: { direction: "out", type: "UserRequest" },
    parcel_box_requests: { direction: "out", type: "ParcelBoxRequest" },
    box_note_requests: { direction: "out", type: "BoxNoteRequest" },
    auth_requests: { direction: "out", type: "AuthRequest" },
  };

  #fetch: Api["fetch"] | undefined;
  readonly #listener = new HttpListener(
    (request, info) => this.fetch(fromConnection(request, info)),
    {
      hostname: this.config.host,
      port: this.config.port,
    },
  );

  /** Builds the routes and opens the listener; after a failure, on the port it had. */
  override setup(context?: ComponentContext): void {
    const { health, metrics } = this.config;
    const api = createApi({ openapi, health, metrics, log: context?.log });
    const ask = (request: AuthRequest) => this.sendToAuthRequests(request);
    const sources: Sources = {
      user: (request) => this.sendToUserRequests(request),
      parcel_box: (request) => this.sendToParcelBoxRequests(request),
      box_note: (request) => this.sendToBoxNoteRequests(request),
    };
    const guards = {
      user: resourceGuard(ACCESS.user, ask, API_SHAPE),
      parcel_box: resourceGuard(ACCESS.parcelBox, ask, API_SHAPE),
      box_note: resourceGuard(ACCESS.boxNote, ask, API_SHAPE),
    };
    const common = { sources, guards, shape: API_SHAPE };
    mountAccount(api, {
      ...ACCOUNT,
      entity: USER_SPEC,
      signIn: "email",
      schemas: { register: REGISTRATION, login: LOGIN, change: ACCOUNT_CHANGE },
      shape: API_SHAPE,
      sources,
      guard: guards.user,
      addressHeader: this.config.addressHeader,
      ask,
    });
    mountResource(api, {
      ...common,
      resource: PARCEL_SENDER_RESOURCE,
      operations: [{ operation: "get" }],
    });
    mountResourceAggregates(api, {
      ...common,
      resource: PARCEL_BOX_RESOURCE,
      operations: [],
    }, PARCEL_BOX_AGGREGATES);
    mountResource(api, {
      ...common,
      resource: PARCEL_BOX_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: PARCEL_BOX_BODY },
        { operation: "replace", schema: PARCEL_BOX_BODY },
        { operation: "patch", schema: PARCEL_BOX_PATCH },
        { operation: "delete" },
      ],
      bulk: resourceBulk(["create", "patch", "delete"], 10),
    });
    mountResource(api, {
      ...common,
      resource: BOX_NOTE_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: BOX_NOTE_BODY },
        { operation: "replace", schema: BOX_NOTE_BODY },
        { operation: "patch", schema: BOX_NOTE_PATCH },
        { operation: "delete" },
      ],
    });
    this.#fetch = api.fetch;
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
    if (!this.#fetch) throw new Error("The endpoint is not set up");
    return this.#fetch(request);
  }

  /** Sends a request out by `user_requests` and waits for the controller's reply. */
  sendToUserRequests(request: EntityRequest): Promise<EntityReply<User>> {
    return this.request<EntityReply<User>>("user_requests", request);
  }

  /** Sends a request out by `parcel_box_requests` and waits for the controller's reply. */
  sendToParcelBoxRequests(
    request: EntityRequest,
  ): Promise<EntityReply<ParcelBox>> {
    return this.request<EntityReply<ParcelBox>>("parcel_box_requests", request);
  }

  /** Sends a request out by `box_note_requests` and waits for the controller's reply. */
  sendToBoxNoteRequests(request: EntityRequest): Promise<EntityReply<BoxNote>> {
    return this.request<EntityReply<BoxNote>>("box_note_requests", request);
  }

  /** Sends a request out by `auth_requests` and waits for the reply. */
  sendToAuthRequests(request: AuthRequest): Promise<AuthReply> {
    return this.request<AuthReply>("auth_requests", request);
  }
}
