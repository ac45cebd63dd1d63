/**
 * Applies the rules of customers between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Customer, CUSTOMER_SPEC } from "../models/customer.ts";
import { checkCustomer } from "../validations/customer_rules.ts";

/** Keeps the rules for a customer: answers requests with the help of the store. */
export class CustomerController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "CustomerRequest" },
    store_operation: { direction: "out", type: "CustomerStoreCommand" },
  };

  #customers: EntityService<Customer> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#customers = new EntityService<Customer>({
      spec: CUSTOMER_SPEC,
      defaults: { born: null, website: null },
      check: checkCustomer,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Customer>> {
    if (!this.#customers) throw new Error("The controller is not set up");
    return this.#customers.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Customer>,
  ): Promise<StoreResult<Customer>> {
    return this.request<StoreResult<Customer>>("store_operation", command);
  }
}
