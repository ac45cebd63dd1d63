/**
 * Applies the rules of recipes between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Recipe, RECIPE_SPEC } from "../models/recipe.ts";
import { checkRecipe } from "../validations/recipe_rules.ts";

/** Keeps the rules for a recipe: answers requests with the help of the store. */
export class RecipeController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "RecipeRequest" },
    store_operation: { direction: "out", type: "RecipeStoreCommand" },
  };

  #recipes: EntityService<Recipe> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#recipes = new EntityService<Recipe>({
      spec: RECIPE_SPEC,
      defaults: { steps: null },
      check: checkRecipe,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Recipe>> {
    if (!this.#recipes) throw new Error("The controller is not set up");
    return this.#recipes.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Recipe>,
  ): Promise<StoreResult<Recipe>> {
    return this.request<StoreResult<Recipe>>("store_operation", command);
  }
}
