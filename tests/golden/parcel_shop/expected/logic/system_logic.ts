/**
 * All logic of the system that is asked around writes, by entity.
 *
 * @module
 */
import type { EntityLogic } from "../kit/entity_logic.ts";
import type { Order } from "../models/order.ts";
import { ORDER_LOGIC } from "./order_logic.ts";

/** Guards, logic of actions and hooks by entity; what is left out is not asked. */
export interface SystemLogic {
  /** Those of orders. */
  readonly order?: EntityLogic<Order>;
}

/** Those that the blueprint has. */
export const SYSTEM_LOGIC: SystemLogic = {
  order: ORDER_LOGIC,
};
