/**
 * Applies the rules of suppliers between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Supplier, SUPPLIER_SPEC } from "../models/supplier.ts";
import { checkSupplier } from "../validations/supplier_rules.ts";

/** Keeps the rules for a supplier: answers requests with the help of the store. */
export class SupplierController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "SupplierRequest" },
    store_operation: { direction: "out", type: "SupplierStoreCommand" },
  };

  #suppliers: EntityService<Supplier> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#suppliers = new EntityService<Supplier>({
      spec: SUPPLIER_SPEC,
      defaults: {},
      check: checkSupplier,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Supplier>> {
    if (!this.#suppliers) throw new Error("The controller is not set up");
    return this.#suppliers.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Supplier>,
  ): Promise<StoreResult<Supplier>> {
    return this.request<StoreResult<Supplier>>("store_operation", command);
  }
}
