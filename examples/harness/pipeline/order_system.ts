import {
  type DeadLetterStore,
  type Log,
  type Message,
  SystemExecutionHarness,
  type Tracer,
} from "@autocoder/harness";
import { PortChannel } from "@autocoder/harness/workers";
import { compressedWire } from "./compressed_wire.ts";
import { OrderFeed } from "./order_feed.ts";
import type { Shop } from "./shop.ts";

/** What the system needs beside its components. */
export interface OrderSystemOptions {
  /** Where it reports. */
  readonly log?: Log;
  /** Where dead letters are kept. */
  readonly deadLetters: DeadLetterStore;
  /** Who records spans. */
  readonly tracer?: Tracer;
}

/** Puts the shop together: who is connected to whom, who starts after whom, and who is started again. */
export function orderSystem(
  shop: Shop,
  options: OrderSystemOptions,
): SystemExecutionHarness {
  const harness = new SystemExecutionHarness({
    ...options,
    name: "web_shop",
    stopTimeoutMs: 5_000,
    supervision: {
      strategy: "one_for_one",
      maxRestarts: 5,
      windowMs: 10_000,
      backoff: { firstMs: 20 },
    },
    memberDefaults: {
      restart: "transient",
      delivery: "at_least_once",
      maxAttempts: 2,
    },
  });
  for (const component of Object.values(shop)) {
    // The watchman is there before the first order comes in, and leaves after the last one.
    const isFeed = component instanceof OrderFeed;
    harness.registerComponent(component, isFeed ? { after: ["watchman"] } : {});
  }
  return connectAll(harness);
}

function connectAll(harness: SystemExecutionHarness): SystemExecutionHarness {
  const invoiceWorker = new Worker(
    new URL("./invoice_worker.ts", import.meta.url),
    { type: "module" },
  );
  return harness
    // two into one port: a merge
    .connect("web_feed.orders", "pricing.orders", { bufferSize: 10 })
    .connect("app_feed.orders", "pricing.orders", { bufferSize: 10 })
    .connect("service_desk.cancellations", "pricing.cancellations")
    .connect("pricing.prices", "catalog.prices", { type: "request_reply" })
    // several from one port: a broadcast, in which each branch has its own policy
    .connect("pricing.priced", "accounts.orders", { bufferSize: 50 })
    .connect("pricing.priced", "statistics.orders", { bufferSize: 50 })
    .connect("pricing.priced", "first_board.orders", {
      bufferSize: 8,
      whenFull: "drop-newest",
    })
    .connect("pricing.priced", "latest_board.orders", {
      bufferSize: 8,
      whenFull: "drop-oldest",
    })
    // by way of another thread
    .connect("pricing.priced", "invoices.invoices", {
      stream: new PortChannel<Message>(invoiceWorker),
    })
    .ownResource("invoice_worker", {
      [Symbol.dispose]: () => invoiceWorker.terminate(),
    })
    .connect("pricing.priced", "packing_hall.orders", { bufferSize: 10 })
    .connect("packing_hall.error", "returns_desk.failures", {
      type: "error_stream",
    })
    .connect("packing_hall.parcels", "carrier.parcels", { bufferSize: 10 })
    .connect("carrier.delivered", "archive.parcels", {
      bufferSize: 10,
      stream: compressedWire(),
    });
}
