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
import { mountAccount } from "../kit/account_routes.ts";
import type { AuthReply, AuthRequest } from "../kit/auth_request.ts";
import { fromConnection } from "../kit/client_address.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { messageResponse } from "../kit/error_messages.ts";
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import { mountMark } from "../kit/mark_routes.ts";
import { resourceGuard } from "../kit/resource_guard.ts";
import { mountResource } from "../kit/resource_routes.ts";
import type { Sources } from "../kit/resource_spec.ts";
import type { Health } from "../kit/system_routes.ts";
import { mountValues } from "../kit/value_routes.ts";
import { type Reader, READER_SPEC } from "../models/reader.ts";
import { type Book } from "../models/book.ts";
import { type Review } from "../models/review.ts";
import {
  READER_FOLLOW_SPEC,
  type ReaderFollow,
} from "../models/reader_follow.ts";
import { BOOK_WANT_SPEC, type BookWant } from "../models/book_want.ts";
import { ACCOUNT } from "../resources/account.ts";
import { API_SHAPE } from "../resources/api_shape.ts";
import { PERSON_RESOURCE } from "../resources/person_resource.ts";
import { BOOK_RESOURCE } from "../resources/book_resource.ts";
import { REVIEW_RESOURCE } from "../resources/review_resource.ts";
import { ACCOUNT_CHANGE, LOGIN, REGISTRATION } from "../schemas/auth_schema.ts";
import { BOOK_BODY, BOOK_PATCH } from "../schemas/book_schema.ts";
import { REVIEW_BODY } from "../schemas/review_schema.ts";

/** What the endpoint needs. */
export interface ReadingClubAPIGatewayConfig {
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
export class ReadingClubAPIGateway
  extends HarnessComponent<ReadingClubAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    reader_requests: { direction: "out", type: "ReaderRequest" },
    book_requests: { direction: "out", type: "BookRequest" },
    review_requests: { direction: "out", type: "ReviewRequest" },
    reader_follow_requests: { direction: "out", type: "ReaderFollowRequest" },
    book_want_requests: { direction: "out", type: "BookWantRequest" },
    auth_requests: { direction: "out", type: "AuthRequest" },
  };

  #fetch: Api["fetch"] | undefined;
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
    const sources: Sources = {
      reader: (request) => this.sendToReaderRequests(request),
      book: (request) => this.sendToBookRequests(request),
      review: (request) => this.sendToReviewRequests(request),
      reader_follow: (request) => this.sendToReaderFollowRequests(request),
      book_want: (request) => this.sendToBookWantRequests(request),
    };
    const guards = {
      reader: resourceGuard(ACCESS.reader, ask, API_SHAPE),
      book: resourceGuard(ACCESS.book, ask, API_SHAPE),
      review: resourceGuard(ACCESS.review, ask, API_SHAPE),
    };
    const common = { sources, guards, shape: API_SHAPE };
    mountAccount(api, {
      ...ACCOUNT,
      entity: READER_SPEC,
      signIn: "email",
      schemas: { register: REGISTRATION, login: LOGIN, change: ACCOUNT_CHANGE },
      shape: API_SHAPE,
      sources,
      guard: guards.reader,
      addressHeader: this.config.addressHeader,
      ask,
    });
    mountValues(api, {
      path: "/api/tags",
      plural: "tags",
      field: "tags",
      shape: API_SHAPE,
      ask: sources.book,
      guard: guards.book,
    });
    mountResource(api, {
      ...common,
      resource: PERSON_RESOURCE,
      operations: [{ operation: "get" }],
    });
    mountMark(api, { ...common, resource: PERSON_RESOURCE, operations: [] }, {
      name: "follow",
      link: READER_FOLLOW_SPEC,
      target: "followedId",
      user: "followerId",
    });
    mountResource(api, {
      ...common,
      resource: BOOK_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: BOOK_BODY },
        { operation: "patch", method: "PUT", schema: BOOK_PATCH },
        { operation: "delete" },
      ],
      lists: {
        mine: [{ kind: "own", field: "addedById" }],
        feed: [{
          kind: "marked",
          field: "addedById",
          link: READER_FOLLOW_SPEC,
          target: "followedId",
          user: "followerId",
        }],
      },
    });
    mountMark(api, { ...common, resource: BOOK_RESOURCE, operations: [] }, {
      name: "want",
      link: BOOK_WANT_SPEC,
      target: "bookId",
      user: "userId",
    });
    mountResource(api, {
      ...common,
      resource: REVIEW_RESOURCE,
      operations: [{ operation: "list" }, { operation: "get" }, {
        operation: "create",
        status: 200,
        schema: REVIEW_BODY,
      }, { operation: "delete" }],
    });
    this.#fetch = async (request: Request) =>
      messageResponse(await api.fetch(request));
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

  /** Sends a request out by `reader_requests` and waits for the controller's reply. */
  sendToReaderRequests(request: EntityRequest): Promise<EntityReply<Reader>> {
    return this.request<EntityReply<Reader>>("reader_requests", request);
  }

  /** Sends a request out by `book_requests` and waits for the controller's reply. */
  sendToBookRequests(request: EntityRequest): Promise<EntityReply<Book>> {
    return this.request<EntityReply<Book>>("book_requests", request);
  }

  /** Sends a request out by `review_requests` and waits for the controller's reply. */
  sendToReviewRequests(request: EntityRequest): Promise<EntityReply<Review>> {
    return this.request<EntityReply<Review>>("review_requests", request);
  }

  /** Sends a request out by `reader_follow_requests` and waits for the controller's reply. */
  sendToReaderFollowRequests(
    request: EntityRequest,
  ): Promise<EntityReply<ReaderFollow>> {
    return this.request<EntityReply<ReaderFollow>>(
      "reader_follow_requests",
      request,
    );
  }

  /** Sends a request out by `book_want_requests` and waits for the controller's reply. */
  sendToBookWantRequests(
    request: EntityRequest,
  ): Promise<EntityReply<BookWant>> {
    return this.request<EntityReply<BookWant>>("book_want_requests", request);
  }

  /** Sends a request out by `auth_requests` and waits for the reply. */
  sendToAuthRequests(request: AuthRequest): Promise<AuthReply> {
    return this.request<AuthReply>("auth_requests", request);
  }
}
