/**
 * Applies the rules of posts between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Post, POST_SPEC } from "../models/post.ts";
import { checkPost } from "../validations/post_rules.ts";

/** Keeps the rules for a post: answers requests with the help of the store. */
export class PostController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "PostRequest" },
    store_operation: { direction: "out", type: "PostStoreCommand" },
  };

  #posts: EntityService<Post> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#posts = new EntityService<Post>({
      spec: POST_SPEC,
      defaults: { body: null, status: "draft" },
      check: checkPost,
      actions: { publish: { set: { status: "published" } } },
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Post>> {
    if (!this.#posts) throw new Error("The controller is not set up");
    return this.#posts.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Post>,
  ): Promise<StoreResult<Post>> {
    return this.request<StoreResult<Post>>("store_operation", command);
  }
}
