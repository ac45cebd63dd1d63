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
import { referenceCheck } from "../kit/access_guard.ts";
import openapi from "../docs/openapi.json" with { type: "json" };
import { mountAccount } from "../kit/account_routes.ts";
import type { AuthReply, AuthRequest } from "../kit/auth_request.ts";
import { fromConnection } from "../kit/client_address.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { fieldsResponse } from "../kit/error_fields.ts";
import { removingFiles, sweepFiles } from "../kit/file_routes.ts";
import type { FileStore } from "../kit/file_store.ts";
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import { mountLink } from "../kit/link_routes.ts";
import { mountMark } from "../kit/mark_routes.ts";
import { mountResourceAggregates } from "../kit/resource_aggregates.ts";
import { resourceBulk } from "../kit/resource_bulk.ts";
import { mountResourceFiles } from "../kit/resource_files.ts";
import { resourceGuard } from "../kit/resource_guard.ts";
import { mountResource } from "../kit/resource_routes.ts";
import type { Sources } from "../kit/resource_spec.ts";
import { mountRestore } from "../kit/restore_routes.ts";
import type { Health } from "../kit/system_routes.ts";
import { mountValues } from "../kit/value_routes.ts";
import { type Practice } from "../models/practice.ts";
import { type User, USER_SPEC } from "../models/user.ts";
import {
  type Animal,
  ANIMAL_AGGREGATES,
  ANIMAL_FILES,
  ANIMAL_SPEC,
} from "../models/animal.ts";
import { type Visit, VISIT_AGGREGATES, VISIT_FILES } from "../models/visit.ts";
import { type Remedy } from "../models/remedy.ts";
import {
  ANIMAL_REMEDY_SPEC,
  type AnimalRemedy,
} from "../models/animal_remedy.ts";
import { ANIMAL_WATCH_SPEC, type AnimalWatch } from "../models/animal_watch.ts";
import { ACCOUNT } from "../resources/account.ts";
import { API_SHAPE } from "../resources/api_shape.ts";
import { PRACTICE_RESOURCE } from "../resources/practice_resource.ts";
import { COLLEAGUE_RESOURCE } from "../resources/colleague_resource.ts";
import { ANIMAL_RESOURCE } from "../resources/animal_resource.ts";
import { VISIT_RESOURCE } from "../resources/visit_resource.ts";
import { REMEDY_RESOURCE } from "../resources/remedy_resource.ts";
import { ACCOUNT_CHANGE, LOGIN, REGISTRATION } from "../schemas/auth_schema.ts";
import { PRACTICE_PATCH } from "../schemas/practice_schema.ts";
import { ANIMAL_BODY, ANIMAL_PATCH } from "../schemas/animal_schema.ts";
import { VISIT_BODY, VISIT_PATCH } from "../schemas/visit_schema.ts";
import { REMEDY_BODY } from "../schemas/remedy_schema.ts";

/** What the endpoint needs. */
export interface VetRoundsAPIGatewayConfig {
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** Reports how the system is. */
  readonly health: () => Health;
  /** Renders the system's metrics for Prometheus. */
  readonly metrics: () => string;
  /** Where files are kept. */
  readonly files: FileStore;
  /** The header by which a trusted proxy tells the client's address; empty to take the connection's. */
  readonly addressHeader: string | undefined;
}

