/**
 * Applies the rules of employees between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Employee, EMPLOYEE_SPEC } from "../models/employee.ts";
import { checkEmployee } from "../validations/employee_rules.ts";

/** Keeps the rules for an employee: answers requests with the help of the store. */
export class EmployeeController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "EmployeeRequest" },
    store_operation: { direction: "out", type: "EmployeeStoreCommand" },
  };

  #employees: EntityService<Employee> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#employees = new EntityService<Employee>({
      spec: EMPLOYEE_SPEC,
      defaults: { managerId: null, buddyId: null },
      check: checkEmployee,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Employee>> {
    if (!this.#employees) throw new Error("The controller is not set up");
    return this.#employees.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Employee>,
  ): Promise<StoreResult<Employee>> {
    return this.request<StoreResult<Employee>>("store_operation", command);
  }
}
