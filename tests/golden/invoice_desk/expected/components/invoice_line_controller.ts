/**
 * Applies the rules of invoice lines between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { computation } from "../kit/computed_fields.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { INVOICE_LINE_SPEC, type InvoiceLine } from "../models/invoice_line.ts";
import { INVOICE_LINE_COMPUTED } from "../validations/invoice_line_computed.ts";
import { checkInvoiceLine } from "../validations/invoice_line_rules.ts";

/** Keeps the rules for an invoice line: answers requests with the help of the store. */
export class InvoiceLineController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "InvoiceLineRequest" },
    store_operation: { direction: "out", type: "InvoiceLineStoreCommand" },
  };

  #invoiceLines: EntityService<InvoiceLine> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#invoiceLines = new EntityService<InvoiceLine>({
      spec: INVOICE_LINE_SPEC,
      defaults: { discount: 0, taxRate: null, tax: null, total: null },
      compute: computation(INVOICE_LINE_SPEC, INVOICE_LINE_COMPUTED),
      check: checkInvoiceLine,
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
  ): Promise<EntityReply<InvoiceLine>> {
    if (!this.#invoiceLines) throw new Error("The controller is not set up");
    return this.#invoiceLines.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<InvoiceLine>,
  ): Promise<StoreResult<InvoiceLine>> {
    return this.request<StoreResult<InvoiceLine>>("store_operation", command);
  }
}
