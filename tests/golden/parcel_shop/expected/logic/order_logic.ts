/**
 * The logic of orders that the blueprint has in words. A language model wrote it after the blueprint's `behavior`: change it there.
 *
 * @module
 */
import type { LogicField } from "../kit/computed_logic.ts";
import type {
  EntityLogic,
  GuardAnswer,
  LogicContext,
} from "../kit/entity_logic.ts";
import type { Order } from "../models/order.ts";

/**
 * Works out `shippingCost` of an order.
 *
 * The base price is 4.50 domestic, 9.00 in europe and 19.00 in the world, plus 0.80 for each begun
 * kilogram beyond the first. Three exceptions: domestic orders of 60.00 or more ship free unless
 * express; express doubles the price; parcels above 30 kg to the world cost 95.00 flat.
 */
export function computeShippingCost(
  order: Omit<Order, "updatedAt" | "shippingCost">,
): number | null {
  const base = { domestic: 4.5, europe: 9, world: 19 }[order.zone];
  if (order.zone === "world" && order.weightGrams > 30_000) return 95;
  if (order.zone === "domestic" && order.subtotal >= 60 && !order.express) {
    return 0;
  }
  // A begun kilogram counts as a whole one.
  const beyond = Math.max(0, Math.ceil(order.weightGrams / 1000) - 1);
  const cost = base + beyond * 0.8;
  return Math.round((order.express ? cost * 2 : cost) * 100) / 100;
}

/**
 * Says why the action `ship` may not be done; nothing if it may.
 *
 * Refuses when the shipping cost is more than the subtotal, and says so.
 */
export function guardShip(order: Order, _context: LogicContext): GuardAnswer {
  const cost = order.shippingCost ?? 0;
  if (cost > order.subtotal) {
    return `Shipping costs ${cost}, more than the subtotal.`;
  }
}

/** What is asked around the writes of orders. */
export const ORDER_LOGIC: EntityLogic<Order> = { guards: { ship: guardShip } };

/** The fields of orders that are worked out, each after those before it. */
export const ORDER_LOGIC_FIELDS: readonly LogicField<Order>[] = [
  { field: "shippingCost", of: computeShippingCost },
];
