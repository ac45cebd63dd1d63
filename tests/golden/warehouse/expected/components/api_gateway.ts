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
import { fromConnection } from "../kit/client_address.ts";
import {
  type ClientRateLimit,
  withRateLimit,
} from "../kit/client_rate_limit.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { mountEntity } from "../kit/entity_routes.ts";
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import { includesOf } from "../kit/included_entities.ts";
import type { Health } from "../kit/system_routes.ts";
import { type Supplier, SUPPLIER_SPEC } from "../models/supplier.ts";
import { SUPPLIER_BODY, SUPPLIER_PATCH } from "../schemas/supplier_schema.ts";
import { type Product, PRODUCT_SPEC } from "../models/product.ts";
import { PRODUCT_BODY, PRODUCT_PATCH } from "../schemas/product_schema.ts";
import { type Withdrawal, WITHDRAWAL_SPEC } from "../models/withdrawal.ts";
import {
  WITHDRAWAL_BODY,
  WITHDRAWAL_PATCH,
} from "../schemas/withdrawal_schema.ts";

/** What the endpoint needs. */
export interface WarehouseAPIGatewayConfig {
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** Reports how the system is. */
  readonly health: () => Health;
  /** Renders the system's metrics for Prometheus. */
  readonly metrics: () => string;
  /** How many requests each client may make. */
  readonly rateLimit: ClientRateLimit;
}

/** Serves the REST API and passes each request on to its controller. */
export class WarehouseAPIGateway
  extends HarnessComponent<WarehouseAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    supplier_requests: { direction: "out", type: "SupplierRequest" },
    product_requests: { direction: "out", type: "ProductRequest" },
    withdrawal_requests: { direction: "out", type: "WithdrawalRequest" },
  };

  #api: Api | undefined;
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
    const related = {
      supplier: {
        spec: SUPPLIER_SPEC,
        send: (request: EntityRequest) => this.sendToSupplierRequests(request),
      },
      product: {
        spec: PRODUCT_SPEC,
        send: (request: EntityRequest) => this.sendToProductRequests(request),
      },
      withdrawal: {
        spec: WITHDRAWAL_SPEC,
        send: (request: EntityRequest) =>
          this.sendToWithdrawalRequests(request),
      },
    };
    mountEntity(api, {
      spec: SUPPLIER_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: SUPPLIER_BODY,
      replaceSchema: SUPPLIER_BODY,
      patchSchema: SUPPLIER_PATCH,
      includes: includesOf({
        products: { kind: "many", field: "supplierId", of: related.product },
      }),
      send: (request) => this.sendToSupplierRequests(request),
    });
    mountEntity(api, {
      spec: PRODUCT_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["withdraw", "restore"],
      createSchema: PRODUCT_BODY,
      replaceSchema: PRODUCT_BODY,
      patchSchema: PRODUCT_PATCH,
      includes: includesOf({
        supplier: { kind: "one", field: "supplierId", of: related.supplier },
        withdrawals: {
          kind: "many",
          field: "productId",
          of: related.withdrawal,
        },
      }),
      send: (request) => this.sendToProductRequests(request),
    });
    mountEntity(api, {
      spec: WITHDRAWAL_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["take"],
      createSchema: WITHDRAWAL_BODY,
      replaceSchema: WITHDRAWAL_BODY,
      patchSchema: WITHDRAWAL_PATCH,
      includes: includesOf({
        product: { kind: "one", field: "productId", of: related.product },
      }),
      send: (request) => this.sendToWithdrawalRequests(request),
    });
    const fetch = withRateLimit(api.fetch, this.config.rateLimit);
    this.#api = { ...api, fetch };
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

  /** Sends a request out by `supplier_requests` and waits for the controller's reply. */
  sendToSupplierRequests(
    request: EntityRequest,
  ): Promise<EntityReply<Supplier>> {
    return this.request<EntityReply<Supplier>>("supplier_requests", request);
  }

  /** Sends a request out by `product_requests` and waits for the controller's reply. */
  sendToProductRequests(request: EntityRequest): Promise<EntityReply<Product>> {
    return this.request<EntityReply<Product>>("product_requests", request);
  }

  /** Sends a request out by `withdrawal_requests` and waits for the controller's reply. */
  sendToWithdrawalRequests(
    request: EntityRequest,
  ): Promise<EntityReply<Withdrawal>> {
    return this.request<EntityReply<Withdrawal>>(
      "withdrawal_requests",
      request,
    );
  }
}
