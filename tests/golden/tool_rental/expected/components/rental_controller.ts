/**
 * Applies the rules of rentals between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { stateGuard } from "../kit/requirement.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Rental, RENTAL_SPEC } from "../models/rental.ts";
import { TOOL_SPEC } from "../models/tool.ts";
import { checkRental } from "../validations/rental_rules.ts";

/** Keeps the rules for a rental: answers requests with the help of the store. */
export class RentalController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "RentalRequest" },
    store_operation: { direction: "out", type: "RentalStoreCommand" },
  };

  #rentals: EntityService<Rental> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#rentals = new EntityService<Rental>({
      spec: RENTAL_SPEC,
      defaults: { status: "asked" },
      check: checkRental,
      actions: {
        confirm: { set: { status: "confirmed" }, when: { status: ["asked"] } },
        cancel: {
          set: { status: "cancelled" },
          when: { status: ["asked", "confirmed"] },
        },
        renew: { set: { status: "asked" }, when: { status: ["cancelled"] } },
      },
      guard: stateGuard({
        spec: RENTAL_SPEC,
        requires: [{
          reference: "toolId",
          spec: TOOL_SPEC,
          state: { broken: [false] },
        }],
        exempt: ["cancel"],
      }),
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Rental>> {
    if (!this.#rentals) throw new Error("The controller is not set up");
    return this.#rentals.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Rental>,
  ): Promise<StoreResult<Rental>> {
    return this.request<StoreResult<Rental>>("store_operation", command);
  }
}
