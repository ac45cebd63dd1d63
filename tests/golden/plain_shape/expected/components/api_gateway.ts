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
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import { mountResourceAggregates } from "../kit/resource_aggregates.ts";
import { resourceBulk } from "../kit/resource_bulk.ts";
import { mountResource } from "../kit/resource_routes.ts";
import type { Sources } from "../kit/resource_spec.ts";
import type { Health } from "../kit/system_routes.ts";
import { type Bill, BILL_AGGREGATES } from "../models/bill.ts";
import { type Line, LINE_AGGREGATES } from "../models/line.ts";
import { type Note } from "../models/note.ts";
import { API_SHAPE } from "../resources/api_shape.ts";
import { BILL_RESOURCE } from "../resources/bill_resource.ts";
import { LINE_RESOURCE } from "../resources/line_resource.ts";
import { NOTE_RESOURCE } from "../resources/note_resource.ts";
import { BILL_BODY, BILL_PATCH } from "../schemas/bill_schema.ts";
import { LINE_BODY, LINE_PATCH } from "../schemas/line_schema.ts";
import { NOTE_BODY, NOTE_PATCH } from "../schemas/note_schema.ts";

/** What the endpoint needs. */
export interface PlainShapeAPIGatewayConfig {
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
export class PlainShapeAPIGateway
  extends HarnessComponent<PlainShapeAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    bill_requests: { direction: "out", type: "BillRequest" },
    line_requests: { direction: "out", type: "LineRequest" },
    note_requests: { direction: "out", type: "NoteRequest" },
  };

  #fetch: Api["fetch"] | undefined;
  readonly #listener = new HttpListener((request) => this.fetch(request), {
    hostname: this.config.host,
    port: this.config.port,
  });

  /** Builds the routes and opens the listener; after a failure, on the port it had. */
  override setup(context?: ComponentContext): void {
    const { health, metrics } = this.config;
    const api = createApi({ openapi, health, metrics, log: context?.log });
    const sources: Sources = {
      bill: (request) => this.sendToBillRequests(request),
      line: (request) => this.sendToLineRequests(request),
      note: (request) => this.sendToNoteRequests(request),
    };
    const guards = {};
    const common = { sources, guards, shape: API_SHAPE };
    mountResourceAggregates(api, {
      ...common,
      resource: BILL_RESOURCE,
      operations: [],
    }, BILL_AGGREGATES);
    mountResource(api, {
      ...common,
      resource: BILL_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: BILL_BODY },
        { operation: "replace", schema: BILL_BODY },
        { operation: "patch", schema: BILL_PATCH },
        { operation: "delete" },
      ],
      actions: ["pay"],
      lists: { open: [{ kind: "field", field: "status", value: "open" }] },
      bulk: resourceBulk(["create", "patch", "delete"], 100),
    });
    mountResourceAggregates(api, {
      ...common,
      resource: LINE_RESOURCE,
      operations: [],
    }, LINE_AGGREGATES);
    mountResource(api, {
      ...common,
      resource: LINE_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: LINE_BODY },
        { operation: "replace", schema: LINE_BODY },
        { operation: "patch", status: 202, schema: LINE_PATCH },
        { operation: "delete" },
      ],
      bulk: resourceBulk(["create", "delete"], 20),
    });
    mountResource(api, {
      ...common,
      resource: NOTE_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: NOTE_BODY },
        { operation: "replace", schema: NOTE_BODY },
        { operation: "patch", schema: NOTE_PATCH },
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

  /** Sends a request out by `bill_requests` and waits for the controller's reply. */
  sendToBillRequests(request: EntityRequest): Promise<EntityReply<Bill>> {
    return this.request<EntityReply<Bill>>("bill_requests", request);
  }

  /** Sends a request out by `line_requests` and waits for the controller's reply. */
  sendToLineRequests(request: EntityRequest): Promise<EntityReply<Line>> {
    return this.request<EntityReply<Line>>("line_requests", request);
  }

  /** Sends a request out by `note_requests` and waits for the controller's reply. */
  sendToNoteRequests(request: EntityRequest): Promise<EntityReply<Note>> {
    return this.request<EntityReply<Note>>("note_requests", request);
  }
}
