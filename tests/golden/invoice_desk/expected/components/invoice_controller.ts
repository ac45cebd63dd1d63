/**
 * Applies the rules of invoices between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Invoice, INVOICE_SPEC } from "../models/invoice.ts";
import { checkInvoice } from "../validations/invoice_rules.ts";

/** Keeps the rules for an invoice: answers requests with the help of the store. */
export class InvoiceController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "InvoiceRequest" },
    store_operation: { direction: "out", type: "InvoiceStoreCommand" },
  };

  #invoices: EntityService<Invoice> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#invoices = new EntityService<Invoice>({
      spec: INVOICE_SPEC,
      defaults: { status: "draft", sentAt: null, accessCode: null },
      check: checkInvoice,
      actions: {
        send: {
          set: { status: "sent", sentAt: "$now" },
          when: { status: ["draft"] },
        },
        pay: { set: { status: "paid" }, when: { status: ["sent"] } },
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Invoice>> {
    if (!this.#invoices) throw new Error("The controller is not set up");
    return this.#invoices.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Invoice>,
  ): Promise<StoreResult<Invoice>> {
    return this.request<StoreResult<Invoice>>("store_operation", command);
  }
}
