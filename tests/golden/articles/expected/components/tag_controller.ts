/**
 * Applies the rules of tags between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { madeSlugs } from "../kit/slug.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Tag, TAG_SPEC } from "../models/tag.ts";
import { checkTag } from "../validations/tag_rules.ts";

/** Keeps the rules for a tag: answers requests with the help of the store. */
export class TagController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "TagRequest" },
    store_operation: { direction: "out", type: "TagStoreCommand" },
  };

  #tags: EntityService<Tag> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#tags = new EntityService<Tag>({
      spec: TAG_SPEC,
      defaults: {},
      check: checkTag,
      made: madeSlugs<Tag>(TAG_SPEC, [{
        field: "handle",
        from: "label",
        maxLength: 30,
      }]),
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Tag>> {
    if (!this.#tags) throw new Error("The controller is not set up");
    return this.#tags.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(command: StoreCommand<Tag>): Promise<StoreResult<Tag>> {
    return this.request<StoreResult<Tag>>("store_operation", command);
  }
}
