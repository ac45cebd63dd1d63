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
import openapi from "../docs/openapi.json" with { type: "json" };
import { guardOf } from "../kit/access_guard.ts";
import type { AuthReply, AuthRequest } from "../kit/auth_request.ts";
import { mountAuth } from "../kit/auth_routes.ts";
import { fromConnection } from "../kit/client_address.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { mountEntity } from "../kit/entity_routes.ts";
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import { includesOf } from "../kit/included_entities.ts";
import type { Health } from "../kit/system_routes.ts";
import { type User, USER_SPEC } from "../models/user.ts";
import { USER_BODY, USER_PATCH } from "../schemas/user_schema.ts";
import { type Article, ARTICLE_SPEC } from "../models/article.ts";
import { ARTICLE_BODY, ARTICLE_PATCH } from "../schemas/article_schema.ts";
import { LOGIN, REGISTRATION } from "../schemas/auth_schema.ts";

/** What the endpoint needs. */
export interface ReadingRoomAPIGatewayConfig {
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
export class ReadingRoomAPIGateway
  extends HarnessComponent<ReadingRoomAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    user_requests: { direction: "out", type: "UserRequest" },
    article_requests: { direction: "out", type: "ArticleRequest" },
    auth_requests: { direction: "out", type: "AuthRequest" },
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
    const ask = (request: AuthRequest) => this.sendToAuthRequests(request);
    mountAuth(api, {
      registration: REGISTRATION,
      login: LOGIN,
      usersPath: USER_SPEC.path,
      open: true,
      access: ACCESS.user,
      addressHeader: this.config.addressHeader,
      ask,
    });
    const related = {
      user: {
        spec: USER_SPEC,
        guard: guardOf(ACCESS.user, ask),
        send: (request: EntityRequest) => this.sendToUserRequests(request),
      },
      article: {
        spec: ARTICLE_SPEC,
        guard: guardOf(ACCESS.article, ask),
        send: (request: EntityRequest) => this.sendToArticleRequests(request),
      },
    };
    mountEntity(api, {
      spec: USER_SPEC,
      operations: ["list", "get", "replace", "patch", "delete"],
      replaceSchema: USER_BODY,
      patchSchema: USER_PATCH,
      guard: guardOf(ACCESS.user, ask),
      includes: includesOf({
        articles: { kind: "many", field: "authorId", of: related.article },
      }),
      send: (request) => this.sendToUserRequests(request),
    });
    mountEntity(api, {
      spec: ARTICLE_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["publish", "retract"],
      createSchema: ARTICLE_BODY,
      replaceSchema: ARTICLE_BODY,
      patchSchema: ARTICLE_PATCH,
      guard: guardOf(ACCESS.article, ask),
      includes: includesOf({
        author: { kind: "one", field: "authorId", of: related.user },
      }),
      send: (request) => this.sendToArticleRequests(request),
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

  /** Sends a request out by `user_requests` and waits for the controller's reply. */
  sendToUserRequests(request: EntityRequest): Promise<EntityReply<User>> {
    return this.request<EntityReply<User>>("user_requests", request);
  }

  /** Sends a request out by `article_requests` and waits for the controller's reply. */
  sendToArticleRequests(request: EntityRequest): Promise<EntityReply<Article>> {
    return this.request<EntityReply<Article>>("article_requests", request);
  }

  /** Sends a request out by `auth_requests` and waits for the reply. */
  sendToAuthRequests(request: AuthRequest): Promise<AuthReply> {
    return this.request<AuthReply>("auth_requests", request);
  }
}
