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
import { type Invoice, INVOICE_SPEC } from "../models/invoice.ts";
import { INVOICE_BODY, INVOICE_PATCH } from "../schemas/invoice_schema.ts";
import { INVOICE_LINE_SPEC, type InvoiceLine } from "../models/invoice_line.ts";
import {
  INVOICE_LINE_BODY,
  INVOICE_LINE_PATCH,
} from "../schemas/invoice_line_schema.ts";

/** What the endpoint needs. */
export interface InvoiceDeskAPIGatewayConfig {
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
export class InvoiceDeskAPIGateway
  extends HarnessComponent<InvoiceDeskAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    invoice_requests: { direction: "out", type: "InvoiceRequest" },
    invoice_line_requests: { direction: "out", type: "InvoiceLineRequest" },
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
      invoice: {
        spec: INVOICE_SPEC,
        send: async (request: EntityRequest) =>
          shownReply(INVOICE_SPEC, await this.sendToInvoiceRequests(request)),
      },
      invoiceLine: {
        spec: INVOICE_LINE_SPEC,
        send: (request: EntityRequest) =>
          this.sendToInvoiceLineRequests(request),
      },
    };
    mountEntity(api, {
      spec: shownSpec(INVOICE_SPEC),
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["send", "pay"],
      createSchema: INVOICE_BODY,
      replaceSchema: INVOICE_BODY,
      patchSchema: INVOICE_PATCH,
      includes: includesOf({
        invoiceLines: {
          kind: "many",
          field: "invoiceId",
          of: related.invoiceLine,
        },
      }),
      send: async (request) =>
        shownReply(INVOICE_SPEC, await this.sendToInvoiceRequests(request)),
    });
    mountEntity(api, {
      spec: INVOICE_LINE_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: INVOICE_LINE_BODY,
      replaceSchema: INVOICE_LINE_BODY,
      patchSchema: INVOICE_LINE_PATCH,
      includes: includesOf({
        invoice: { kind: "one", field: "invoiceId", of: related.invoice },
      }),
      send: (request) => this.sendToInvoiceLineRequests(request),
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

  /** Sends a request out by `invoice_requests` and waits for the controller's reply. */
  sendToInvoiceRequests(request: EntityRequest): Promise<EntityReply<Invoice>> {
    return this.request<EntityReply<Invoice>>("invoice_requests", request);
  }

  /** Sends a request out by `invoice_line_requests` and waits for the controller's reply. */
  sendToInvoiceLineRequests(
    request: EntityRequest,
  ): Promise<EntityReply<InvoiceLine>> {
    return this.request<EntityReply<InvoiceLine>>(
      "invoice_line_requests",
      request,
    );
  }
}
