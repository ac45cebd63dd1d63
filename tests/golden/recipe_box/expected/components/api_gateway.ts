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
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import { mountLink } from "../kit/link_routes.ts";
import { mountResource } from "../kit/resource_routes.ts";
import type { Sources } from "../kit/resource_spec.ts";
import type { Health } from "../kit/system_routes.ts";
import { type Recipe } from "../models/recipe.ts";
import { type Label } from "../models/label.ts";
import { RECIPE_LABEL_SPEC, type RecipeLabel } from "../models/recipe_label.ts";
import {
  RECIPE_GOES_WITH_LINK_SPEC,
  type RecipeGoesWithLink,
} from "../models/recipe_goes_with_link.ts";
import { API_SHAPE } from "../resources/api_shape.ts";
import { RECIPE_RESOURCE } from "../resources/recipe_resource.ts";
import { LABEL_RESOURCE } from "../resources/label_resource.ts";
import { RECIPE_BODY, RECIPE_PATCH } from "../schemas/recipe_schema.ts";
import { LABEL_BODY } from "../schemas/label_schema.ts";

/** What the endpoint needs. */
export interface RecipeBoxAPIGatewayConfig {
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
export class RecipeBoxAPIGateway
  extends HarnessComponent<RecipeBoxAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    recipe_requests: { direction: "out", type: "RecipeRequest" },
    label_requests: { direction: "out", type: "LabelRequest" },
    recipe_label_requests: { direction: "out", type: "RecipeLabelRequest" },
    recipe_goes_with_link_requests: {
      direction: "out",
      type: "RecipeGoesWithLinkRequest",
    },
  };

  #fetch: Api["fetch"] | undefined;
  readonly #listener = new HttpListener((request) => this.fetch(request), {
    hostname: this.config.host,
    port: this.config.port,
  });

  /** Builds the routes and opens the listener; after a failure, on the port it had. */
  override setup(context?: ComponentContext): void {
    const { health, metrics } = this.config;
    const api = createApi({ openapi, health, metrics, log: context?.log });
    const sources: Sources = {
      recipe: (request) => this.sendToRecipeRequests(request),
      label: (request) => this.sendToLabelRequests(request),
      recipe_label: (request) => this.sendToRecipeLabelRequests(request),
      recipe_goes_with_link: (request) =>
        this.sendToRecipeGoesWithLinkRequests(request),
    };
    const guards = {};
    const common = { sources, guards, shape: API_SHAPE };
    mountResource(api, {
      ...common,
      resource: RECIPE_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: RECIPE_BODY },
        { operation: "replace", schema: RECIPE_BODY },
        { operation: "patch", schema: RECIPE_PATCH },
        { operation: "delete" },
      ],
    });
    mountLink(api, { ...common, resource: RECIPE_RESOURCE, operations: [] }, {
      path: "labels",
      link: RECIPE_LABEL_SPEC,
      own: "recipeId",
      other: "labelId",
      resource: LABEL_RESOURCE,
      param: "labelId",
    });
    mountLink(api, { ...common, resource: RECIPE_RESOURCE, operations: [] }, {
      path: "goes-with",
      link: RECIPE_GOES_WITH_LINK_SPEC,
      own: "recipeId",
      other: "goesWithId",
      resource: RECIPE_RESOURCE,
      param: "recipeId",
    });
    mountResource(api, {
      ...common,
      resource: LABEL_RESOURCE,
      operations: [{ operation: "list" }, { operation: "get" }, {
        operation: "create",
        schema: LABEL_BODY,
      }, { operation: "delete" }],
    });
    this.#fetch = api.fetch;
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

  /** Sends a request out by `recipe_requests` and waits for the controller's reply. */
  sendToRecipeRequests(request: EntityRequest): Promise<EntityReply<Recipe>> {
    return this.request<EntityReply<Recipe>>("recipe_requests", request);
  }

  /** Sends a request out by `label_requests` and waits for the controller's reply. */
  sendToLabelRequests(request: EntityRequest): Promise<EntityReply<Label>> {
    return this.request<EntityReply<Label>>("label_requests", request);
  }

  /** Sends a request out by `recipe_label_requests` and waits for the controller's reply. */
  sendToRecipeLabelRequests(
    request: EntityRequest,
  ): Promise<EntityReply<RecipeLabel>> {
    return this.request<EntityReply<RecipeLabel>>(
      "recipe_label_requests",
      request,
    );
  }

  /** Sends a request out by `recipe_goes_with_link_requests` and waits for the controller's reply. */
  sendToRecipeGoesWithLinkRequests(
    request: EntityRequest,
  ): Promise<EntityReply<RecipeGoesWithLink>> {
    return this.request<EntityReply<RecipeGoesWithLink>>(
      "recipe_goes_with_link_requests",
      request,
    );
  }
}
