import type { Archive } from "./archive.ts";
import type { Day } from "./day.ts";

/** Everything is read, everybody goes home, and the books are checked. */
export async function evening(day: Day): Promise<void> {
  const { harness, shop, transcript } = day;
  transcript.part("Evening: somebody looks at the boards; stop, sources first");
  shop.firstBoard.look();
  shop.latestBoard.look();
  const report = await harness.stop();
  const { queued, inHand, dead, unbalanced } = report.ledger;
  const lost = [...report.failed, ...report.abandoned, ...report.untaken];
  transcript.equal("failed, given up, not taken", lost, []);
  transcript.equal("unbalanced channels", unbalanced, []);
  transcript.equal("queued, in hand, dead", [queued, inHand, dead], [0, 0, 7]);
  checkWatch(day);
  checkBooks(day);
  checkBoards(day);
  checkHall(day);
}

/** The watchman was told to start before the feeds, so he stops after them. */
function checkWatch({ shop: { watchman }, left, transcript }: Day): void {
  transcript.equal(
    "seen by the watchman",
    [...watchman.restarts.values()],
    ["the van broke down", "the fireworks went off", "the fireworks went off"],
  );
  const late = left.filter((name) => /feed|watchman/.test(name)).at(-1);
  transcript.equal("the last of the feeds and him to leave", late, "watchman");
}

function checkBooks({ shop, wanted, traces, transcript }: Day): void {
  const { accounts, archive, invoices, statistics } = shop;
  const [owed, earned] = [accounts.balances, statistics.revenue].map((cents) =>
    cents.values().reduce((sum, value) => sum + value, 0)
  );
  transcript.equal("orders booked", accounts.booked, wanted.priced[1]);
  transcript.equal(
    "overtaken by later ones of the same customer, for they were sent again",
    accounts.overtaken.toSorted(),
    ["web-300", "web-340", "web-360"],
  );
  transcript.equal("cents in the books", owed, wanted.cents);
  transcript.equal("cents in the statistics", earned, wanted.cents);
  transcript.equal("orders in the largest batch", statistics.largestBatch, 50);
  transcript.equal(
    "invoices by the other thread",
    invoices.written.size,
    wanted.priced[1],
  );
  transcript.say(invoices.written.get("web-0") ?? "no invoice");
  transcript.equal(
    "archived over the compressed wire",
    archive.ids.size,
    wanted.delivered[1],
  );
  const filed = archive.folders.values().reduce(
    (sum, folder) => sum + folder.length,
    0,
  );
  transcript.equal("filed by customer", filed, wanted.delivered[1]);
  transcript.check(
    "no order filed before an earlier one of its customer",
    archive.folders.values().every((folder) =>
      folder.every((id, n) =>
        n === 0 || place(archive, folder[n - 1]!) < place(archive, id)
      )
    ),
  );
  const { twice, untraced } = archive;
  transcript.equal("twice, or without their trace", [twice, untraced], [0, 0]);
  transcript.check(
    "every price was asked for with a trace",
    shop.catalog.traced === shop.catalog.metrics.received,
  );
  transcript.equal(
    "spans of the accounts",
    traces.done.get("process accounts.orders"),
    wanted.priced[1],
  );
}

/** When an order came to the archive. */
function place({ ids }: Archive, id: string): number {
  return [...ids].indexOf(id);
}

/** What is on a board was decided by the policy of its connection. */
function checkBoards({ shop, wanted, transcript }: Day): void {
  for (const board of [shop.firstBoard, shop.latestBoard]) {
    const [orders] = board.receiveStreams.get("orders") ?? [];
    transcript.equal(
      `${board.name}: shown, dropped`,
      [board.shown.length, orders?.stats().dropped],
      [8, wanted.priced[1] - 8],
    );
  }
}

/** The streams inside the hall account for what they moved. */
function checkHall({ shop, transcript }: Day): void {
  for (const [name, report] of Object.entries(shop.hall.reports)) {
    const { end, received, passed, targets } = report;
    const to = targets.map((target) => `${target.name} ${target.accepted}`);
    transcript.say(
      `${name}: ${end}, received ${received}, to ${to.join(", ")}`,
    );
    transcript.equal(`${name} lost`, received - passed, 0);
  }
}
