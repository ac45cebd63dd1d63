import { assert, assertEquals } from "@std/assert";
import {
  memoryTheatre,
  postgresTheatre,
  sqliteTheatre,
  type Theatre,
  type Ticket,
  TICKET_SPEC,
  TICKET_WEBHOOKS,
} from "./example_outbox.ts";
import type { WaitingEvent } from "./outbox.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { sampleEntity } from "./sample_entity.ts";
import { testWithPostgres } from "./test_with_postgres.ts";
import { type CourierOptions, runCourier } from "./webhook_courier.ts";
import type { WebhookPost } from "./webhook_post.ts";
import { verifyWebhook } from "./webhook_signature.ts";
import { WebhookTally } from "./webhook_tally.ts";

type Open = () => Theatre | Promise<Theatre>;

for (
  const [engine, open] of [
    ["memory", memoryTheatre],
    ["SQLite", () => sqliteTheatre()],
  ] as const
) {
  for (const [title, check] of Object.entries(checks())) {
    Deno.test(`an outbox in ${engine} ${title}`, () => check(open));
  }
}

await testWithPostgres("an outbox in PostgreSQL", async (t, url) => {
  await using schema = await openTestSchema(url);
  for (const [title, check] of Object.entries(checks())) {
    await t.step(title, () => check(() => postgresTheatre(schema.url)));
  }
});

Deno.test("events in a SQLite file outlive the process that had one in hand", async () => {
  const path = await Deno.makeTempFile();
  try {
    const first = sqliteTheatre(path);
    await first.tickets.execute({ kind: "insert", entity: ticket(1) });
    const [event] = await first.outbox.due("made", 0, 10);
    assert(await first.outbox.claim(event!, 1000)); // and nothing more is heard of it
    await first[Symbol.asyncDispose]();
    await using second = sqliteTheatre(path);
    assertEquals(await second.outbox.due("made", 999, 10), []);
    const [again] = await second.outbox.due("made", 1000, 10);
    assertEquals([again?.id, again?.attempts], [event!.id, 1]);
  } finally {
    for (const end of ["", "-wal", "-shm"]) {
      await Deno.remove(path + end).catch(() => {});
    }
  }
});

function checks(): Record<string, (open: Open) => Promise<void>> {
  return {
    "keeps an event for each change, without what no client sees": keepsEvents,
    "keeps nothing of a change that is refused": keepsNothing,
    "lists the oldest of each entity, when it is due": keepsOrder,
    "lets only one take an event": claimsOnce,
    "is emptied in order, however often the receiver fails": deliversInOrder,
    "gives an event up after so many tries, and goes on": givesUp,
    "puts back what is in hand at the end": putsBack,
    "forgets what nobody listens to": discards,
  };
}

async function keepsEvents(open: Open): Promise<void> {
  await using theatre = await open();
  const { tickets, outbox } = theatre;
  const entity = ticket(1);
  await tickets.execute({ kind: "insert", entity });
  const changed = { ...entity, seat: "B7" };
  await tickets.execute({ kind: "update", entity: changed, version: 1 });
  const used = { ...entity, seat: "C8" };
  await tickets.execute({
    kind: "update",
    entity: used,
    version: 2,
    action: "use",
  });
  const now = "2026-02-03T04:05:06.000Z";
  await tickets.execute({ kind: "delete", id: entity.id, now });
  const found = await Promise.all(
    ["made", "changed", "used", "gone"].map((webhook) =>
      outbox.due(webhook, 0, 10)
    ),
  );
  const [made, first, use, gone] = found.map(([event]) => event);
  assertEquals(found.map(({ length }) => length), [1, 1, 1, 1]);
  const { pin: _, ...shown } = used;
  assertEquals(JSON.parse(gone!.body), {
    specversion: "1.0",
    id: gone!.id,
    source: "/theatre",
    type: "ticket.gone",
    subject: entity.id,
    time: now,
    datacontenttype: "application/json",
    data: shown,
  });
  const seats = [made, first, use].map((one) =>
    JSON.parse(one!.body).data.seat
  );
  assertEquals(seats, [entity.seat, "B7", "C8"]);
}

async function keepsNothing(open: Open): Promise<void> {
  await using theatre = await open();
  const { tickets, outbox } = theatre;
  await tickets.execute({ kind: "insert", entity: ticket(1) });
  const again = { ...ticket(2), seat: ticket(1).seat };
  const refused = await tickets.execute({ kind: "insert", entity: again });
  assertEquals(refused.kind, "duplicate");
  const entity = { ...ticket(1), seat: "X" };
  await tickets.execute({ kind: "update", entity, version: 7 });
  await tickets.execute({ kind: "delete", id: again.id, now: "" });
  const counts = await Promise.all(
    TICKET_WEBHOOKS.map(async ({ name }) =>
      (await outbox.due(name, 0, 10)).length
    ),
  );
  assertEquals(counts, [1, 0, 0, 0]);
}

async function keepsOrder(open: Open): Promise<void> {
  await using theatre = await open();
  await makeChanges(theatre);
  const { outbox } = theatre;
  const [one, two, ...none] = await outbox.due("changed", 0, 10);
  assertEquals(none, []);
  assertEquals(seatsOf([one!, two!]), ["1-1", "2-1"]);
  await outbox.putBack(one!, { attempts: 1, dueAt: 50 });
  assertEquals(seatsOf(await outbox.due("changed", 49, 10)), ["2-1"]);
  assertEquals(seatsOf(await outbox.due("changed", 50, 1)), ["1-1"]);
  await outbox.told(one!);
  assertEquals(seatsOf(await outbox.due("changed", 0, 10)), ["2-1", "1-2"]);
  await outbox.bury(two!, "no");
  assertEquals(seatsOf(await outbox.due("changed", 0, 10)), ["1-2", "2-2"]);
}

