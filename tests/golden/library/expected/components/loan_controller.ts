/**
 * Applies the rules of loans between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Loan, LOAN_SPEC } from "../models/loan.ts";
import { checkLoan } from "../validations/loan_rules.ts";

/** Keeps the rules for a loan: answers requests with the help of the store. */
export class LoanController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "LoanRequest" },
    store_operation: { direction: "out", type: "LoanStoreCommand" },
  };

  #loans: EntityService<Loan> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#loans = new EntityService<Loan>({
      spec: LOAN_SPEC,
      defaults: { dueDate: null, returned: false },
      check: checkLoan,
      actions: { return: { set: { returned: true } } },
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Loan>> {
    if (!this.#loans) throw new Error("The controller is not set up");
    return this.#loans.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Loan>,
  ): Promise<StoreResult<Loan>> {
    return this.request<StoreResult<Loan>>("store_operation", command);
  }
}
