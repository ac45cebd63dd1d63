/**
 * Applies the rules of order lines between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { ORDER_LINE_SPEC, type OrderLine } from "../models/order_line.ts";
import { checkOrderLine } from "../validations/order_line_rules.ts";

/** Keeps the rules for an order line: answers requests with the help of the store. */
export class OrderLineController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "OrderLineRequest" },
    store_operation: { direction: "out", type: "OrderLineStoreCommand" },
  };

  #orderLines: EntityService<OrderLine> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#orderLines = new EntityService<OrderLine>({
      spec: ORDER_LINE_SPEC,
      defaults: {},
      check: checkOrderLine,
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
  ): Promise<EntityReply<OrderLine>> {
    if (!this.#orderLines) throw new Error("The controller is not set up");
    return this.#orderLines.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<OrderLine>,
  ): Promise<StoreResult<OrderLine>> {
    return this.request<StoreResult<OrderLine>>("store_operation", command);
  }
}
