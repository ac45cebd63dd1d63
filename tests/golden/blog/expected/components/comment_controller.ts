/**
 * Applies the rules of comments between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Comment, COMMENT_SPEC } from "../models/comment.ts";
import { checkComment } from "../validations/comment_rules.ts";

/** Keeps the rules for a comment: answers requests with the help of the store. */
export class CommentController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "CommentRequest" },
    store_operation: { direction: "out", type: "CommentStoreCommand" },
  };

  #comments: EntityService<Comment> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#comments = new EntityService<Comment>({
      spec: COMMENT_SPEC,
      defaults: { authorName: null, text: null },
      check: checkComment,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Comment>> {
    if (!this.#comments) throw new Error("The controller is not set up");
    return this.#comments.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Comment>,
  ): Promise<StoreResult<Comment>> {
    return this.request<StoreResult<Comment>>("store_operation", command);
  }
}
