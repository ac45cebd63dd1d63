/**
 * Applies the rules of withdrawals between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { adjustments } from "../kit/adjustment.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Withdrawal, WITHDRAWAL_SPEC } from "../models/withdrawal.ts";
import { PRODUCT_SPEC } from "../models/product.ts";
import { checkWithdrawal } from "../validations/withdrawal_rules.ts";

/** Keeps the rules for a withdrawal: answers requests with the help of the store. */
export class WithdrawalController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "WithdrawalRequest" },
    store_operation: { direction: "out", type: "WithdrawalStoreCommand" },
  };

  #withdrawals: EntityService<Withdrawal> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#withdrawals = new EntityService<Withdrawal>({
      spec: WITHDRAWAL_SPEC,
      defaults: { status: "planned" },
      check: checkWithdrawal,
      actions: {
        take: {
          set: { status: "taken" },
          when: { status: ["planned"] },
          adjust: adjustments({
            reference: "productId",
            spec: PRODUCT_SPEC,
            field: "stock",
            by: { field: "quantity", times: -1 },
            min: 0,
          }),
        },
      },
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
  ): Promise<EntityReply<Withdrawal>> {
    if (!this.#withdrawals) throw new Error("The controller is not set up");
    return this.#withdrawals.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Withdrawal>,
  ): Promise<StoreResult<Withdrawal>> {
    return this.request<StoreResult<Withdrawal>>("store_operation", command);
  }
}
