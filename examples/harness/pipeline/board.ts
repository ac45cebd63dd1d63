import { HarnessComponent } from "@autocoder/harness";
import type { PricedOrder } from "./order.ts";

/** Shows orders to whoever looks, and until then reads none: what its connection keeps is its policy's matter. */
export class Board
  extends HarnessComponent<undefined, { in: { orders: PricedOrder } }> {
  override readonly ports = {
    orders: { direction: "in", type: "priced_order" },
  } as const;
  /** Orders that were looked at. */
  readonly shown: PricedOrder[] = [];
  readonly #looked: PromiseWithResolvers<void> = Promise.withResolvers();

  override async process(): Promise<void> {
    await Promise.race([this.#looked.promise, this.stopped()]);
    await this.serve({ orders: (order) => void this.shown.push(order) });
  }

  /** Looks at the board. */
  look(): void {
    this.#looked.resolve();
  }
}
