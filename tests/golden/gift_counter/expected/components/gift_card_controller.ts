/**
 * Applies the rules of gift cards between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { bulkChanges } from "../kit/bulk_changes.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import { restoreEntity } from "../kit/restore_entity.ts";
import type {
  BatchCommand,
  BatchResult,
  StoreCommand,
  StoreResult,
} from "../kit/store_command.ts";
import { GIFT_CARD_SPEC, type GiftCard } from "../models/gift_card.ts";
import { checkGiftCard } from "../validations/gift_card_rules.ts";

/** Keeps the rules for a gift card: answers requests with the help of the store. */
export class GiftCardController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "GiftCardRequest" },
    store_operation: { direction: "out", type: "GiftCardStoreCommand" },
  };

  #giftCards: EntityService<GiftCard> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#giftCards = new EntityService<GiftCard>({
      spec: GIFT_CARD_SPEC,
      defaults: { status: "sold", pin: null },
      check: checkGiftCard,
      actions: {
        redeem: { set: { status: "redeemed" }, when: { status: ["sold"] } },
      },
      grants: OWNERSHIP,
      restore: restoreEntity,
      bulk: bulkChanges((command) => this.sendToStoreOperationBatch(command)),
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<GiftCard>> {
    if (!this.#giftCards) throw new Error("The controller is not set up");
    return this.#giftCards.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<GiftCard>,
  ): Promise<StoreResult<GiftCard>> {
    return this.request<StoreResult<GiftCard>>("store_operation", command);
  }

  /** Sends several writes out by `store_operation` and waits for the store's result. */
  sendToStoreOperationBatch(
    command: BatchCommand<GiftCard>,
  ): Promise<BatchResult<GiftCard>> {
    return this.request<BatchResult<GiftCard>>("store_operation", command);
  }
}
