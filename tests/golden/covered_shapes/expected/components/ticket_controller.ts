/**
 * Applies the rules of tickets between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Ticket, TICKET_SPEC } from "../models/ticket.ts";
import { checkTicket } from "../validations/ticket_rules.ts";

/** Keeps the rules for a ticket: answers requests with the help of the store. */
export class TicketController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "TicketRequest" },
    store_operation: { direction: "out", type: "TicketStoreCommand" },
  };

  #tickets: EntityService<Ticket> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#tickets = new EntityService<Ticket>({
      spec: TICKET_SPEC,
      defaults: { seat: null },
      check: checkTicket,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Ticket>> {
    if (!this.#tickets) throw new Error("The controller is not set up");
    return this.#tickets.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Ticket>,
  ): Promise<StoreResult<Ticket>> {
    return this.request<StoreResult<Ticket>>("store_operation", command);
  }
}
