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
import { referenceCheck } from "../kit/access_guard.ts";
import openapi from "../docs/openapi.json" with { type: "json" };
import { mountAuth } from "../kit/auth_routes.ts";
import type { AuthReply, AuthRequest } from "../kit/auth_request.ts";
import { fromConnection } from "../kit/client_address.ts";
import { withOrigins } from "../kit/cors.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { messageResponse } from "../kit/error_messages.ts";
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import type { LiveSubscription } from "../kit/live_subscription.ts";
import type { LiveRequest } from "../kit/live_updates.ts";
import type { Outcome } from "../kit/problem.ts";
import { resourceGuard } from "../kit/resource_guard.ts";
import { mountResourceLive } from "../kit/resource_live.ts";
import { mountResource } from "../kit/resource_routes.ts";
import type { Sources } from "../kit/resource_spec.ts";
import type { Health } from "../kit/system_routes.ts";
import { type User } from "../models/user.ts";
import { type Concert } from "../models/concert.ts";
import { type SeatRequest } from "../models/seat_request.ts";
import { API_SHAPE } from "../resources/api_shape.ts";
import { PERSON_RESOURCE } from "../resources/person_resource.ts";
import { CONCERT_RESOURCE } from "../resources/concert_resource.ts";
import { SEAT_REQUEST_RESOURCE } from "../resources/seat_request_resource.ts";
import { LOGIN, REGISTRATION } from "../schemas/auth_schema.ts";
import { CONCERT_BODY, CONCERT_PATCH } from "../schemas/concert_schema.ts";
import {
  SEAT_REQUEST_BODY,
  SEAT_REQUEST_PATCH,
} from "../schemas/seat_request_schema.ts";

/** What the endpoint needs. */
export interface ChoirBoardAPIGatewayConfig {
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
export class ChoirBoardAPIGateway
  extends HarnessComponent<ChoirBoardAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    user_requests: { direction: "out", type: "UserRequest" },
    concert_requests: { direction: "out", type: "ConcertRequest" },
    seat_request_requests: { direction: "out", type: "SeatRequestRequest" },
    auth_requests: { direction: "out", type: "AuthRequest" },
    live_requests: { direction: "out", type: "LiveRequest" },
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
      concert: (request) => this.sendToConcertRequests(request),
      seat_request: (request) => this.sendToSeatRequestRequests(request),
    };
    const guards = {
      user: resourceGuard(ACCESS.user, ask, API_SHAPE),
      concert: resourceGuard(ACCESS.concert, ask, API_SHAPE),
      seat_request: resourceGuard(ACCESS.seatRequest, ask, API_SHAPE),
    };
    const common = { sources, guards, shape: API_SHAPE };
    const live = {
      subscribe: (request: LiveRequest) => this.sendToLiveRequests(request),
      signal: this.signal,
      origins: ["https://choir.example.com"],
    };
    mountAuth(api, {
      registration: REGISTRATION,
      login: LOGIN,
      usersPath: "/v1/people",
      basePath: "/v1",
      scheme: API_SHAPE.scheme,
      open: true,
      access: ACCESS.user,
      addressHeader: this.config.addressHeader,
      ask,
    });
    mountResource(api, {
      ...common,
      resource: PERSON_RESOURCE,
      operations: [{ operation: "get" }],
    });
    mountResourceLive(api, {
      ...common,
      resource: CONCERT_RESOURCE,
      operations: [],
    }, live);
    mountResource(api, {
      ...common,
      resource: CONCERT_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: CONCERT_BODY },
        { operation: "replace", schema: CONCERT_BODY },
        { operation: "patch", schema: CONCERT_PATCH },
        { operation: "delete" },
      ],
    });
    mountResourceLive(api, {
      ...common,
      resource: SEAT_REQUEST_RESOURCE,
      operations: [],
    }, live);
    mountResource(api, {
      ...common,
      resource: SEAT_REQUEST_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: SEAT_REQUEST_BODY },
        { operation: "replace", schema: SEAT_REQUEST_BODY },
        { operation: "patch", schema: SEAT_REQUEST_PATCH },
        { operation: "delete" },
      ],
      checkReferences: referenceCheck(ask, {
        concertId: {
          access: ACCESS.concert,
          label: "concert",
          send: (request) => this.sendToConcertRequests(request),
        },
      }, API_SHAPE.scheme),
    });
    this.#fetch = withOrigins(
      async (request: Request) => messageResponse(await api.fetch(request)),
      ["https://choir.example.com"],
    );
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

  /** Sends a request out by `concert_requests` and waits for the controller's reply. */
  sendToConcertRequests(request: EntityRequest): Promise<EntityReply<Concert>> {
    return this.request<EntityReply<Concert>>("concert_requests", request);
  }

  /** Sends a request out by `seat_request_requests` and waits for the controller's reply. */
  sendToSeatRequestRequests(
    request: EntityRequest,
  ): Promise<EntityReply<SeatRequest>> {
    return this.request<EntityReply<SeatRequest>>(
      "seat_request_requests",
      request,
    );
  }

  /** Sends a request out by `auth_requests` and waits for the reply. */
  sendToAuthRequests(request: AuthRequest): Promise<AuthReply> {
    return this.request<AuthReply>("auth_requests", request);
  }

  /** Sends a request out by `live_requests` and waits for the subscription. */
  sendToLiveRequests(request: LiveRequest): Promise<Outcome<LiveSubscription>> {
    return this.request<Outcome<LiveSubscription>>("live_requests", request);
  }
}
