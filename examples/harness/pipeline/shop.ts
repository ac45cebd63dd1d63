import type { HealthReport } from "@autocoder/harness";
import { Accounts } from "./accounts.ts";
import { Archive } from "./archive.ts";
import { Board } from "./board.ts";
import { Carrier } from "./carrier.ts";
import { Catalog } from "./catalog.ts";
import { Invoices } from "./invoices.ts";
import type { Order } from "./order.ts";
import { OrderFeed } from "./order_feed.ts";
import { PackingHall } from "./packing_hall.ts";
import { Pricing } from "./pricing.ts";
import { ReturnsDesk } from "./returns_desk.ts";
import { ServiceDesk } from "./service_desk.ts";
import { Statistics } from "./statistics.ts";
import { Watchman } from "./watchman.ts";

/** The components of the shop, for whoever wants to look into them. */
export type Shop = ReturnType<typeof makeShop>;

/** What the feeds read. */
export interface ShopOrders {
  /** Orders of the web site. */
  readonly web: readonly Order[];
  /** Orders of the app. */
  readonly app: readonly Order[];
}

/** What is not the same every day. */
export interface MakeShopOptions {
  /** Whether the carrier knows how to carry fireworks. */
  readonly hasLicence: boolean;
  /** How the system is. */
  readonly health: () => HealthReport;
}

/** Makes the components. */
export function makeShop(
  { web, app }: ShopOrders,
  { hasLicence, health }: MakeShopOptions,
) {
  return {
    watchman: new Watchman("watchman", { health }),
    web: new OrderFeed("web_feed", web),
    app: new OrderFeed("app_feed", app),
    serviceDesk: new ServiceDesk("service_desk"),
    pricing: new Pricing("pricing", { deadlineMs: 500 }),
    catalog: new Catalog("catalog"),
    accounts: new Accounts("accounts"),
    statistics: new Statistics("statistics"),
    firstBoard: new Board("first_board"),
    latestBoard: new Board("latest_board"),
    invoices: new Invoices("invoices"),
    hall: new PackingHall("packing_hall", { mostPieces: 100 }),
    returns: new ReturnsDesk("returns_desk"),
    carrier: new Carrier("carrier", { breaksDownAfter: 60, hasLicence }),
    archive: new Archive("archive"),
  };
}
