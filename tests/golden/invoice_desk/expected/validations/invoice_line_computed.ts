/**
 * What follows from other fields of an invoice line, worked out whenever one is written.
 *
 * @module
 */
import type { ComputedField } from "../kit/computed_fields.ts";
import { minus, over, plus, times } from "../kit/exact_arithmetic.ts";
import type { InvoiceLine } from "../models/invoice_line.ts";

/** The computed fields, each after those that it is computed of. */
export const INVOICE_LINE_COMPUTED: readonly ComputedField<InvoiceLine>[] = [
  // quantity * unitPrice - discount
  {
    field: "amount",
    of: (invoiceLine) =>
      minus(
        times(invoiceLine.quantity, invoiceLine.unitPrice),
        invoiceLine.discount,
      ),
  },
  // amount * taxRate
  {
    field: "tax",
    of: (invoiceLine) => times(invoiceLine.amount, invoiceLine.taxRate),
  },
  // amount + tax
  {
    field: "total",
    of: (invoiceLine) => plus(invoiceLine.amount, invoiceLine.tax),
  },
  // amount / quantity
  {
    field: "perPiece",
    of: (invoiceLine) => over(invoiceLine.amount, invoiceLine.quantity),
  },
];
