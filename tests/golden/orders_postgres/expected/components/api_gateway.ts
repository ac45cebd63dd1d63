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
import type { WorkerSeat } from "../kit/serve_as_worker.ts";
import type { Health } from "../kit/system_routes.ts";
import { type Customer, CUSTOMER_SPEC } from "../models/customer.ts";
import { CUSTOMER_BODY, CUSTOMER_PATCH } from "../schemas/customer_schema.ts";
import { type Order, ORDER_SPEC } from "../models/order.ts";
import { ORDER_BODY, ORDER_PATCH } from "../schemas/order_schema.ts";
import { ORDER_LINE_SPEC, type OrderLine } from "../models/order_line.ts";
import {
  ORDER_LINE_BODY,
  ORDER_LINE_PATCH,
} from "../schemas/order_line_schema.ts";

/** What the endpoint needs. */
export interface OrderDeskAPIGatewayConfig {
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** Reports how the system is. */
  readonly health: () => Health;
  /** Renders the system's metrics for Prometheus. */
  readonly metrics: () => string;
  /** What it has to do as one of several workers. @default it is alone */
  readonly seat?: WorkerSeat | undefined;
}

/** Serves the REST API and passes each request on to its controller. */
export class OrderDeskAPIGateway
  extends HarnessComponent<OrderDeskAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    customer_requests: { direction: "out", type: "CustomerRequest" },
    order_requests: { direction: "out", type: "OrderRequest" },
    order_line_requests: { direction: "out", type: "OrderLineRequest" },
  };

  #api: Api | undefined;
  readonly #listener = new HttpListener((request) => this.fetch(request), {
    hostname: this.config.host,
    port: this.config.port,
    reusePort: this.config.seat !== undefined,
  });

  /** Builds the routes and opens the listener; after a failure, on the port it had. */
  override setup(context?: ComponentContext): void {
    const { health, metrics, seat } = this.config;
    const api = createApi({
      openapi,
      health,
      metrics,
      share: seat?.share,
      log: context?.log,
    });
    const related = {
      customer: {
        spec: CUSTOMER_SPEC,
        send: (request: EntityRequest) => this.sendToCustomerRequests(request),
      },
      order: {
        spec: ORDER_SPEC,
        send: (request: EntityRequest) => this.sendToOrderRequests(request),
      },
      orderLine: {
        spec: ORDER_LINE_SPEC,
        send: (request: EntityRequest) => this.sendToOrderLineRequests(request),
      },
    };
    mountEntity(api, {
      spec: CUSTOMER_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: CUSTOMER_BODY,
      replaceSchema: CUSTOMER_BODY,
      patchSchema: CUSTOMER_PATCH,
      includes: includesOf({
        orders: { kind: "many", field: "customerId", of: related.order },
      }),
      send: (request) => this.sendToCustomerRequests(request),
    });
    mountEntity(api, {
      spec: ORDER_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["pay", "ship"],
      createSchema: ORDER_BODY,
      replaceSchema: ORDER_BODY,
      patchSchema: ORDER_PATCH,
      includes: includesOf({
        customer: { kind: "one", field: "customerId", of: related.customer },
        replaces: { kind: "one", field: "replacesId", of: related.order },
        orders: { kind: "many", field: "replacesId", of: related.order },
        orderLines: { kind: "many", field: "orderId", of: related.orderLine },
      }),
      send: (request) => this.sendToOrderRequests(request),
    });
    mountEntity(api, {
      spec: ORDER_LINE_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: ORDER_LINE_BODY,
      replaceSchema: ORDER_LINE_BODY,
      patchSchema: ORDER_LINE_PATCH,
      includes: includesOf({
        order: { kind: "one", field: "orderId", of: related.order },
      }),
      send: (request) => this.sendToOrderLineRequests(request),
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

  /** Sends a request out by `customer_requests` and waits for the controller's reply. */
  sendToCustomerRequests(
    request: EntityRequest,
  ): Promise<EntityReply<Customer>> {
    return this.request<EntityReply<Customer>>("customer_requests", request);
  }

  /** Sends a request out by `order_requests` and waits for the controller's reply. */
  sendToOrderRequests(request: EntityRequest): Promise<EntityReply<Order>> {
    return this.request<EntityReply<Order>>("order_requests", request);
  }

  /** Sends a request out by `order_line_requests` and waits for the controller's reply. */
  sendToOrderLineRequests(
    request: EntityRequest,
  ): Promise<EntityReply<OrderLine>> {
    return this.request<EntityReply<OrderLine>>("order_line_requests", request);
  }
}
