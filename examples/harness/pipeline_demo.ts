/**
 * A day of a web shop: a thousand orders, made by a seed, from two feeds through pricing, accounts,
 * statistics, packing and a carrier into an archive, with everything going wrong that does go wrong.
 *
 *     deno run --allow-net=127.0.0.1 --allow-read=dist/web_shop,examples/harness/pipeline,harness --allow-write=dist/web_shop --allow-run=deno examples/harness/pipeline_demo.ts
 *
 * The network is for the live page and the demo's own look at it; dist/web_shop for the file of dead
 * letters; the sources are read by the thread that writes invoices; the other process is the next day.
 * pipeline/order_system.ts shows who is connected to whom.
 *
 * @module
 */
import {
  ledgerBalances,
  type SystemExecutionHarness,
} from "@autocoder/harness";
import { DeadLetterFile } from "@autocoder/harness/dead_letter_file";
import type { Day } from "./pipeline/day.ts";
import { evening } from "./pipeline/evening.ts";
import { expectationOf } from "./pipeline/expectation.ts";
import { FrontOffice } from "./pipeline/front_office.ts";
import { LETTERS_FILE, LETTERS_FOLDER, night } from "./pipeline/night.ts";
import { makeOrders } from "./pipeline/order.ts";
import { letterInWords } from "./pipeline/letter_in_words.ts";
import { orderSystem } from "./pipeline/order_system.ts";
import { makeShop } from "./pipeline/shop.ts";
import { TraceBook } from "./pipeline/trace_book.ts";
import { Transcript } from "./transcript.ts";
import { until } from "./until.ts";

const transcript = new Transcript();

/** Nothing leaves the house yet: it fills up from behind, and says why. */
async function morning({ harness, shop }: Day): Promise<void> {
  transcript.part("Morning: the carrier's gate is closed, so everybody waits");
  let { blockages, roots } = harness.diagnose();
  const chain = () =>
    blockages.find(({ path }) => path[0] === "web_feed" && path.length === 4);
  await until("all wait for the carrier", () => {
    ({ blockages, roots } = harness.diagnose());
    return chain() !== undefined && roots.length === 1;
  });
  transcript.say(chain()?.message ?? "");
  transcript.equal("at the bottom of it", roots, [
    '"carrier" has messages in hand whose handlers have not returned',
  ]);
  transcript.check(
    "the feeds wait with orders unread",
    shop.pricing.metrics.received < 400,
  );
}

/** Everything moves, and everything that can go wrong does. */
async function noon({ harness, shop, wanted }: Day): Promise<void> {
  transcript.part("Noon: the gate opens");
  shop.carrier.gate.resolve();
  await shop.catalog.askedForSofa.promise;
  await shop.serviceDesk.cancel("web-320");
  await until(
    "what has a price is delivered, the rest dead",
    () =>
      shop.carrier.delivered === wanted.delivered[0] &&
      harness.deadLetters.length === 7,
  );
  await until(
    "all are booked, and have their invoice",
    () =>
      shop.accounts.booked === wanted.priced[0] &&
      shop.invoices.written.size === wanted.priced[0],
  );

  const { carrier, pricing, returns } = shop;
  transcript.equal(
    "left out by the filter",
    shop.web.filtered + shop.app.filtered,
    wanted.tests,
  );
  transcript.equal(
    "cancelled while the price was asked for",
    pricing.cancelled,
    ["web-320"],
  );
  transcript.equal(
    "prices that came too late, and were asked for again",
    pricing.metrics.requestsTimedOut,
    1,
  );
  transcript.equal(
    "refused by the packing hall, to the returns desk",
    returns.reasons.length,
    2,
  );
  transcript.equal(
    "restarts of the carrier: one breakdown, two fires",
    carrier.metrics.restarts,
    3,
  );
  transcript.equal("health", harness.health().status, "ok");
  for (const line of harness.deadLetters.map(letterInWords).toSorted()) {
    transcript.say(`dead letter: ${line}`);
  }
  transcript.check(
    "the ledger of every channel closes while they run",
    harness.channels.every((channel) => ledgerBalances(channel.stats())),
  );
}

/** A new price list is out, and what died for the want of it is sent again. */
async function afternoon(
  { harness, shop, office, wanted }: Day,
): Promise<void> {
  transcript.part("Afternoon: the new price list, and dead letters sent again");
  shop.catalog.publish({ kite: 2500, sofa: 80_000 });
  transcript.equal("one by the live page", await office.redriveOne("pricing"), {
    accepted: 1,
    found: 1,
    kept: 6,
  });
  const letters = harness.deadLetters.filter(({ component }) =>
    component === "pricing"
  );
  const signal = AbortSignal.timeout(5_000);
  const { accepted, refused, untried } = await harness.redrive(letters, {
    signal,
  });
  transcript.equal(
    "the others by the API: accepted, refused, not tried",
    [accepted, refused.length, untried],
    [2, 0, 0],
  );
  await until(
    "the redriven are delivered",
    () =>
      shop.carrier.delivered === wanted.delivered[1] &&
      shop.accounts.booked === wanted.priced[1],
  );
  transcript.equal(
    "dead letters left, the catalog's for questions that got their failure",
    harness.deadLetters.map(({ component }) => component),
    ["catalog", "catalog", "catalog", "carrier"],
  );
}

const orders = {
  web: makeOrders("web", {
    seed: 1,
    count: 500,
    special: {
      300: { product: "kite" },
      310: { product: "globe" },
      320: { product: "sofa" },
      330: { product: "fireworks" },
      340: { product: "kite" },
      350: { pieces: 1000 },
      360: { product: "kite" },
    },
  }),
  app: makeOrders("app", {
    seed: 2,
    count: 500,
    special: { 300: { pieces: 500 } },
  }),
};
const wanted = expectationOf(orders);
const shop = makeShop(orders, {
  hasLicence: false,
  health: () => harness.health(),
});
const traces = new TraceBook();
const left: string[] = [];
await Deno.mkdir(LETTERS_FOLDER, { recursive: true });
await Deno.truncate(LETTERS_FILE).catch(() => {}); // what a run that was cut off has left
const harness: SystemExecutionHarness = orderSystem(shop, {
  tracer: traces,
  deadLetters: await DeadLetterFile.open(LETTERS_FILE),
  log: ({ event, component = "", error }) => {
    if (event === "stopped") left.push(component);
    if (event !== "failed" && event !== "restarting") return;
    const why = error instanceof Error ? `: ${error.message}` : "";
    transcript.say(
      `log ${event} ${component}${why} (health ${harness.health().status})`,
    );
  },
});
const office = new FrontOffice(harness, transcript);
await harness.start();
const day: Day = { harness, shop, office, wanted, traces, left, transcript };
await morning(day);
await noon(day);
transcript.part("What operators see");
await office.inspect();
await afternoon(day);
await evening(day);
await night(transcript);
await Deno.remove(LETTERS_FOLDER, { recursive: true });
transcript.end();
