/**
 * Applies the rules of recipe labels between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { RECIPE_LABEL_SPEC, type RecipeLabel } from "../models/recipe_label.ts";
import { checkRecipeLabel } from "../validations/recipe_label_rules.ts";

/** Keeps the rules for a recipe label: answers requests with the help of the store. */
export class RecipeLabelController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "RecipeLabelRequest" },
    store_operation: { direction: "out", type: "RecipeLabelStoreCommand" },
  };

  #recipeLabels: EntityService<RecipeLabel> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#recipeLabels = new EntityService<RecipeLabel>({
      spec: RECIPE_LABEL_SPEC,
      defaults: {},
      check: checkRecipeLabel,
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
  ): Promise<EntityReply<RecipeLabel>> {
    if (!this.#recipeLabels) throw new Error("The controller is not set up");
    return this.#recipeLabels.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<RecipeLabel>,
  ): Promise<StoreResult<RecipeLabel>> {
    return this.request<StoreResult<RecipeLabel>>("store_operation", command);
  }
}
