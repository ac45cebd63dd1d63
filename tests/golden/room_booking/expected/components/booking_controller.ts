/**
 * Applies the rules of bookings between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Booking, BOOKING_SPEC } from "../models/booking.ts";
import { checkBooking } from "../validations/booking_rules.ts";

/** Keeps the rules for a booking: answers requests with the help of the store. */
export class BookingController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "BookingRequest" },
    store_operation: { direction: "out", type: "BookingStoreCommand" },
  };

  #bookings: EntityService<Booking> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#bookings = new EntityService<Booking>({
      spec: BOOKING_SPEC,
      defaults: { status: "asked", seat: null },
      check: checkBooking,
      actions: {
        grant: { set: { status: "granted" }, when: { status: ["asked"] } },
      },
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Booking>> {
    if (!this.#bookings) throw new Error("The controller is not set up");
    return this.#bookings.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Booking>,
  ): Promise<StoreResult<Booking>> {
    return this.request<StoreResult<Booking>>("store_operation", command);
  }
}
