/**
 * Applies the rules of bills between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { bulkChanges } from "../kit/bulk_changes.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type {
  BatchCommand,
  BatchResult,
  StoreCommand,
  StoreResult,
} from "../kit/store_command.ts";
import { type Bill, BILL_SPEC } from "../models/bill.ts";
import { checkBill } from "../validations/bill_rules.ts";

/** Keeps the rules for a bill: answers requests with the help of the store. */
export class BillController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "BillRequest" },
    store_operation: { direction: "out", type: "BillStoreCommand" },
  };

  #bills: EntityService<Bill> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#bills = new EntityService<Bill>({
      spec: BILL_SPEC,
      defaults: { status: "open", dueOn: null, inner: null },
      check: checkBill,
      actions: {
        pay: {
          set: { status: "paid" },
          when: { status: ["open"] },
          needs: ["dueOn"],
        },
      },
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Bill>> {
    if (!this.#bills) throw new Error("The controller is not set up");
    return this.#bills.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Bill>,
  ): Promise<StoreResult<Bill>> {
    return this.request<StoreResult<Bill>>("store_operation", command);
  }

  /** Sends several writes out by `store_operation` and waits for the store's result. */
  sendToStoreOperationBatch(
    command: BatchCommand<Bill>,
  ): Promise<BatchResult<Bill>> {
    return this.request<BatchResult<Bill>>("store_operation", command);
  }
}
