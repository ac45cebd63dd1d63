import { HarnessComponent } from "@autocoder/harness";
import type { PricedOrder } from "./order.ts";

/** Keeps the customers' balances, and watches that each customer's orders come in order. */
export class Accounts
  extends HarnessComponent<undefined, { in: { orders: PricedOrder } }> {
  override readonly ports = {
    orders: { direction: "in", type: "priced_order" },
  } as const;
  /** What each customer owes, in cents. */
  readonly balances: Map<string, number> = new Map();
  /** Orders booked. */
  booked = 0;
  /** Orders that came after a later one of the same customer and feed. */
  readonly overtaken: string[] = [];
  readonly #last = new Map<string, number>();

  override process(): Promise<void> {
    return this.serve({ orders: (order) => this.#book(order) });
  }

  #book({ id, number, customer, cents }: PricedOrder): void {
    this.booked++;
    this.balances.set(customer, (this.balances.get(customer) ?? 0) + cents);
    const key = `${customer} ${id.split("-")[0]}`;
    if (number < (this.#last.get(key) ?? 0)) this.overtaken.push(id);
    else this.#last.set(key, number);
  }
}
