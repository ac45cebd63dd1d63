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
import { shownReply, shownSpec } from "../kit/shown_entity.ts";
import type { Health } from "../kit/system_routes.ts";
import { EVENT_SPEC, type EventEntity } from "../models/event.ts";
import { EVENT_BODY, EVENT_PATCH } from "../schemas/event_schema.ts";
import { type Ticket, TICKET_SPEC } from "../models/ticket.ts";
import { TICKET_BODY, TICKET_PATCH } from "../schemas/ticket_schema.ts";

/** What the endpoint needs. */
export interface TicketDeskAPIGatewayConfig {
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
export class TicketDeskAPIGateway
  extends HarnessComponent<TicketDeskAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    event_requests: { direction: "out", type: "EventEntityRequest" },
    ticket_requests: { direction: "out", type: "TicketRequest" },
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
      event: {
        spec: EVENT_SPEC,
        send: (request: EntityRequest) => this.sendToEventRequests(request),
      },
      ticket: {
        spec: TICKET_SPEC,
        send: async (request: EntityRequest) =>
          shownReply(TICKET_SPEC, await this.sendToTicketRequests(request)),
      },
    };
    mountEntity(api, {
      spec: EVENT_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: EVENT_BODY,
      replaceSchema: EVENT_BODY,
      patchSchema: EVENT_PATCH,
      includes: includesOf({
        tickets: { kind: "many", field: "eventId", of: related.ticket },
      }),
      send: (request) => this.sendToEventRequests(request),
    });
    mountEntity(api, {
      spec: shownSpec(TICKET_SPEC),
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["admit"],
      createSchema: TICKET_BODY,
      replaceSchema: TICKET_BODY,
      patchSchema: TICKET_PATCH,
      includes: includesOf({
        event: { kind: "one", field: "eventId", of: related.event },
      }),
      send: async (request) =>
        shownReply(TICKET_SPEC, await this.sendToTicketRequests(request)),
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

  /** Sends a request out by `event_requests` and waits for the controller's reply. */
  sendToEventRequests(
    request: EntityRequest,
  ): Promise<EntityReply<EventEntity>> {
    return this.request<EntityReply<EventEntity>>("event_requests", request);
  }

  /** Sends a request out by `ticket_requests` and waits for the controller's reply. */
  sendToTicketRequests(request: EntityRequest): Promise<EntityReply<Ticket>> {
    return this.request<EntityReply<Ticket>>("ticket_requests", request);
  }
}
