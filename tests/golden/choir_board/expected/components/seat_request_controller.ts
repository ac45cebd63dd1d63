/**
 * Applies the rules of seat requests between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { SEAT_REQUEST_SPEC, type SeatRequest } from "../models/seat_request.ts";
import { checkSeatRequest } from "../validations/seat_request_rules.ts";

/** Keeps the rules for a seat request: answers requests with the help of the store. */
export class SeatRequestController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "SeatRequestRequest" },
    store_operation: { direction: "out", type: "SeatRequestStoreCommand" },
  };

  #seatRequests: EntityService<SeatRequest> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#seatRequests = new EntityService<SeatRequest>({
      spec: SEAT_REQUEST_SPEC,
      defaults: { status: "asked" },
      check: checkSeatRequest,
      grants: OWNERSHIP,
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
  ): Promise<EntityReply<SeatRequest>> {
    if (!this.#seatRequests) throw new Error("The controller is not set up");
    return this.#seatRequests.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<SeatRequest>,
  ): Promise<StoreResult<SeatRequest>> {
    return this.request<StoreResult<SeatRequest>>("store_operation", command);
  }
}
