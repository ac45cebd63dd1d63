import { seededRandom } from "@autocoder/harness/testing";

/** An order of a web shop: some pieces of one product. */
export interface Order {
  /** Identifier: the feed and a number. */
  readonly id: string;
  /** Number within its feed; a customer's orders of one feed come in this order. */
  readonly number: number;
  /** Who ordered. */
  readonly customer: string;
  /** What. */
  readonly product: string;
  /** How many. */
  readonly pieces: number;
  /** Whether it must go out today. */
  readonly express: boolean;
  /** Whether it is one of the monitoring's, not a customer's. */
  readonly test: boolean;
}

/** An order with what it costs. */
export interface PricedOrder extends Order {
  /** Price of all pieces. */
  readonly cents: number;
}

/** Which orders are made. */
export interface MakeOrdersOptions {
  /** The same seed gives the same orders. */
  readonly seed: number;
  /** How many. */
  readonly count: number;
  /** What is so at some numbers. */
  readonly special: Readonly<Record<number, Partial<Order>>>;
}

/** Makes the orders of one feed. */
export function makeOrders(
  feed: string,
  { seed, count, special }: MakeOrdersOptions,
): readonly Order[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: count }, (_, number) => ({
    id: `${feed}-${number}`,
    number,
    customer: `customer-${below(40)}`,
    product: PRODUCTS[below(PRODUCTS.length)]!,
    pieces: 1 + below(5),
    express: below(10) < 3,
    test: special[number] === undefined && below(20) === 0,
    ...special[number],
  }));
}

/** Returns the identifier of the trace that an order began with. */
export function traceIdOf({ id, number }: Order): string {
  const feed = id.startsWith("web") ? 1 : 2;
  return (feed * 1_000_000 + number).toString(16).padStart(32, "0");
}

/** Returns the W3C trace context of an order, as the shop's web server would have begun it. */
export function traceOf(order: Order): string {
  return `00-${traceIdOf(order)}-00f067aa0ba902b7-01`;
}

const PRODUCTS = ["mug", "lamp", "book", "pen"];
