import { HarnessComponent, RequestTimeout } from "@autocoder/harness";
import type { PriceRequest } from "./catalog.ts";
import type { Order, PricedOrder } from "./order.ts";

/** What passes the ports. */
type Ports = {
  in: { orders: Order; cancellations: string };
  out: { priced: PricedOrder };
  asks: { prices: PriceRequest };
};

/**
 * Enrichment: asks the catalog for the price of each order, in parallel, but for each customer in order.
 * Tries once more when the answer is late, and gives up when the customer cancels.
 */
export class Pricing
  extends HarnessComponent<{ readonly deadlineMs: number }, Ports> {
  override readonly ports = {
    orders: { direction: "in", type: "order" },
    cancellations: { direction: "in", type: "order_id" },
    prices: { direction: "out", type: "product", replyType: "cents" },
    priced: { direction: "out", type: "priced_order" },
  } as const;
  /** Orders that were cancelled while their price was asked for. */
  readonly cancelled: string[] = [];
  readonly #asking = new Map<string, AbortController>();

  override process(): Promise<void> {
    return this.serve({
      orders: (order) => this.#price(order),
      cancellations: (id) => this.#asking.get(id)?.abort(new Cancelled(id)),
    }, {
      key: (data: Order | string) =>
        typeof data === "string" ? data : data.customer,
      retry: {
        attempts: 2,
        firstMs: 1,
        retryIf: (error) => error instanceof RequestTimeout,
      },
    });
  }

  async #price(order: Order): Promise<void> {
    try {
      const cents = order.pieces * await this.#ask(order);
      await this.send("priced", { ...order, cents });
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      this.cancelled.push(order.id);
    }
  }

  async #ask({ id, product }: Order): Promise<number> {
    const controller = new AbortController();
    const { signal } = controller;
    this.#asking.set(id, controller);
    // What is made to measure takes its time; for all else there is a deadline.
    const timeoutMs = product === "sofa" ? Infinity : this.config.deadlineMs;
    try {
      return await this.request("prices", product, { timeoutMs, signal });
    } finally {
      this.#asking.delete(id);
    }
  }
}

/** Says that the customer does not want it any more. */
class Cancelled extends Error {}
