/**
 * Applies the rules of reviews between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import { restoreEntity } from "../kit/restore_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Review, REVIEW_SPEC } from "../models/review.ts";
import { checkReview } from "../validations/review_rules.ts";

/** Keeps the rules for a review: answers requests with the help of the store. */
export class ReviewController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ReviewRequest" },
    store_operation: { direction: "out", type: "ReviewStoreCommand" },
  };

  #reviews: EntityService<Review> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#reviews = new EntityService<Review>({
      spec: REVIEW_SPEC,
      defaults: {},
      check: checkReview,
      grants: OWNERSHIP,
      restore: restoreEntity,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Review>> {
    if (!this.#reviews) throw new Error("The controller is not set up");
    return this.#reviews.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Review>,
  ): Promise<StoreResult<Review>> {
    return this.request<StoreResult<Review>>("store_operation", command);
  }
}
