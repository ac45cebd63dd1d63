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
import { mountFiles, removingFiles, sweepFiles } from "../kit/file_routes.ts";
import type { FileStore } from "../kit/file_store.ts";
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import type { Health } from "../kit/system_routes.ts";
import { type Order, ORDER_FILES, ORDER_SPEC } from "../models/order.ts";
import { ORDER_BODY, ORDER_PATCH } from "../schemas/order_schema.ts";

/** What the endpoint needs. */
export interface OrderAPIGatewayConfig {
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** Reports how the system is. */
  readonly health: () => Health;
  /** Renders the system's metrics for Prometheus. */
  readonly metrics: () => string;
  /** Where files are kept. */
  readonly files: FileStore;
}

/** Serves the REST API and passes each request on to its controller. */
export class OrderAPIGateway extends HarnessComponent<OrderAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    order_requests: { direction: "out", type: "OrderRequest" },
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
    mountEntity(api, {
      spec: ORDER_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: ORDER_BODY,
      replaceSchema: ORDER_BODY,
      patchSchema: ORDER_PATCH,
      send: removingFiles({
        spec: ORDER_SPEC,
        fields: ORDER_FILES,
        files: this.config.files,
        send: (request) => this.sendToOrderRequests(request),
      }),
    });
    mountFiles(api, {
      spec: ORDER_SPEC,
      fields: ORDER_FILES,
      files: this.config.files,
      send: (request) => this.sendToOrderRequests(request),
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

  /** Removes the files that belong to nothing, and serves until the system stops, then finishes the requests in hand. */
  override async process(): Promise<void> {
    await Promise.all([
      sweepFiles(this.config.files, {
        "order": {
          send: (request) => this.sendToOrderRequests(request),
        },
      }),
      this.#listener.serve(this.signal),
    ]);
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

  /** Sends a request out by `order_requests` and waits for the controller's reply. */
  sendToOrderRequests(request: EntityRequest): Promise<EntityReply<Order>> {
    return this.request<EntityReply<Order>>("order_requests", request);
  }
}
