/**
 * Applies the rules of orders between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { completion } from "../kit/embedded_object.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Order, ORDER_SPEC } from "../models/order.ts";
import { ORDER_OBJECTS } from "../schemas/order_objects.ts";
import { checkOrder } from "../validations/order_rules.ts";

/** Keeps the rules for an order: answers requests with the help of the store. */
export class OrderController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "OrderRequest" },
    store_operation: { direction: "out", type: "OrderStoreCommand" },
  };

  #orders: EntityService<Order> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#orders = new EntityService<Order>({
      spec: ORDER_SPEC,
      defaults: { billing: null, receipt: null },
      compute: completion(ORDER_OBJECTS),
      check: checkOrder,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Order>> {
    if (!this.#orders) throw new Error("The controller is not set up");
    return this.#orders.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Order>,
  ): Promise<StoreResult<Order>> {
    return this.request<StoreResult<Order>>("store_operation", command);
  }
}
