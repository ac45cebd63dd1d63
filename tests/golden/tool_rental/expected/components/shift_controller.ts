/**
 * Applies the rules of shifts between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Shift, SHIFT_SPEC } from "../models/shift.ts";
import { checkShift } from "../validations/shift_rules.ts";

/** Keeps the rules for a shift: answers requests with the help of the store. */
export class ShiftController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ShiftRequest" },
    store_operation: { direction: "out", type: "ShiftStoreCommand" },
  };

  #shifts: EntityService<Shift> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#shifts = new EntityService<Shift>({
      spec: SHIFT_SPEC,
      defaults: { firstDay: null, freeDay: null },
      check: checkShift,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Shift>> {
    if (!this.#shifts) throw new Error("The controller is not set up");
    return this.#shifts.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Shift>,
  ): Promise<StoreResult<Shift>> {
    return this.request<StoreResult<Shift>>("store_operation", command);
  }
}
