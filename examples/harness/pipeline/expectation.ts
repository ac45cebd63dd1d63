import type { Order } from "./order.ts";
import type { ShopOrders } from "./shop.ts";

/** What must come of the orders, worked out without any pipeline. */
export interface Expectation {
  /** Orders of the monitoring. */
  readonly tests: number;
  /** Orders by customers. */
  readonly real: number;
  /** Orders with a price at first, and when the new price list is out. */
  readonly priced: readonly [before: number, after: number];
  /** Orders that are delivered, before and after the new price list. */
  readonly delivered: readonly [before: number, after: number];
  /** What all customers owe in the end. */
  readonly cents: number;
}

/** Works out what must come of the orders. */
export function expectationOf({ web, app }: ShopOrders): Expectation {
  const all = [...web, ...app];
  const real = all.filter(({ test }) => !test);
  const sold = real.filter(({ product }) => product !== "sofa");
  const carried = sold.filter(({ product, pieces }) =>
    product !== "fireworks" && pieces <= 100
  );
  const counts = (orders: readonly Order[]) => {
    const kites = orders.filter(({ product }) => product === "kite");
    return [orders.length - kites.length, orders.length] as const;
  };
  return {
    tests: all.length - real.length,
    real: real.length,
    priced: counts(sold),
    delivered: counts(carried),
    cents: sold.reduce(
      (sum, { product, pieces }) => sum + pieces * CENTS[product]!,
      0,
    ),
  };
}

const CENTS: Readonly<Record<string, number>> = {
  mug: 1200,
  lamp: 4500,
  book: 1500,
  pen: 300,
  fireworks: 9900,
  globe: 7000,
  kite: 2500,
};
