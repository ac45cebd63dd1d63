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
import {
  type Organisation,
  ORGANISATION_SPEC,
} from "../models/organisation.ts";
import {
  ORGANISATION_BODY,
  ORGANISATION_PATCH,
} from "../schemas/organisation_schema.ts";
import { type User, USER_SPEC } from "../models/user.ts";
import { USER_BODY, USER_PATCH } from "../schemas/user_schema.ts";
import { type Notebook, NOTEBOOK_SPEC } from "../models/notebook.ts";
import { NOTEBOOK_BODY, NOTEBOOK_PATCH } from "../schemas/notebook_schema.ts";
import { type Note, NOTE_SPEC } from "../models/note.ts";
import { NOTE_BODY, NOTE_PATCH } from "../schemas/note_schema.ts";
import { LOGIN, REGISTRATION } from "../schemas/auth_schema.ts";

/** What the endpoint needs. */
export interface SharedNotesAPIGatewayConfig {
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
export class SharedNotesAPIGateway
  extends HarnessComponent<SharedNotesAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    organisation_requests: { direction: "out", type: "OrganisationRequest" },
    user_requests: { direction: "out", type: "UserRequest" },
    notebook_requests: { direction: "out", type: "NotebookRequest" },
    note_requests: { direction: "out", type: "NoteRequest" },
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
      tenants: true,
      access: ACCESS.user,
      addressHeader: this.config.addressHeader,
      ask,
    });
    const related = {
      organisation: {
        spec: ORGANISATION_SPEC,
        guard: guardOf(ACCESS.organisation, ask),
        send: (request: EntityRequest) =>
          this.sendToOrganisationRequests(request),
      },
      user: {
        spec: USER_SPEC,
        guard: guardOf(ACCESS.user, ask),
        send: (request: EntityRequest) => this.sendToUserRequests(request),
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
    };
    mountEntity(api, {
      spec: ORGANISATION_SPEC,
      operations: ["list", "get", "replace", "patch", "delete"],
      replaceSchema: ORGANISATION_BODY,
      patchSchema: ORGANISATION_PATCH,
      guard: guardOf(ACCESS.organisation, ask),
      includes: includesOf({
        users: { kind: "many", field: "organisationId", of: related.user },
        notebooks: {
          kind: "many",
          field: "organisationId",
          of: related.notebook,
        },
        notes: { kind: "many", field: "organisationId", of: related.note },
      }),
      send: (request) => this.sendToOrganisationRequests(request),
    });
    mountEntity(api, {
      spec: USER_SPEC,
      operations: ["list", "get", "replace", "patch", "delete"],
      replaceSchema: USER_BODY,
      patchSchema: USER_PATCH,
      guard: guardOf(ACCESS.user, ask),
      includes: includesOf({
        organisation: {
          kind: "one",
          field: "organisationId",
          of: related.organisation,
        },
        notesByAuthor: { kind: "many", field: "authorId", of: related.note },
        notesByReviewer: {
          kind: "many",
          field: "reviewerId",
          of: related.note,
        },
      }),
      send: (request) => this.sendToUserRequests(request),
    });
    mountEntity(api, {
      spec: NOTEBOOK_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: NOTEBOOK_BODY,
      replaceSchema: NOTEBOOK_BODY,
      patchSchema: NOTEBOOK_PATCH,
      guard: guardOf(ACCESS.notebook, ask),
      includes: includesOf({
        organisation: {
          kind: "one",
          field: "organisationId",
          of: related.organisation,
        },
        notes: { kind: "many", field: "notebookId", of: related.note },
      }),
      send: (request) => this.sendToNotebookRequests(request),
    });
    mountEntity(api, {
      spec: NOTE_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["pin"],
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
        reviewerId: {
          access: ACCESS.user,
          label: "user",
          send: (request) => this.sendToUserRequests(request),
        },
      }),
      includes: includesOf({
        organisation: {
          kind: "one",
          field: "organisationId",
          of: related.organisation,
        },
        notebook: { kind: "one", field: "notebookId", of: related.notebook },
        author: { kind: "one", field: "authorId", of: related.user },
        reviewer: { kind: "one", field: "reviewerId", of: related.user },
      }),
      send: (request) => this.sendToNoteRequests(request),
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

  /** Sends a request out by `organisation_requests` and waits for the controller's reply. */
  sendToOrganisationRequests(
    request: EntityRequest,
  ): Promise<EntityReply<Organisation>> {
    return this.request<EntityReply<Organisation>>(
      "organisation_requests",
      request,
    );
  }

  /** Sends a request out by `user_requests` and waits for the controller's reply. */
  sendToUserRequests(request: EntityRequest): Promise<EntityReply<User>> {
    return this.request<EntityReply<User>>("user_requests", request);
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

  /** Sends a request out by `auth_requests` and waits for the reply. */
  sendToAuthRequests(request: AuthRequest): Promise<AuthReply> {
    return this.request<AuthReply>("auth_requests", request);
  }
}
