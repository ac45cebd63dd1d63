/**
 * Applies the rules of bookmarks between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Bookmark, BOOKMARK_SPEC } from "../models/bookmark.ts";
import { checkBookmark } from "../validations/bookmark_rules.ts";

/** Keeps the rules for a bookmark: answers requests with the help of the store. */
export class BookmarkController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "BookmarkRequest" },
    store_operation: { direction: "out", type: "BookmarkStoreCommand" },
  };

  #bookmarks: EntityService<Bookmark> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#bookmarks = new EntityService<Bookmark>({
      spec: BOOKMARK_SPEC,
      defaults: { link: null },
      check: checkBookmark,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Bookmark>> {
    if (!this.#bookmarks) throw new Error("The controller is not set up");
    return this.#bookmarks.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Bookmark>,
  ): Promise<StoreResult<Bookmark>> {
    return this.request<StoreResult<Bookmark>>("store_operation", command);
  }
}
