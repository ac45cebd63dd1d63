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
import { type Group, GROUP_SPEC } from "../models/group.ts";
import { GROUP_BODY, GROUP_PATCH } from "../schemas/group_schema.ts";
import { EVENT_SPEC, type EventEntity } from "../models/event.ts";
import { EVENT_BODY, EVENT_PATCH } from "../schemas/event_schema.ts";
import { MAP_SPEC, type MapEntity } from "../models/map.ts";
import { MAP_BODY } from "../schemas/map_schema.ts";

/** What the endpoint needs. */
export interface OddNamesAPIGatewayConfig {
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
export class OddNamesAPIGateway
  extends HarnessComponent<OddNamesAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    group_requests: { direction: "out", type: "GroupRequest" },
    event_requests: { direction: "out", type: "EventEntityRequest" },
    map_requests: { direction: "out", type: "MapEntityRequest" },
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
      group: {
        spec: GROUP_SPEC,
        send: (request: EntityRequest) => this.sendToGroupRequests(request),
      },
      event: {
        spec: EVENT_SPEC,
        send: (request: EntityRequest) => this.sendToEventRequests(request),
      },
    };
    mountEntity(api, {
      spec: GROUP_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: GROUP_BODY,
      replaceSchema: GROUP_BODY,
      patchSchema: GROUP_PATCH,
      includes: includesOf({
        events: { kind: "many", field: "groupId", of: related.event },
      }),
      send: (request) => this.sendToGroupRequests(request),
    });
    mountEntity(api, {
      spec: EVENT_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: EVENT_BODY,
      replaceSchema: EVENT_BODY,
      patchSchema: EVENT_PATCH,
      includes: includesOf({
        group: { kind: "one", field: "groupId", of: related.group },
      }),
      send: (request) => this.sendToEventRequests(request),
    });
    mountEntity(api, {
      spec: MAP_SPEC,
      operations: ["list", "get", "create"],
      createSchema: MAP_BODY,
      send: (request) => this.sendToMapRequests(request),
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

  /** Sends a request out by `group_requests` and waits for the controller's reply. */
  sendToGroupRequests(request: EntityRequest): Promise<EntityReply<Group>> {
    return this.request<EntityReply<Group>>("group_requests", request);
  }

  /** Sends a request out by `event_requests` and waits for the controller's reply. */
  sendToEventRequests(
    request: EntityRequest,
  ): Promise<EntityReply<EventEntity>> {
    return this.request<EntityReply<EventEntity>>("event_requests", request);
  }

  /** Sends a request out by `map_requests` and waits for the controller's reply. */
  sendToMapRequests(request: EntityRequest): Promise<EntityReply<MapEntity>> {
    return this.request<EntityReply<MapEntity>>("map_requests", request);
  }
}