/** Serves the REST API and passes each request on to its controller. */
export class VetRoundsAPIGateway
  extends HarnessComponent<VetRoundsAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    practice_requests: { direction: "out", type: "PracticeRequest" },
    user_requests: { direction: "out", type: "UserRequest" },
    animal_requests: { direction: "out", type: "AnimalRequest" },
    visit_requests: { direction: "out", type: "VisitRequest" },
    remedy_requests: { direction: "out", type: "RemedyRequest" },
    animal_remedy_requests: { direction: "out", type: "AnimalRemedyRequest" },
    animal_watch_requests: { direction: "out", type: "AnimalWatchRequest" },
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
      practice: (request) => this.sendToPracticeRequests(request),
      user: (request) => this.sendToUserRequests(request),
      animal: removingFiles({
        spec: ANIMAL_SPEC,
        fields: ANIMAL_FILES,
        files: this.config.files,
        send: (request) => this.sendToAnimalRequests(request),
      }),
      visit: (request) => this.sendToVisitRequests(request),
      remedy: (request) => this.sendToRemedyRequests(request),
      animal_remedy: (request) => this.sendToAnimalRemedyRequests(request),
      animal_watch: (request) => this.sendToAnimalWatchRequests(request),
    };
    const guards = {
      user: resourceGuard(ACCESS.user, ask, API_SHAPE),
      practice: resourceGuard(ACCESS.practice, ask, API_SHAPE),
      animal: resourceGuard(ACCESS.animal, ask, API_SHAPE),
      visit: resourceGuard(ACCESS.visit, ask, API_SHAPE),
      remedy: resourceGuard(ACCESS.remedy, ask, API_SHAPE),
    };
    const common = { sources, guards, shape: API_SHAPE };
    mountAccount(api, {
      ...ACCOUNT,
      entity: USER_SPEC,
      signIn: "email",
      schemas: { register: REGISTRATION, login: LOGIN, change: ACCOUNT_CHANGE },
      shape: API_SHAPE,
      sources,
      guard: guards.user,
      guards,
      checkReferences: referenceCheck(ask, {
        mentorId: {
          access: ACCESS.user,
          label: "user",
          send: (request) => this.sendToUserRequests(request),
        },
      }, API_SHAPE.scheme),
      addressHeader: this.config.addressHeader,
      ask,
    });
    mountValues(api, {
      path: "/api/traits",
      plural: "traits",
      field: "traits",
      shape: API_SHAPE,
      ask: sources.animal,
      guard: guards.animal,
    });
    mountResource(api, {
      ...common,
      resource: PRACTICE_RESOURCE,
      operations: [{ operation: "get" }, {
        operation: "patch",
        schema: PRACTICE_PATCH,
      }],
    });
    mountResource(api, {
      ...common,
      resource: COLLEAGUE_RESOURCE,
      operations: [{ operation: "list" }, { operation: "get" }, {
        operation: "delete",
      }],
      checkReferences: referenceCheck(ask, {
        mentorId: {
          access: ACCESS.user,
          label: "user",
          send: (request) => this.sendToUserRequests(request),
        },
      }, API_SHAPE.scheme),
    });
    mountResourceAggregates(api, {
      ...common,
      resource: ANIMAL_RESOURCE,
      operations: [],
    }, ANIMAL_AGGREGATES);
    mountResource(api, {
      ...common,
      resource: ANIMAL_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: ANIMAL_BODY },
        { operation: "replace", schema: ANIMAL_BODY },
        { operation: "patch", schema: ANIMAL_PATCH },
        { operation: "delete" },
      ],
      actions: ["heal"],
      lists: {
        mine: [{ kind: "own", field: "keeperId" }],
        watched: [{
          kind: "marked",
          field: "id",
          link: ANIMAL_WATCH_SPEC,
          target: "animalId",
          user: "userId",
        }],
      },
      bulk: resourceBulk(["create", "patch", "delete"], 10),
    });
    mountResourceFiles(api, {
      ...common,
      resource: ANIMAL_RESOURCE,
      operations: [],
    }, { files: this.config.files, fields: ANIMAL_FILES, changes: true });
    mountMark(api, { ...common, resource: ANIMAL_RESOURCE, operations: [] }, {
      name: "watch",
      link: ANIMAL_WATCH_SPEC,
      target: "animalId",
      user: "userId",
    });
    mountLink(api, { ...common, resource: ANIMAL_RESOURCE, operations: [] }, {
      path: "remedies",
      link: ANIMAL_REMEDY_SPEC,
      own: "animalId",
      other: "remedyId",
      resource: REMEDY_RESOURCE,
      param: "name",
    });
    mountResourceAggregates(api, {
      ...common,
      resource: VISIT_RESOURCE,
      operations: [],
    }, VISIT_AGGREGATES);
    mountResource(api, {
      ...common,
      resource: VISIT_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: VISIT_BODY },
        { operation: "replace", schema: VISIT_BODY },
        { operation: "patch", schema: VISIT_PATCH },
        { operation: "delete" },
      ],
      checkReferences: referenceCheck(ask, {
        animalId: {
          access: ACCESS.animal,
          label: "animal",
          send: (request) => this.sendToAnimalRequests(request),
        },
        helperId: {
          access: ACCESS.user,
          label: "user",
          send: (request) => this.sendToUserRequests(request),
        },
      }, API_SHAPE.scheme),
    });
    mountResourceFiles(api, {
      ...common,
      resource: VISIT_RESOURCE,
      operations: [],
    }, { files: this.config.files, fields: VISIT_FILES, changes: true });
    mountRestore(api, { ...common, resource: VISIT_RESOURCE, operations: [] });
    mountResource(api, {
      ...common,
      resource: REMEDY_RESOURCE,
      operations: [{ operation: "list" }, { operation: "get" }, {
        operation: "create",
        schema: REMEDY_BODY,
      }, { operation: "delete" }],
    });
    this.#fetch = async (request: Request) =>
      fieldsResponse(await api.fetch(request));
    const url = this.#listener.open();
    context?.log({
      level: "info",
      event: "listening",
      component: this.name,
      url,
    });
  }

  /** Removes the files that belong to nothing, and serves until the system stops, then finishes the requests in hand. */
  override async process(): Promise<void> {
    await Promise.all([
      sweepFiles(this.config.files, {
        "animal": {
          send: (request) => this.sendToAnimalRequests(request),
        },
        "visit": {
          send: (request) => this.sendToVisitRequests(request),
          softDelete: true,
        },
      }),
      this.#listener.serve(this.signal),
    ]);
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

  /** Sends a request out by `practice_requests` and waits for the controller's reply. */
  sendToPracticeRequests(
    request: EntityRequest,
  ): Promise<EntityReply<Practice>> {
    return this.request<EntityReply<Practice>>("practice_requests", request);
  }

  /** Sends a request out by `user_requests` and waits for the controller's reply. */
  sendToUserRequests(request: EntityRequest): Promise<EntityReply<User>> {
    return this.request<EntityReply<User>>("user_requests", request);
  }

  /** Sends a request out by `animal_requests` and waits for the controller's reply. */
  sendToAnimalRequests(request: EntityRequest): Promise<EntityReply<Animal>> {
    return this.request<EntityReply<Animal>>("animal_requests", request);
  }

  /** Sends a request out by `visit_requests` and waits for the controller's reply. */
  sendToVisitRequests(request: EntityRequest): Promise<EntityReply<Visit>> {
    return this.request<EntityReply<Visit>>("visit_requests", request);
  }

  /** Sends a request out by `remedy_requests` and waits for the controller's reply. */
  sendToRemedyRequests(request: EntityRequest): Promise<EntityReply<Remedy>> {
    return this.request<EntityReply<Remedy>>("remedy_requests", request);
  }

  /** Sends a request out by `animal_remedy_requests` and waits for the controller's reply. */
  sendToAnimalRemedyRequests(
    request: EntityRequest,
  ): Promise<EntityReply<AnimalRemedy>> {
    return this.request<EntityReply<AnimalRemedy>>(
      "animal_remedy_requests",
      request,
    );
  }

  /** Sends a request out by `animal_watch_requests` and waits for the controller's reply. */
  sendToAnimalWatchRequests(
    request: EntityRequest,
  ): Promise<EntityReply<AnimalWatch>> {
    return this.request<EntityReply<AnimalWatch>>(
      "animal_watch_requests",
      request,
    );
  }

  /** Sends a request out by `auth_requests` and waits for the reply. */
  sendToAuthRequests(request: AuthRequest): Promise<AuthReply> {
    return this.request<AuthReply>("auth_requests", request);
  }
}
