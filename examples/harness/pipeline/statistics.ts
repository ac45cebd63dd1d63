import { HarnessComponent } from "@autocoder/harness";
import type { PricedOrder } from "./order.ts";

/** Aggregator: adds up what each product brings in, a batch at a time. */
export class Statistics extends HarnessComponent<{ readonly batch: number }> {
  override readonly ports = {
    orders: { direction: "in", type: "priced_order" },
  } as const;
  /** Cents by product. */
  readonly revenue: Map<string, number> = new Map();
  /** Orders in the largest batch. */
  largestBatch = 0;

  /** Waits for one order, and takes along what has come meanwhile. */
  override async process(): Promise<void> {
    const [orders] = this.receiveStreams.get("orders") ?? [];
    for await (const first of orders ?? []) {
      const others = orders?.drain(this.config.batch - 1) ?? [];
      // The port's type says what the messages hold.
      this.#add([first, ...others].map(({ data }) => data as PricedOrder));
    }
  }

  #add(batch: readonly PricedOrder[]): void {
    this.largestBatch = Math.max(this.largestBatch, batch.length);
    for (const { product, cents } of batch) {
      this.revenue.set(product, (this.revenue.get(product) ?? 0) + cents);
    }
  }
}
