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
import { type Employee, EMPLOYEE_SPEC } from "../models/employee.ts";
import { EMPLOYEE_BODY, EMPLOYEE_PATCH } from "../schemas/employee_schema.ts";
import { type Badge, BADGE_SPEC } from "../models/badge.ts";
import { BADGE_BODY } from "../schemas/badge_schema.ts";

/** What the endpoint needs. */
export interface StaffDirectoryAPIGatewayConfig {
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
export class StaffDirectoryAPIGateway
  extends HarnessComponent<StaffDirectoryAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    employee_requests: { direction: "out", type: "EmployeeRequest" },
    badge_requests: { direction: "out", type: "BadgeRequest" },
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
      employee: {
        spec: EMPLOYEE_SPEC,
        send: (request: EntityRequest) => this.sendToEmployeeRequests(request),
      },
      badge: {
        spec: BADGE_SPEC,
        send: (request: EntityRequest) => this.sendToBadgeRequests(request),
      },
    };
    mountEntity(api, {
      spec: EMPLOYEE_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: EMPLOYEE_BODY,
      replaceSchema: EMPLOYEE_BODY,
      patchSchema: EMPLOYEE_PATCH,
      includes: includesOf({
        manager: { kind: "one", field: "managerId", of: related.employee },
        buddy: { kind: "one", field: "buddyId", of: related.employee },
        employeesByManager: {
          kind: "many",
          field: "managerId",
          of: related.employee,
        },
        employeesByBuddy: {
          kind: "many",
          field: "buddyId",
          of: related.employee,
        },
        badge: { kind: "only", field: "employeeId", of: related.badge },
      }),
      send: (request) => this.sendToEmployeeRequests(request),
    });
    mountEntity(api, {
      spec: BADGE_SPEC,
      operations: ["list", "get", "create", "replace"],
      createSchema: BADGE_BODY,
      replaceSchema: BADGE_BODY,
      includes: includesOf({
        employee: { kind: "one", field: "employeeId", of: related.employee },
        replaces: { kind: "one", field: "replacesId", of: related.badge },
        badge: { kind: "only", field: "replacesId", of: related.badge },
      }),
      send: (request) => this.sendToBadgeRequests(request),
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

  /** Sends a request out by `employee_requests` and waits for the controller's reply. */
  sendToEmployeeRequests(
    request: EntityRequest,
  ): Promise<EntityReply<Employee>> {
    return this.request<EntityReply<Employee>>("employee_requests", request);
  }

  /** Sends a request out by `badge_requests` and waits for the controller's reply. */
  sendToBadgeRequests(request: EntityRequest): Promise<EntityReply<Badge>> {
    return this.request<EntityReply<Badge>>("badge_requests", request);
  }
}
