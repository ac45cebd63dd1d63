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
import { guardOf, referenceCheck } from "../kit/access_guard.ts";
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
import { type Comment, COMMENT_SPEC } from "../models/comment.ts";
import { COMMENT_BODY } from "../schemas/comment_schema.ts";
import { type Notebook, NOTEBOOK_SPEC } from "../models/notebook.ts";
import { NOTEBOOK_BODY, NOTEBOOK_PATCH } from "../schemas/notebook_schema.ts";
import { type Note, NOTE_SPEC } from "../models/note.ts";
import { NOTE_BODY, NOTE_PATCH } from "../schemas/note_schema.ts";
import { AUDIT_ENTRY_SPEC, type AuditEntry } from "../models/audit_entry.ts";
import {
  AUDIT_ENTRY_BODY,
  AUDIT_ENTRY_PATCH,
} from "../schemas/audit_entry_schema.ts";
import { type Tip, TIP_SPEC } from "../models/tip.ts";
import { TIP_BODY, TIP_PATCH } from "../schemas/tip_schema.ts";
import { LOGIN, REGISTRATION } from "../schemas/auth_schema.ts";

/** What the endpoint needs. */
export interface NewsroomAPIGatewayConfig {
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
export class NewsroomAPIGateway
  extends HarnessComponent<NewsroomAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    user_requests: { direction: "out", type: "UserRequest" },
    article_requests: { direction: "out", type: "ArticleRequest" },
    comment_requests: { direction: "out", type: "CommentRequest" },
    notebook_requests: { direction: "out", type: "NotebookRequest" },
    note_requests: { direction: "out", type: "NoteRequest" },
    audit_entry_requests: { direction: "out", type: "AuditEntryRequest" },
    tip_requests: { direction: "out", type: "TipRequest" },
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
      comment: {
        spec: COMMENT_SPEC,
        guard: guardOf(ACCESS.comment, ask),
        send: (request: EntityRequest) => this.sendToCommentRequests(request),
      },
      notebook: {
        spec: NOTEBOOK_SPEC,
        guard: guardOf(ACCESS.notebook, ask),
        send: (request: EntityRequest) => this.sendToNotebookRequests(request),
      },
      note: {
        spec: NOTE_SPEC,
        guard: guardOf(ACCESS.note, ask),
        send: (request: EntityRequest) => this.sendToNoteRequests(request),
      },
      tip: {
        spec: TIP_SPEC,
        guard: guardOf(ACCESS.tip, ask),
        send: (request: EntityRequest) => this.sendToTipRequests(request),
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
        comments: { kind: "many", field: "writerId", of: related.comment },
        notebooks: { kind: "many", field: "keeperId", of: related.notebook },
        notes: { kind: "many", field: "keeperId", of: related.note },
        tips: { kind: "many", field: "senderId", of: related.tip },
      }),
      send: (request) => this.sendToUserRequests(request),
    });
    mountEntity(api, {
      spec: ARTICLE_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["publish"],
      createSchema: ARTICLE_BODY,
      replaceSchema: ARTICLE_BODY,
      patchSchema: ARTICLE_PATCH,
      guard: guardOf(ACCESS.article, ask),
      includes: includesOf({
        author: { kind: "one", field: "authorId", of: related.user },
        comments: { kind: "many", field: "articleId", of: related.comment },
      }),
      send: (request) => this.sendToArticleRequests(request),
    });
    mountEntity(api, {
      spec: COMMENT_SPEC,
      operations: ["list", "get", "create", "delete"],
      createSchema: COMMENT_BODY,
      guard: guardOf(ACCESS.comment, ask),
      checkReferences: referenceCheck(ask, {
        articleId: {
          access: ACCESS.article,
          label: "article",
          send: (request) => this.sendToArticleRequests(request),
        },
      }),
      includes: includesOf({
        article: { kind: "one", field: "articleId", of: related.article },
        writer: { kind: "one", field: "writerId", of: related.user },
      }),
      send: (request) => this.sendToCommentRequests(request),
    });
    mountEntity(api, {
      spec: NOTEBOOK_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: NOTEBOOK_BODY,
      replaceSchema: NOTEBOOK_BODY,
      patchSchema: NOTEBOOK_PATCH,
      guard: guardOf(ACCESS.notebook, ask),
      includes: includesOf({
        keeper: { kind: "one", field: "keeperId", of: related.user },
        notes: { kind: "many", field: "notebookId", of: related.note },
      }),
      send: (request) => this.sendToNotebookRequests(request),
    });
    mountEntity(api, {
      spec: NOTE_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: NOTE_BODY,
      replaceSchema: NOTE_BODY,
      patchSchema: NOTE_PATCH,
      guard: guardOf(ACCESS.note, ask),
      checkReferences: referenceCheck(ask, {
        notebookId: {
          access: ACCESS.notebook,
          label: "notebook",
          send: (request) => this.sendToNotebookRequests(request),
        },
      }),
      includes: includesOf({
        notebook: { kind: "one", field: "notebookId", of: related.notebook },
        keeper: { kind: "one", field: "keeperId", of: related.user },
      }),
      send: (request) => this.sendToNoteRequests(request),
    });
    mountEntity(api, {
      spec: AUDIT_ENTRY_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: AUDIT_ENTRY_BODY,
      replaceSchema: AUDIT_ENTRY_BODY,
      patchSchema: AUDIT_ENTRY_PATCH,
      guard: guardOf(ACCESS.auditEntry, ask),
      send: (request) => this.sendToAuditEntryRequests(request),
    });
    mountEntity(api, {
      spec: TIP_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: TIP_BODY,
      replaceSchema: TIP_BODY,
      patchSchema: TIP_PATCH,
      guard: guardOf(ACCESS.tip, ask),
      includes: includesOf({
        sender: { kind: "one", field: "senderId", of: related.user },
      }),
      send: (request) => this.sendToTipRequests(request),
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

  /** Sends a request out by `comment_requests` and waits for the controller's reply. */
  sendToCommentRequests(request: EntityRequest): Promise<EntityReply<Comment>> {
    return this.request<EntityReply<Comment>>("comment_requests", request);
  }

  /** Sends a request out by `notebook_requests` and waits for the controller's reply. */
  sendToNotebookRequests(
    request: EntityRequest,
  ): Promise<EntityReply<Notebook>> {
    return this.request<EntityReply<Notebook>>("notebook_requests", request);
  }

  /** Sends a request out by `note_requests` and waits for the controller's reply. */
  sendToNoteRequests(request: EntityRequest): Promise<EntityReply<Note>> {
    return this.request<EntityReply<Note>>("note_requests", request);
  }

  /** Sends a request out by `audit_entry_requests` and waits for the controller's reply. */
  sendToAuditEntryRequests(
    request: EntityRequest,
  ): Promise<EntityReply<AuditEntry>> {
    return this.request<EntityReply<AuditEntry>>(
      "audit_entry_requests",
      request,
    );
  }

  /** Sends a request out by `tip_requests` and waits for the controller's reply. */
  sendToTipRequests(request: EntityRequest): Promise<EntityReply<Tip>> {
    return this.request<EntityReply<Tip>>("tip_requests", request);
  }

  /** Sends a request out by `auth_requests` and waits for the reply. */
  sendToAuthRequests(request: AuthRequest): Promise<AuthReply> {
    return this.request<AuthReply>("auth_requests", request);
  }
}
