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
import { Client } from "../client/client.ts";
import openapi from "../docs/openapi.json" with { type: "json" };
import type { CustomEndpoint } from "../kit/custom_endpoint.ts";
import { mountEndpoints } from "../kit/custom_routes.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { mountEntity } from "../kit/entity_routes.ts";
import { fetchGate } from "../kit/fetch_gate.ts";
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import type { LogicTally } from "../kit/logic_tally.ts";
import type { Health } from "../kit/system_routes.ts";
import { type Article, ARTICLE_SPEC } from "../models/article.ts";
import { ARTICLE_BODY, ARTICLE_PATCH } from "../schemas/article_schema.ts";

/** What the endpoint needs. */
export interface ArticleAPIGatewayConfig {
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** Reports how the system is. */
  readonly health: () => Health;
  /** Renders the system's metrics for Prometheus. */
  readonly metrics: () => string;
  /** Endpoints of the system's own. */
  readonly endpoints: readonly CustomEndpoint<Client>[];
  /** Counts what fails of them. */
  readonly tally: LogicTally;
}

/** Serves the REST API and passes each request on to its controller. */
export class ArticleAPIGateway
  extends HarnessComponent<ArticleAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    article_requests: { direction: "out", type: "ArticleRequest" },
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
      spec: ARTICLE_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: ARTICLE_BODY,
      replaceSchema: ARTICLE_BODY,
      patchSchema: ARTICLE_PATCH,
      send: (request) => this.sendToArticleRequests(request),
    });
    mountEndpoints(api, {
      endpoints: this.config.endpoints,
      client: (options) => new Client(options),
      fetch: api.fetch,
      gate: fetchGate(context?.log),
      tally: this.config.tally,
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

  /** Sends a request out by `article_requests` and waits for the controller's reply. */
  sendToArticleRequests(request: EntityRequest): Promise<EntityReply<Article>> {
    return this.request<EntityReply<Article>>("article_requests", request);
  }
}
