/**
 * Writes invoices in a thread of its own, so that a long day of them does not hold up the shop.
 *
 * @module
 */
import {
  type Message,
  PortChannel,
  withData,
} from "@autocoder/harness/workers";
import type { PortLike } from "@autocoder/harness/workers";
import { type Invoice, invoiceOf } from "./invoice.ts";
import type { PricedOrder } from "./order.ts";

// In a worker `self` is its end of the port; the compiler knows only the main thread.
const port = self as unknown as PortLike;
const work = new PortChannel<Message<Invoice>, Message<PricedOrder>>(port);
for await (const message of work) {
  await work.send(withData(message, invoiceOf(message.data)));
}
work.close();
