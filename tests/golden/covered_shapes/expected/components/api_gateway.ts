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
import { type Folder, FOLDER_SPEC } from "../models/folder.ts";
import { type Project, PROJECT_SPEC } from "../models/project.ts";
import { PROJECT_BODY, PROJECT_PATCH } from "../schemas/project_schema.ts";
import { type Note, NOTE_SPEC } from "../models/note.ts";
import { NOTE_BODY, NOTE_PATCH } from "../schemas/note_schema.ts";
import { EVENT_SPEC, type EventEntity } from "../models/event.ts";
import { EVENT_BODY, EVENT_PATCH } from "../schemas/event_schema.ts";
import { type Badge, BADGE_SPEC } from "../models/badge.ts";
import { BADGE_BODY } from "../schemas/badge_schema.ts";
import { type Ticket, TICKET_SPEC } from "../models/ticket.ts";
import { TICKET_BODY } from "../schemas/ticket_schema.ts";
import { type Stamp, STAMP_SPEC } from "../models/stamp.ts";
import { STAMP_PATCH } from "../schemas/stamp_schema.ts";
import { type Reading, READING_SPEC } from "../models/reading.ts";

/** What the endpoint needs. */
export interface CoveredShapesAPIGatewayConfig {
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
export class CoveredShapesAPIGateway
  extends HarnessComponent<CoveredShapesAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    folder_requests: { direction: "out", type: "FolderRequest" },
    project_requests: { direction: "out", type: "ProjectRequest" },
    note_requests: { direction: "out", type: "NoteRequest" },
    event_requests: { direction: "out", type: "EventEntityRequest" },
    badge_requests: { direction: "out", type: "BadgeRequest" },
    ticket_requests: { direction: "out", type: "TicketRequest" },
    stamp_requests: { direction: "out", type: "StampRequest" },
    reading_requests: { direction: "out", type: "ReadingRequest" },
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
      project: {
        spec: PROJECT_SPEC,
        send: (request: EntityRequest) => this.sendToProjectRequests(request),
      },
      note: {
        spec: NOTE_SPEC,
        send: (request: EntityRequest) => this.sendToNoteRequests(request),
      },
    };
    mountEntity(api, {
      spec: FOLDER_SPEC,
      operations: [],
      send: (request) => this.sendToFolderRequests(request),
    });
    mountEntity(api, {
      spec: PROJECT_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: PROJECT_BODY,
      replaceSchema: PROJECT_BODY,
      patchSchema: PROJECT_PATCH,
      includes: includesOf({
        notes: { kind: "many", field: "projectId", of: related.note },
      }),
      send: (request) => this.sendToProjectRequests(request),
    });
    mountEntity(api, {
      spec: NOTE_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["release"],
      createSchema: NOTE_BODY,
      replaceSchema: NOTE_BODY,
      patchSchema: NOTE_PATCH,
      includes: includesOf({
        parent: { kind: "one", field: "parentId", of: related.note },
        project: { kind: "one", field: "projectId", of: related.project },
        notes: { kind: "many", field: "parentId", of: related.note },
      }),
      send: (request) => this.sendToNoteRequests(request),
    });
    mountEntity(api, {
      spec: EVENT_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["end"],
      createSchema: EVENT_BODY,
      replaceSchema: EVENT_BODY,
      patchSchema: EVENT_PATCH,
      send: (request) => this.sendToEventRequests(request),
    });
    mountEntity(api, {
      spec: BADGE_SPEC,
      operations: ["list", "get", "create"],
      createSchema: BADGE_BODY,
      send: (request) => this.sendToBadgeRequests(request),
    });
    mountEntity(api, {
      spec: TICKET_SPEC,
      operations: ["get", "create", "replace"],
      createSchema: TICKET_BODY,
      replaceSchema: TICKET_BODY,
      send: (request) => this.sendToTicketRequests(request),
    });
    mountEntity(api, {
      spec: STAMP_SPEC,
      operations: ["get", "patch"],
      patchSchema: STAMP_PATCH,
      send: (request) => this.sendToStampRequests(request),
    });
    mountEntity(api, {
      spec: READING_SPEC,
      operations: ["list"],
      send: (request) => this.sendToReadingRequests(request),
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

  /** Sends a request out by `folder_requests` and waits for the controller's reply. */
  sendToFolderRequests(request: EntityRequest): Promise<EntityReply<Folder>> {
    return this.request<EntityReply<Folder>>("folder_requests", request);
  }

  /** Sends a request out by `project_requests` and waits for the controller's reply. */
  sendToProjectRequests(request: EntityRequest): Promise<EntityReply<Project>> {
    return this.request<EntityReply<Project>>("project_requests", request);
  }

  /** Sends a request out by `note_requests` and waits for the controller's reply. */
  sendToNoteRequests(request: EntityRequest): Promise<EntityReply<Note>> {
    return this.request<EntityReply<Note>>("note_requests", request);
  }

  /** Sends a request out by `event_requests` and waits for the controller's reply. */
  sendToEventRequests(
    request: EntityRequest,
  ): Promise<EntityReply<EventEntity>> {
    return this.request<EntityReply<EventEntity>>("event_requests", request);
  }

  /** Sends a request out by `badge_requests` and waits for the controller's reply. */
  sendToBadgeRequests(request: EntityRequest): Promise<EntityReply<Badge>> {
    return this.request<EntityReply<Badge>>("badge_requests", request);
  }

  /** Sends a request out by `ticket_requests` and waits for the controller's reply. */
  sendToTicketRequests(request: EntityRequest): Promise<EntityReply<Ticket>> {
    return this.request<EntityReply<Ticket>>("ticket_requests", request);
  }

  /** Sends a request out by `stamp_requests` and waits for the controller's reply. */
  sendToStampRequests(request: EntityRequest): Promise<EntityReply<Stamp>> {
    return this.request<EntityReply<Stamp>>("stamp_requests", request);
  }

  /** Sends a request out by `reading_requests` and waits for the controller's reply. */
  sendToReadingRequests(request: EntityRequest): Promise<EntityReply<Reading>> {
    return this.request<EntityReply<Reading>>("reading_requests", request);
  }
}
