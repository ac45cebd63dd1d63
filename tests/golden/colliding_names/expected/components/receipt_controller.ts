/**
 * Applies the rules of receipts between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Receipt, RECEIPT_SPEC } from "../models/receipt.ts";
import { checkReceipt } from "../validations/receipt_rules.ts";

/** Keeps the rules for a receipt: answers requests with the help of the store. */
export class ReceiptController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ReceiptRequest" },
    store_operation: { direction: "out", type: "ReceiptStoreCommand" },
  };

  #receipts: EntityService<Receipt> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#receipts = new EntityService<Receipt>({
      spec: RECEIPT_SPEC,
      defaults: { t: null },
      check: checkReceipt,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Receipt>> {
    if (!this.#receipts) throw new Error("The controller is not set up");
    return this.#receipts.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Receipt>,
  ): Promise<StoreResult<Receipt>> {
    return this.request<StoreResult<Receipt>>("store_operation", command);
  }
}
