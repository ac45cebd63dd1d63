import { HarnessComponent } from "@autocoder/harness";
import type { Invoice } from "./invoice.ts";

/** Keeps the invoices, which another thread has written. */
export class Invoices
  extends HarnessComponent<undefined, { in: { invoices: Invoice } }> {
  override readonly ports = { invoices: { direction: "in" } } as const;
  /** The text of each, by order. */
  readonly written: Map<string, string> = new Map();

  override process(): Promise<void> {
    return this.serve({
      invoices: ({ id, text }) => void this.written.set(id, text),
    });
  }
}
