import {
  HarnessComponent,
  type Message,
  RequestTimeout,
} from "@autocoder/harness";
import { keyedHandler } from "./keyed_handler.ts";
import type { Order, PricedOrder } from "./order.ts";

/**
 * Enrichment: asks the catalog for the price of each order, in parallel, but for each customer in order.
 * Asks once more when the answer is late, and gives up when the customer cancels.
 */
export class Pricing extends HarnessComponent<{ readonly deadlineMs: number }> {
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
    const inOrder = keyedHandler<Job>({
      key: ({ order }) => order.customer,
      handle: (job) => this.#price(job),
    });
    return this.serve({
      orders: (order: Order, { traceparent }: Message<Order>) =>
        inOrder({ order, traceparent }),
      cancellations: (id: string) =>
        this.#asking.get(id)?.abort(new Cancelled(id)),
    });
  }

  async #price(job: Job): Promise<void> {
    const { order, traceparent } = job;
    try {
      const cents = order.pieces * await this.#ask(job);
      const priced: PricedOrder = { ...order, cents };
      await this.send("priced", priced, { traceparent });
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      this.cancelled.push(order.id);
    }
  }

  async #ask({ order: { id, product }, traceparent }: Job): Promise<number> {
    const { signal } = this.#startAsking(id);
    // What is made to measure takes its time; for all else there is a deadline.
    const timeoutMs = product === "sofa" ? Infinity : this.config.deadlineMs;
    const options = { timeoutMs, signal, traceparent };
    try {
      return await this.request<number>("prices", product, options);
    } catch (error) {
      if (!(error instanceof RequestTimeout)) throw error;
      return await this.request<number>("prices", product, options);
    } finally {
      this.#asking.delete(id);
    }
  }

  #startAsking(id: string): AbortController {
    const controller = new AbortController();
    this.#asking.set(id, controller);
    return controller;
  }
}

/** An order with the trace that it came with. */
interface Job {
  readonly order: Order;
  readonly traceparent: string | undefined;
}

/** Says that the customer does not want it any more. */
class Cancelled extends Error {}
