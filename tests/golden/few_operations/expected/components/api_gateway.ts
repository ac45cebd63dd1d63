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
import type { Health } from "../kit/system_routes.ts";
import { type Reading, READING_SPEC } from "../models/reading.ts";
import { type Signup, SIGNUP_SPEC } from "../models/signup.ts";
import { SIGNUP_BODY } from "../schemas/signup_schema.ts";
import {
  type Announcement,
  ANNOUNCEMENT_SPEC,
} from "../models/announcement.ts";
import { type Session, SESSION_SPEC } from "../models/session.ts";
import { type Profile, PROFILE_SPEC } from "../models/profile.ts";
import { PROFILE_BODY } from "../schemas/profile_schema.ts";
import { type Setting, SETTING_SPEC } from "../models/setting.ts";
import { SETTING_PATCH } from "../schemas/setting_schema.ts";
import { type Door, DOOR_SPEC } from "../models/door.ts";

/** What the endpoint needs. */
export interface FewOperationsAPIGatewayConfig {
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
export class FewOperationsAPIGateway
  extends HarnessComponent<FewOperationsAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    reading_requests: { direction: "out", type: "ReadingRequest" },
    signup_requests: { direction: "out", type: "SignupRequest" },
    announcement_requests: { direction: "out", type: "AnnouncementRequest" },
    session_requests: { direction: "out", type: "SessionRequest" },
    profile_requests: { direction: "out", type: "ProfileRequest" },
    setting_requests: { direction: "out", type: "SettingRequest" },
    door_requests: { direction: "out", type: "DoorRequest" },
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
      spec: READING_SPEC,
      operations: ["get"],
      send: (request) => this.sendToReadingRequests(request),
    });
    mountEntity(api, {
      spec: SIGNUP_SPEC,
      operations: ["create"],
      createSchema: SIGNUP_BODY,
      send: (request) => this.sendToSignupRequests(request),
    });
    mountEntity(api, {
      spec: ANNOUNCEMENT_SPEC,
      operations: ["list"],
      send: (request) => this.sendToAnnouncementRequests(request),
    });
    mountEntity(api, {
      spec: SESSION_SPEC,
      operations: ["delete"],
      send: (request) => this.sendToSessionRequests(request),
    });
    mountEntity(api, {
      spec: PROFILE_SPEC,
      operations: ["replace"],
      replaceSchema: PROFILE_BODY,
      send: (request) => this.sendToProfileRequests(request),
    });
    mountEntity(api, {
      spec: SETTING_SPEC,
      operations: ["patch"],
      patchSchema: SETTING_PATCH,
      send: (request) => this.sendToSettingRequests(request),
    });
    mountEntity(api, {
      spec: DOOR_SPEC,
      operations: [],
      actions: ["open"],
      send: (request) => this.sendToDoorRequests(request),
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

  /** Sends a request out by `reading_requests` and waits for the controller's reply. */
  sendToReadingRequests(request: EntityRequest): Promise<EntityReply<Reading>> {
    return this.request<EntityReply<Reading>>("reading_requests", request);
  }

  /** Sends a request out by `signup_requests` and waits for the controller's reply. */
  sendToSignupRequests(request: EntityRequest): Promise<EntityReply<Signup>> {
    return this.request<EntityReply<Signup>>("signup_requests", request);
  }

  /** Sends a request out by `announcement_requests` and waits for the controller's reply. */
  sendToAnnouncementRequests(
    request: EntityRequest,
  ): Promise<EntityReply<Announcement>> {
    return this.request<EntityReply<Announcement>>(
      "announcement_requests",
      request,
    );
  }

  /** Sends a request out by `session_requests` and waits for the controller's reply. */
  sendToSessionRequests(request: EntityRequest): Promise<EntityReply<Session>> {
    return this.request<EntityReply<Session>>("session_requests", request);
  }

  /** Sends a request out by `profile_requests` and waits for the controller's reply. */
  sendToProfileRequests(request: EntityRequest): Promise<EntityReply<Profile>> {
    return this.request<EntityReply<Profile>>("profile_requests", request);
  }

  /** Sends a request out by `setting_requests` and waits for the controller's reply. */
  sendToSettingRequests(request: EntityRequest): Promise<EntityReply<Setting>> {
    return this.request<EntityReply<Setting>>("setting_requests", request);
  }

  /** Sends a request out by `door_requests` and waits for the controller's reply. */
  sendToDoorRequests(request: EntityRequest): Promise<EntityReply<Door>> {
    return this.request<EntityReply<Door>>("door_requests", request);
  }
}
