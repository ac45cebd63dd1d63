/**
 * Applies the rules of course likes between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { COURSE_LIKE_SPEC, type CourseLike } from "../models/course_like.ts";
import { checkCourseLike } from "../validations/course_like_rules.ts";

/** Keeps the rules for a course like: answers requests with the help of the store. */
export class CourseLikeController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "CourseLikeRequest" },
    store_operation: { direction: "out", type: "CourseLikeStoreCommand" },
  };

  #courseLikes: EntityService<CourseLike> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#courseLikes = new EntityService<CourseLike>({
      spec: COURSE_LIKE_SPEC,
      defaults: {},
      check: checkCourseLike,
      grants: OWNERSHIP,
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
  ): Promise<EntityReply<CourseLike>> {
    if (!this.#courseLikes) throw new Error("The controller is not set up");
    return this.#courseLikes.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<CourseLike>,
  ): Promise<StoreResult<CourseLike>> {
    return this.request<StoreResult<CourseLike>>("store_operation", command);
  }
}
