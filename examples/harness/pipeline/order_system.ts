import { type Log, SystemExecutionHarness } from "@autocoder/harness";
import { Accounts } from "./accounts.ts";
import { Archive } from "./archive.ts";
import { Board } from "./board.ts";
import { Carrier } from "./carrier.ts";
import { Catalog } from "./catalog.ts";
import { compressedWire } from "./compressed_wire.ts";
import type { Order } from "./order.ts";
import { OrderFeed } from "./order_feed.ts";
import { PackingHall } from "./packing_hall.ts";
import { Pricing } from "./pricing.ts";
import { ReturnsDesk } from "./returns_desk.ts";
import { ServiceDesk } from "./service_desk.ts";
import { Statistics } from "./statistics.ts";

/** The components of the shop, for whoever wants to look into them. */
export type Shop = ReturnType<typeof makeShop>;

/** What the feeds read. */
export interface ShopOrders {
  /** Orders of the web site. */
  readonly web: readonly Order[];
  /** Orders of the app. */
  readonly app: readonly Order[];
}

/** Makes the components. */
export function makeShop({ web, app }: ShopOrders) {
  return {
    web: new OrderFeed("web_feed", web),
    app: new OrderFeed("app_feed", app),
    serviceDesk: new ServiceDesk("service_desk", undefined),
    pricing: new Pricing("pricing", { deadlineMs: 500 }),
    catalog: new Catalog("catalog", undefined),
    accounts: new Accounts("accounts", undefined),
    statistics: new Statistics("statistics", { batch: 50 }),
    firstBoard: new Board("first_board", undefined),
    latestBoard: new Board("latest_board", undefined),
    hall: new PackingHall("packing_hall", { mostPieces: 100 }),
    returns: new ReturnsDesk("returns_desk", undefined),
    carrier: new Carrier("carrier", { breaksDownAfter: 60 }),
    archive: new Archive("archive", undefined),
  };
}

/** Puts the shop together: who is connected to whom, and who is started again. */
export function orderSystem(shop: Shop, log: Log): SystemExecutionHarness {
  const harness = new SystemExecutionHarness({
    name: "web_shop",
    log,
    stopTimeoutMs: 5_000,
    supervision: {
      strategy: "one_for_one",
      maxRestarts: 5,
      windowMs: 10_000,
      backoff: { firstMs: 20 },
    },
  });
  for (const component of Object.values(shop)) {
    harness.registerComponent(
      component,
      component === shop.carrier
        ? { restart: "permanent", delivery: "at_least_once", maxAttempts: 2 }
        : {},
    );
  }
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
