/**
 * Applies the rules of orders between the API and the store.
 *
 * @module
 */
import {
  type ComponentContext,
  HarnessComponent,
  type PortSpec,
} from "@autocoder/harness";
import { logicComputation } from "../kit/computed_logic.ts";
import type { EntityLogic } from "../kit/entity_logic.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { keepLogic } from "../kit/logic_keeper.ts";
import type { LogicTally } from "../kit/logic_tally.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { ORDER_LOGIC_FIELDS } from "../logic/order_logic.ts";
import { type Order, ORDER_SPEC } from "../models/order.ts";
import { checkOrder } from "../validations/order_rules.ts";

/** What the controller may be given. */
export interface OrderControllerConfig {
  /** Guards and hooks. @default there are none */
  readonly logic?: EntityLogic<Order>;
  /** Counts those that fail. @default nobody does */
  readonly tally?: LogicTally;
}

/** Keeps the rules for an order: answers requests with the help of the store. */
export class OrderController extends HarnessComponent<OrderControllerConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "OrderRequest" },
    store_operation: { direction: "out", type: "OrderStoreCommand" },
  };

  #orders: EntityService<Order> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(context?: ComponentContext): void {
    const { logic, tally } = this.config;
    this.#orders = new EntityService<Order>({
      spec: ORDER_SPEC,
      defaults: { express: false, status: "open", shippingCost: null },
      compute: logicComputation(ORDER_SPEC, ORDER_LOGIC_FIELDS),
      check: checkOrder,
      actions: { ship: { set: { status: "shipped" } } },
      logic: logic &&
        keepLogic({ spec: ORDER_SPEC, logic, tally, log: context?.log }),
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
