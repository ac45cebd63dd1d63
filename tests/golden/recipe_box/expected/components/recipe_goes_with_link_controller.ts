/**
 * Applies the rules of recipe goes with links between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import {
  RECIPE_GOES_WITH_LINK_SPEC,
  type RecipeGoesWithLink,
} from "../models/recipe_goes_with_link.ts";
import { checkRecipeGoesWithLink } from "../validations/recipe_goes_with_link_rules.ts";

/** Keeps the rules for a recipe goes with link: answers requests with the help of the store. */
export class RecipeGoesWithLinkController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "RecipeGoesWithLinkRequest" },
    store_operation: {
      direction: "out",
      type: "RecipeGoesWithLinkStoreCommand",
    },
  };

  #recipeGoesWithLinks: EntityService<RecipeGoesWithLink> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#recipeGoesWithLinks = new EntityService<RecipeGoesWithLink>({
      spec: RECIPE_GOES_WITH_LINK_SPEC,
      defaults: {},
      check: checkRecipeGoesWithLink,
      store: (command) => this.sendToStoreOperation(command),
    });
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      process_request: (request: EntityRequest) =>
        this.handleProcessRequest(request),
    });
  }

  /** Answers a request that came in by `process_request`. */
  handleProcessRequest(
    request: EntityRequest,
  ): Promise<EntityReply<RecipeGoesWithLink>> {
    if (!this.#recipeGoesWithLinks) {
      throw new Error("The controller is not set up");
    }
    return this.#recipeGoesWithLinks.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<RecipeGoesWithLink>,
  ): Promise<StoreResult<RecipeGoesWithLink>> {
    return this.request<StoreResult<RecipeGoesWithLink>>(
      "store_operation",
      command,
    );
  }
}
