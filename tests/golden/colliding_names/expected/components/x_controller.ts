/**
 * Applies the rules of xes between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type X, X_SPEC } from "../models/x.ts";
import { checkX } from "../validations/x_rules.ts";

/** Keeps the rules for a x: answers requests with the help of the store. */
export class XController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "XRequest" },
    store_operation: { direction: "out", type: "XStoreCommand" },
  };

  #xes: EntityService<X> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#xes = new EntityService<X>({
      spec: X_SPEC,
      defaults: { y: null },
      check: checkX,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<X>> {
    if (!this.#xes) throw new Error("The controller is not set up");
    return this.#xes.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(command: StoreCommand<X>): Promise<StoreResult<X>> {
    return this.request<StoreResult<X>>("store_operation", command);
  }
}
