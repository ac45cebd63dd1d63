/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import { clientFields, putServerFields } from "../kit/server_fields.ts";
import { shown } from "../kit/shown_entity.ts";
import type { System } from "../main.ts";
import { type Invoice, INVOICE_SPEC } from "../models/invoice.ts";
import type { InvoiceLine } from "../models/invoice_line.ts";

/** Makes a body that creates an invoice. */
export function invoiceBody(): Record<string, unknown> {
  return {
    number: "Some number",
  };
}

/** Stores an invoice. */
export async function makeInvoice(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Invoice> {
  const body = { ...invoiceBody(), ...overrides };
  const made = expectValue(
    await system.invoiceController.handleProcessRequest({
      operation: "create",
      body: clientFields(INVOICE_SPEC, body),
    }),
  ) as Invoice;
  const put = await putServerFields(
    INVOICE_SPEC,
    { made, body },
    (command) => system.invoiceStore.handleExecute(command),
  );
  return shown(INVOICE_SPEC, put);
}

/** Makes a body that creates an invoice line. */
export async function invoiceLineBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    description: "Some description",
    quantity: 1,
    unitPrice: 9.5,
    taxRate: 9.5,
    invoiceId: (await makeInvoice(system)).id,
  };
}

/** Stores an invoice line. */
export async function makeInvoiceLine(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<InvoiceLine> {
  const body = { ...await invoiceLineBody(system), ...overrides };
  return expectValue(
    await system.invoiceLineController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as InvoiceLine;
}
