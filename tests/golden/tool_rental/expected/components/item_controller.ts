/**
 * Applies the rules of items between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { restoreEntity } from "../kit/restore_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Item, ITEM_SPEC } from "../models/item.ts";
import { checkItem } from "../validations/item_rules.ts";

/** Keeps the rules for an item: answers requests with the help of the store. */
export class ItemController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ItemRequest" },
    store_operation: { direction: "out", type: "ItemStoreCommand" },
  };

  #items: EntityService<Item> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#items = new EntityService<Item>({
      spec: ITEM_SPEC,
      defaults: { stock: 0 },
      check: checkItem,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Item>> {
    if (!this.#items) throw new Error("The controller is not set up");
    return this.#items.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Item>,
  ): Promise<StoreResult<Item>> {
    return this.request<StoreResult<Item>>("store_operation", command);
  }
}
