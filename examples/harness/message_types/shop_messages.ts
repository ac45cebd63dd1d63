/**
 * The messages of the demo: one for each kind of data that JSON alone would lose, and schemas for two.
 *
 * @module
 */
import { createMessage, type Message } from "@autocoder/harness";
import { z } from "zod";

/** What an order must look like; a missing currency is filled in. */
export const ORDER = z.object({
  id: z.string().regex(/^o-\d+$/),
  cents: z.bigint().positive(),
  placedAt: z.date(),
  currency: z.string().length(3).default("EUR"),
});

/** What a stock report must look like. */
export const STOCK = z.object({
  amounts: z.map(z.string(), z.number().int().nonnegative()),
  discontinued: z.set(z.string()),
});

/** Makes one message of each kind, by the same sender. */
export function shopMessages(): readonly Message[] {
  const cause = new RangeError("found 0 left");
  return [
    message("Greeting", "Grüße aus der Werkstatt ✂"),
    message("Order", {
      id: "o-1",
      cents: 9_007_199_254_740_993n, // one more than a number can count
      placedAt: new Date("2026-03-01T08:30:00.000Z"),
    }),
    message("Stock", {
      amounts: new Map([["mug", 12], ["lamp", 0]]),
      discontinued: new Set(["ash tray"]),
    }),
    message("Label", new Uint8Array([0x25, 0x50, 0x44, 0x46])),
    message("Failure", new Error("cannot reserve a lamp", { cause })),
    message("Odd", [NaN, -0, undefined, { "~date": "not a tag" }]),
  ];
}

function message(type: string, data: unknown): Message {
  const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  return createMessage({ source: "shop.out", type, data, traceparent });
}
