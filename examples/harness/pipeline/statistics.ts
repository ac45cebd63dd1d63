import { HarnessComponent } from "@autocoder/harness";
import type { PricedOrder } from "./order.ts";

/**
 * Aggregator: adds up what each product brings in, a batch at a time. A batch is over when it is full or
 * has waited long enough; until then its orders are in hand, so that a failure would lose none of them.
 */
export class Statistics
  extends HarnessComponent<undefined, { in: { orders: PricedOrder } }> {
  override readonly ports = {
    orders: {
      direction: "in",
      type: "priced_order",
      batch: BATCH,
      concurrency: BATCH,
    },
  } as const;
  /** Cents by product. */
  readonly revenue: Map<string, number> = new Map();
  /** Orders in the largest batch. */
  largestBatch = 0;
  #batch = new Batch();

  override process(): Promise<void> {
    return this.serve({ orders: (order) => this.#join(order) });
  }

  #join(order: PricedOrder): Promise<void> {
    const batch = this.#batch;
    const count = batch.orders.push(order);
    if (count === 1) void this.sleep(100).then(() => this.#add(batch));
    if (count === BATCH) this.#add(batch);
    return batch.added.promise;
  }

  #add(batch: Batch): void {
    if (batch !== this.#batch) return; // it was full before its time was over
    this.#batch = new Batch();
    this.largestBatch = Math.max(this.largestBatch, batch.orders.length);
    for (const { product, cents } of batch.orders) {
      this.revenue.set(product, (this.revenue.get(product) ?? 0) + cents);
    }
    batch.added.resolve();
  }
}

/** Orders that are added up together. */
class Batch {
  readonly orders: PricedOrder[] = [];
  readonly added: PromiseWithResolvers<void> = Promise.withResolvers();
}

const BATCH = 50;