async function claimsOnce(open: Open): Promise<void> {
  await using theatre = await open();
  await makeChanges(theatre);
  const [event] = await theatre.outbox.due("changed", 0, 1);
  const claims = [1, 2, 3].map((until) => theatre.outbox.claim(event!, until));
  const won = (await Promise.all(claims)).filter((claim) => claim);
  assertEquals(won.length, 1);
}

async function deliversInOrder(open: Open): Promise<void> {
  await using theatre = await open();
  await makeChanges(theatre);
  const tried: string[] = [];
  const told = await deliver(theatre, 4, (post) => {
    const { seat } = JSON.parse(post.body).data;
    tried.push(seat);
    const tries = tried.filter((one) => one === seat).length;
    return tries < 3 ? "answered 500" : undefined;
  });
  for (const which of ["1-", "2-"]) {
    const own = told.map((post) => JSON.parse(post.body).data.seat)
      .filter((seat) => seat.startsWith(which));
    assertEquals(own, [`${which}1`, `${which}2`]);
  }
  assertEquals(tried.length, 12);
  assertEquals(await theatre.outbox.due("changed", 3_600_000, 10), []);
}

async function givesUp(open: Open): Promise<void> {
  await using theatre = await open();
  await makeChanges(theatre);
  const tally = new WebhookTally();
  const log: string[] = [];
  const told = await deliver(
    theatre,
    3,
    (post) => post.body.includes('"1-1"') ? "answered 410" : undefined,
    { tally, log: ({ event }) => void log.push(event) },
  );
  assertEquals(told.length, 3);
  assertEquals(tally.count("changed", "delivered"), 3);
  assertEquals(tally.count("changed", "failed"), 3);
  assertEquals(tally.count("changed", "dead"), 1);
  const text = tally.toPrometheus();
  assert(
    text.includes(
      'webhook_deliveries_total{webhook="changed",outcome="dead"} 1\n',
    ),
  );
  assertEquals(log.filter((event) => event === "webhook_dead").length, 1);
}

async function putsBack(open: Open): Promise<void> {
  await using theatre = await open();
  await makeChanges(theatre);
  const before = await theatre.outbox.due("changed", 0, 10);
  await deliver(theatre, 0, () => "stopped");
  assertEquals(await theatre.outbox.due("changed", 0, 10), before);
}

async function discards(open: Open): Promise<void> {
  await using theatre = await open();
  await makeChanges(theatre);
  await theatre.outbox.discard("changed");
  assertEquals(await theatre.outbox.due("changed", 0, 10), []);
  assertEquals((await theatre.outbox.due("made", 0, 10)).length, 2);
}

/** Runs a courier on a clock of its own until so many events were told; 0 ends it at the first try. */
async function deliver(
  { outbox }: Theatre,
  wanted: number,
  answer: (post: WebhookPost) => string | undefined,
  options: Partial<CourierOptions> = {},
): Promise<readonly WebhookPost[]> {
  const ending = new AbortController();
  const told: WebhookPost[] = [];
  let now = 0;
  await runCourier("changed", {
    outbox,
    config: {
      targets: { changed: "https://example.com" },
      secret: SECRET,
      attempts: 4,
    },
    tally: new WebhookTally(),
    signal: ending.signal,
    sleep: (milliseconds) => {
      now += milliseconds;
      if (now > 3_600_000) ending.abort(new Error("never told"));
      return new Promise((resolve) => setTimeout(resolve, 0));
    },
    now: () => now,
    random: () => 0.5,
    post: (post) => {
      const failure = answer(post);
      const headers = new Headers(post.headers);
      assert(verifyWebhook(SECRET, { headers, body: post.body, now }));
      if (failure === undefined) told.push(post);
      if (told.length === wanted) queueMicrotask(() => ending.abort());
      if (wanted === 0) ending.abort();
      return Promise.resolve(failure);
    },
    ...options,
  });
  assertEquals(told.length, wanted);
  return told;
}

/** Two tickets, each changed twice, by turns. */
async function makeChanges({ tickets }: Theatre): Promise<void> {
  for (const n of [1, 2]) {
    await tickets.execute({ kind: "insert", entity: ticket(n) });
  }
  for (const version of [1, 2]) {
    for (const n of [1, 2]) {
      const entity = { ...ticket(n), seat: `${n}-${version}` };
      await tickets.execute({ kind: "update", entity, version });
    }
  }
}

function seatsOf(events: readonly WaitingEvent[]): string[] {
  return events.map(({ body }) => JSON.parse(body).data.seat);
}

/** The same each time. */
function ticket(n: number): Ticket {
  const values = { id: idOf(n), seat: `seat ${n}`, pin: "7" };
  return { ...sampleEntity<Ticket>(TICKET_SPEC, n), ...values };
}

function idOf(n: number): string {
  return `01900000-0000-7000-8000-00000000000${n}`;
}

const SECRET = `whsec_${btoa("0123456789abcdef0123456789abcdef")}`;
