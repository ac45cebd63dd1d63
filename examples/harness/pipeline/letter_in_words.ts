import type { DeadLetter } from "@autocoder/harness";
import type { Order } from "./order.ts";

/** Says of a dead letter of the shop what died where, and why. */
export function letterInWords(
  { component, attempt, cause, message }: DeadLetter,
): string {
  const { data } = message;
  // The catalog is asked for products by name; everybody else gets orders.
  const what = typeof data === "string" ? data : (data as Order).id;
  const reason = cause instanceof Error ? cause.cause ?? cause : cause;
  return `${component}, ${what}, attempt ${attempt}: ${reason}`;
}
