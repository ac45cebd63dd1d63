/**
 * Applies the rules of sales between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { adjustments } from "../kit/adjustment.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { stateGuard } from "../kit/requirement.ts";
import { restoreEntity } from "../kit/restore_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Sale, SALE_SPEC } from "../models/sale.ts";
import { ITEM_SPEC } from "../models/item.ts";
import { CLIENT_SPEC } from "../models/client.ts";
import { checkSale } from "../validations/sale_rules.ts";

/** Keeps the rules for a sale: answers requests with the help of the store. */
export class SaleController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "SaleRequest" },
    store_operation: { direction: "out", type: "SaleStoreCommand" },
  };

  #sales: EntityService<Sale> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#sales = new EntityService<Sale>({
      spec: SALE_SPEC,
      defaults: { status: "open", points: 0.5, clientId: null },
      check: checkSale,
      actions: {
        place: {
          set: { status: "placed" },
          when: { status: ["open"] },
          adjust: adjustments({
            reference: "itemId",
            spec: ITEM_SPEC,
            field: "stock",
            by: { field: "quantity", times: -1 },
            min: 0,
          }),
        },
        cancel: {
          set: { status: "cancelled" },
          when: { status: ["placed"] },
          adjust: adjustments({
            reference: "itemId",
            spec: ITEM_SPEC,
            field: "stock",
            by: { field: "quantity", times: 1 },
            min: 0,
          }),
        },
        credit: {
          set: { points: 0 },
          adjust: adjustments({
            reference: "clientId",
            spec: CLIENT_SPEC,
            field: "credit",
            by: -12.5,
            min: 0,
            max: 500,
          }, {
            reference: "itemId",
            spec: ITEM_SPEC,
            field: "stock",
            by: 1,
            min: 0,
          }),
        },
      },
      guard: stateGuard({
        spec: SALE_SPEC,
        editable: { status: ["open"] },
        exempt: ["delete"],
      }),
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Sale>> {
    if (!this.#sales) throw new Error("The controller is not set up");
    return this.#sales.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Sale>,
  ): Promise<StoreResult<Sale>> {
    return this.request<StoreResult<Sale>>("store_operation", command);
  }
}
