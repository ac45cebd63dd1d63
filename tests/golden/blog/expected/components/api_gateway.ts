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
import { type Post, POST_SPEC } from "../models/post.ts";
import { POST_BODY, POST_PATCH } from "../schemas/post_schema.ts";
import { type Comment, COMMENT_SPEC } from "../models/comment.ts";
import { COMMENT_BODY } from "../schemas/comment_schema.ts";

/** What the endpoint needs. */
export interface BlogAPIGatewayConfig {
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
export class BlogAPIGateway extends HarnessComponent<BlogAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    post_requests: { direction: "out", type: "PostRequest" },
    comment_requests: { direction: "out", type: "CommentRequest" },
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
      post: {
        spec: POST_SPEC,
        send: (request: EntityRequest) => this.sendToPostRequests(request),
      },
      comment: {
        spec: COMMENT_SPEC,
        send: (request: EntityRequest) => this.sendToCommentRequests(request),
      },
    };
    mountEntity(api, {
      spec: POST_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["publish", "archive"],
      createSchema: POST_BODY,
      replaceSchema: POST_BODY,
      patchSchema: POST_PATCH,
      includes: includesOf({
        comments: { kind: "many", field: "postId", of: related.comment },
      }),
      send: (request) => this.sendToPostRequests(request),
    });
    mountEntity(api, {
      spec: COMMENT_SPEC,
      operations: ["list", "get", "create", "delete"],
      createSchema: COMMENT_BODY,
      includes: includesOf({
        post: { kind: "one", field: "postId", of: related.post },
      }),
      send: (request) => this.sendToCommentRequests(request),
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

  /** Sends a request out by `post_requests` and waits for the controller's reply. */
  sendToPostRequests(request: EntityRequest): Promise<EntityReply<Post>> {
    return this.request<EntityReply<Post>>("post_requests", request);
  }

  /** Sends a request out by `comment_requests` and waits for the controller's reply. */
  sendToCommentRequests(request: EntityRequest): Promise<EntityReply<Comment>> {
    return this.request<EntityReply<Comment>>("comment_requests", request);
  }
}
