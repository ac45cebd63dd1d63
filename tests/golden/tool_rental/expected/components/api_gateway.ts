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
import { type Tool, TOOL_SPEC } from "../models/tool.ts";
import { TOOL_BODY, TOOL_PATCH } from "../schemas/tool_schema.ts";
import { type Rental, RENTAL_SPEC } from "../models/rental.ts";
import { RENTAL_BODY, RENTAL_PATCH } from "../schemas/rental_schema.ts";
import { type Shift, SHIFT_SPEC } from "../models/shift.ts";
import { SHIFT_BODY, SHIFT_PATCH } from "../schemas/shift_schema.ts";
import { type Sale, SALE_SPEC } from "../models/sale.ts";
import { SALE_BODY, SALE_PATCH } from "../schemas/sale_schema.ts";
import { type Item, ITEM_SPEC } from "../models/item.ts";
import { ITEM_BODY, ITEM_PATCH } from "../schemas/item_schema.ts";
import { type Client, CLIENT_SPEC } from "../models/client.ts";
import { CLIENT_BODY, CLIENT_PATCH } from "../schemas/client_schema.ts";

/** What the endpoint needs. */
export interface ToolRentalAPIGatewayConfig {
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
export class ToolRentalAPIGateway
  extends HarnessComponent<ToolRentalAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    tool_requests: { direction: "out", type: "ToolRequest" },
    rental_requests: { direction: "out", type: "RentalRequest" },
    shift_requests: { direction: "out", type: "ShiftRequest" },
    sale_requests: { direction: "out", type: "SaleRequest" },
    item_requests: { direction: "out", type: "ItemRequest" },
    client_requests: { direction: "out", type: "ClientRequest" },
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
      tool: {
        spec: TOOL_SPEC,
        send: (request: EntityRequest) => this.sendToToolRequests(request),
      },
      rental: {
        spec: RENTAL_SPEC,
        send: (request: EntityRequest) => this.sendToRentalRequests(request),
      },
      sale: {
        spec: SALE_SPEC,
        send: (request: EntityRequest) => this.sendToSaleRequests(request),
      },
      item: {
        spec: ITEM_SPEC,
        send: (request: EntityRequest) => this.sendToItemRequests(request),
      },
      client: {
        spec: CLIENT_SPEC,
        send: (request: EntityRequest) => this.sendToClientRequests(request),
      },
    };
    mountEntity(api, {
      spec: TOOL_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: TOOL_BODY,
      replaceSchema: TOOL_BODY,
      patchSchema: TOOL_PATCH,
      includes: includesOf({
        rentals: { kind: "many", field: "toolId", of: related.rental },
      }),
      send: (request) => this.sendToToolRequests(request),
    });
    mountEntity(api, {
      spec: RENTAL_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["confirm", "cancel", "renew"],
      createSchema: RENTAL_BODY,
      replaceSchema: RENTAL_BODY,
      patchSchema: RENTAL_PATCH,
      includes: includesOf({
        tool: { kind: "one", field: "toolId", of: related.tool },
      }),
      send: (request) => this.sendToRentalRequests(request),
    });
    mountEntity(api, {
      spec: SHIFT_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: SHIFT_BODY,
      replaceSchema: SHIFT_BODY,
      patchSchema: SHIFT_PATCH,
      send: (request) => this.sendToShiftRequests(request),
    });
    mountEntity(api, {
      spec: SALE_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["place", "cancel", "credit", "restore"],
      createSchema: SALE_BODY,
      replaceSchema: SALE_BODY,
      patchSchema: SALE_PATCH,
      includes: includesOf({
        item: { kind: "one", field: "itemId", of: related.item },
        client: { kind: "one", field: "clientId", of: related.client },
      }),
      send: (request) => this.sendToSaleRequests(request),
    });
    mountEntity(api, {
      spec: ITEM_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["restore"],
      createSchema: ITEM_BODY,
      replaceSchema: ITEM_BODY,
      patchSchema: ITEM_PATCH,
      includes: includesOf({
        sales: { kind: "many", field: "itemId", of: related.sale },
      }),
      send: (request) => this.sendToItemRequests(request),
    });
    mountEntity(api, {
      spec: CLIENT_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: CLIENT_BODY,
      replaceSchema: CLIENT_BODY,
      patchSchema: CLIENT_PATCH,
      includes: includesOf({
        sales: { kind: "many", field: "clientId", of: related.sale },
      }),
      send: (request) => this.sendToClientRequests(request),
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

  /** Sends a request out by `tool_requests` and waits for the controller's reply. */
  sendToToolRequests(request: EntityRequest): Promise<EntityReply<Tool>> {
    return this.request<EntityReply<Tool>>("tool_requests", request);
  }

  /** Sends a request out by `rental_requests` and waits for the controller's reply. */
  sendToRentalRequests(request: EntityRequest): Promise<EntityReply<Rental>> {
    return this.request<EntityReply<Rental>>("rental_requests", request);
  }

  /** Sends a request out by `shift_requests` and waits for the controller's reply. */
  sendToShiftRequests(request: EntityRequest): Promise<EntityReply<Shift>> {
    return this.request<EntityReply<Shift>>("shift_requests", request);
  }

  /** Sends a request out by `sale_requests` and waits for the controller's reply. */
  sendToSaleRequests(request: EntityRequest): Promise<EntityReply<Sale>> {
    return this.request<EntityReply<Sale>>("sale_requests", request);
  }

  /** Sends a request out by `item_requests` and waits for the controller's reply. */
  sendToItemRequests(request: EntityRequest): Promise<EntityReply<Item>> {
    return this.request<EntityReply<Item>>("item_requests", request);
  }

  /** Sends a request out by `client_requests` and waits for the controller's reply. */
  sendToClientRequests(request: EntityRequest): Promise<EntityReply<Client>> {
    return this.request<EntityReply<Client>>("client_requests", request);
  }
}
