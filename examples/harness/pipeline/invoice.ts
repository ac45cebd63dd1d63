import type { PricedOrder } from "./order.ts";

/** What the customer gets to see. */
export interface Invoice {
  /** Identifier of the order. */
  readonly id: string;
  /** One line of text. */
  readonly text: string;
}

/** Writes the invoice of an order. */
export function invoiceOf(
  { id, customer, pieces, product, cents }: PricedOrder,
): Invoice {
  const total = EURO.format(cents / 100);
  return { id, text: `${customer}: ${pieces} × ${product}, ${total}` };
}

const EURO = new Intl.NumberFormat("en", {
  style: "currency",
  currency: "EUR",
});
