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
import { type Book, BOOK_SPEC } from "../models/book.ts";
import { BOOK_BODY, BOOK_PATCH } from "../schemas/book_schema.ts";
import { type Member, MEMBER_SPEC } from "../models/member.ts";
import { MEMBER_BODY, MEMBER_PATCH } from "../schemas/member_schema.ts";
import { type Loan, LOAN_SPEC } from "../models/loan.ts";
import { LOAN_BODY, LOAN_PATCH } from "../schemas/loan_schema.ts";

/** What the endpoint needs. */
export interface LibraryAPIGatewayConfig {
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
export class LibraryAPIGateway
  extends HarnessComponent<LibraryAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    book_requests: { direction: "out", type: "BookRequest" },
    member_requests: { direction: "out", type: "MemberRequest" },
    loan_requests: { direction: "out", type: "LoanRequest" },
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
      book: {
        spec: BOOK_SPEC,
        send: (request: EntityRequest) => this.sendToBookRequests(request),
      },
      member: {
        spec: MEMBER_SPEC,
        send: (request: EntityRequest) => this.sendToMemberRequests(request),
      },
      loan: {
        spec: LOAN_SPEC,
        send: (request: EntityRequest) => this.sendToLoanRequests(request),
      },
    };
    mountEntity(api, {
      spec: BOOK_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: BOOK_BODY,
      replaceSchema: BOOK_BODY,
      patchSchema: BOOK_PATCH,
      includes: includesOf({
        loans: { kind: "many", field: "bookId", of: related.loan },
      }),
      send: (request) => this.sendToBookRequests(request),
    });
    mountEntity(api, {
      spec: MEMBER_SPEC,
      operations: ["list", "get", "create", "replace", "patch"],
      createSchema: MEMBER_BODY,
      replaceSchema: MEMBER_BODY,
      patchSchema: MEMBER_PATCH,
      includes: includesOf({
        loans: { kind: "many", field: "memberId", of: related.loan },
      }),
      send: (request) => this.sendToMemberRequests(request),
    });
    mountEntity(api, {
      spec: LOAN_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["return"],
      createSchema: LOAN_BODY,
      replaceSchema: LOAN_BODY,
      patchSchema: LOAN_PATCH,
      includes: includesOf({
        book: { kind: "one", field: "bookId", of: related.book },
        member: { kind: "one", field: "memberId", of: related.member },
      }),
      send: (request) => this.sendToLoanRequests(request),
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

  /** Sends a request out by `book_requests` and waits for the controller's reply. */
  sendToBookRequests(request: EntityRequest): Promise<EntityReply<Book>> {
    return this.request<EntityReply<Book>>("book_requests", request);
  }

  /** Sends a request out by `member_requests` and waits for the controller's reply. */
  sendToMemberRequests(request: EntityRequest): Promise<EntityReply<Member>> {
    return this.request<EntityReply<Member>>("member_requests", request);
  }

  /** Sends a request out by `loan_requests` and waits for the controller's reply. */
  sendToLoanRequests(request: EntityRequest): Promise<EntityReply<Loan>> {
    return this.request<EntityReply<Loan>>("loan_requests", request);
  }
}
