import { assert, assertEquals } from "@std/assert";
import type { EntityReply, EntityRequest } from "./entity_request.ts";
import { EntityService } from "./entity_service.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import {
  AUTHOR_SPEC,
  memoryBlog,
  POST_SPEC,
  sqliteBlog,
} from "./example_blog.ts";
import { postgresBlog } from "./example_blog_postgres.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemorySchedules } from "./memory_schedules.ts";
import { MemoryTable } from "./memory_table.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { PostgresSchedules } from "./postgres_schedules.ts";
import { conflict, failed } from "./problem.ts";
import { sampleEntity } from "./sample_entity.ts";
import { keepSchedule } from "./schedule_keeper.ts";
import type { ScheduleLedger } from "./schedule_ledger.ts";
import { runSchedule } from "./schedule_run.ts";
import { type ScheduleSpec, slotAt } from "./schedule_spec.ts";
import { ScheduleTally } from "./schedule_tally.ts";
import { openSqlite } from "./sqlite_database.ts";
import { SqliteSchedules } from "./sqlite_schedules.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const TABLE =
  `CREATE TABLE "_schedules" ("name" text PRIMARY KEY NOT NULL, "done" bigint NOT NULL,
   "holder" text NOT NULL DEFAULT '', "until" bigint NOT NULL DEFAULT 0)`;

interface Ticket extends Entity {
  readonly status: string;
  readonly dueOn: string | null;
}

const TICKET: EntitySpec = {
  name: "ticket",
  label: "ticket",
  path: "/tickets",
  table: "tickets",
  fields: {
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["open", "late"],
    },
    dueOn: { kind: "date", column: "due_on", nullable: true },
  },
  search: [],
};

const LATE: ScheduleSpec = {
  name: "late",
  spec: TICKET,
  period: HOUR,
  offset: 0,
  where: { status: ["open"] },
  before: { dueOn: 0 },
  act: { action: "warn" },
};

Deno.test("slotAt() finds the last time of a period, of a day and of a week", () => {
  const at = (text: string) => Date.parse(text);
  const now = at("2026-03-04T02:30:00Z"); // a Wednesday
  const daily = { period: DAY, offset: 3 * HOUR };
  const monday = { period: 7 * DAY, offset: 4 * DAY + 3 * HOUR };
  assertEquals(
    [{ period: HOUR, offset: 0 }, daily, monday].map((one) =>
      new Date(slotAt(one, now)).toISOString()
    ),
    [
      "2026-03-04T02:00:00.000Z",
      "2026-03-03T03:00:00.000Z",
      "2026-03-02T03:00:00.000Z",
    ],
  );
  assertEquals(
    slotAt(daily, at("2026-03-04T03:00:00Z")),
    at("2026-03-04T03:00:00Z"),
  );
});

Deno.test("runSchedule() acts on what is due, oldest first, and a refusal stops no other", async () => {
  const desk = deskOf();
  const today = Date.parse("2026-03-04T10:00:00Z");
  const due = desk.put({ dueOn: "2026-03-03" });
  const refused = desk.put({ dueOn: "2026-03-03" });
  const others = [
    desk.put({ dueOn: "2026-03-04" }),
    desk.put({ dueOn: null }),
    desk.put({ dueOn: "2026-03-03", status: "late" }),
  ];
  for (let i = 0; i < 120; i++) desk.put({ dueOn: "2026-01-01" });
  desk.refuses.add(refused);
  const complaints: unknown[] = [];
  const outcome = await runSchedule(LATE, {
    send: desk.send,
    now: today,
    log: ({ id }) => complaints.push(id),
  });
  assertEquals(outcome, { acted: 121, refused: 1 });
  assertEquals(complaints, [refused]);
  assertEquals(desk.acted[0], due);
  assertEquals(desk.acted, desk.acted.toSorted());
  assertEquals(others.map((id) => desk.acted.includes(id)), [
    false,
    false,
    false,
  ]);
});

Deno.test("runSchedule() leaves what changes while it looks", async () => {
  const desk = deskOf();
  const id = desk.put({ dueOn: "2026-03-03" });
  const send = async (request: EntityRequest) => {
    const reply = await desk.send(request);
    if (request.operation === "get") {
      await desk.send({ operation: "patch", id, body: { dueOn: null } });
    }
    return reply;
  };
  const now = Date.parse("2026-03-04T10:00:00Z");
  assertEquals(await runSchedule(LATE, { send, now }), {
    acted: 0,
    refused: 0,
  });
});

Deno.test("keepSchedule() begins with the next time of a new schedule, and runs once at each", async () => {
  const desk = deskOf();
  desk.put({ dueOn: "1970-01-01" });
  const ledger = new MemorySchedules(new MemoryDatabase());
  const start = 10 * DAY + 30 * 60_000;
  const figures = await keepFor(2 * HOUR, start, { desk, ledgers: [ledger] });
  assertEquals(desk.runsAt, [10 * DAY + HOUR, 10 * DAY + 2 * HOUR]);
  assert(figures.includes('schedule_runs_total{schedule="late"} 2\n'));
  assert(figures.includes('schedule_acted_total{schedule="late"} 1\n'));
});

Deno.test("keepSchedule() makes up once for what was missed while it was down", async () => {
  const desk = deskOf();
  const ledger = new MemorySchedules(new MemoryDatabase());
  const start = 10 * DAY + 60_000;
  await keepFor(60_000, start, { desk, ledgers: [ledger] });
  await keepFor(60_000, start + 5 * HOUR, { desk, ledgers: [ledger] });
  assertEquals(desk.runsAt, [start + 5 * HOUR]);
});

Deno.test("keepSchedule() goes on after a run that broke off, and tries it again", async () => {
  const desk = deskOf();
  desk.isAway = true;
  const ledger = new MemorySchedules(new MemoryDatabase());
  await ledger.begin("late", 0);
  const figures = await keepFor(30_000, 10 * DAY, { desk, ledgers: [ledger] });
  assert(figures.includes('schedule_failed_total{schedule="late"} 1\n'));
  desk.isAway = false;
  await keepFor(3 * 60_000, 10 * DAY + 60_000, { desk, ledgers: [ledger] });
  assertEquals(desk.runsAt.length, 2); // the one that broke off, and once more
});

Deno.test("keepSchedule() is kept by two, and every run is done by one", async () => {
  const desk = deskOf();
  const database = new MemoryDatabase();
  const ledgers = [
    new MemorySchedules(database),
    new MemorySchedules(database),
  ];
  const start = 10 * DAY + 60_000;
  await keepFor(3 * HOUR, start, { desk, ledgers });
  assertEquals(desk.runsAt, [1, 2, 3].map((hours) => 10 * DAY + hours * HOUR));
});

for (
  const [engine, open] of [
    ["memory", () => new MemorySchedules(new MemoryDatabase())],
    ["SQLite", () => {
      const database = openSqlite({ path: ":memory:" });
      database.exec(TABLE);
      return new SqliteSchedules(database);
    }],
  ] as const
) {
  Deno.test(`a ledger of schedules in ${engine} gives each run to one`, () =>
    givesToOne(open()));
}

Deno.test("lists in memory and SQLite find what is before a time", async () => {
  await findsBefore(memoryBlog());
  await findsBefore(sqliteBlog());
});

await testWithPostgres("schedules in PostgreSQL", async (t, url) => {
  await using schema = await openTestSchema(url);
  await using blog = await postgresBlog(schema.url);
  await t.step("find what is before a time", () => findsBefore(blog));
  await t.step("give each run to one", async () => {
    await blog.database.exec(TABLE);
    await givesToOne(new PostgresSchedules(blog.database));
  });
});

async function givesToOne(ledger: ScheduleLedger): Promise<void> {
  const claim = (slot: number, holder: string, now: number) =>
    ledger.claim({ name: "one", slot, holder, now, until: now + 10 });
  await ledger.begin("one", 5);
  await ledger.begin("one", 3); // it is known
  assertEquals(await claim(5, "a", 100), false);
  const both = await Promise.all([claim(6, "a", 100), claim(6, "b", 100)]);
  assertEquals(both.toSorted(), [false, true]);
  const [winner, loser] = both[0] ? ["a", "b"] : ["b", "a"];
  assertEquals(await ledger.renew("one", loser!, 200), false);
  assertEquals(await ledger.renew("one", winner!, 200), true);
  assertEquals(await claim(6, loser!, 199), false);
  assertEquals(await claim(6, loser!, 200), true); // nothing more was heard of it
  await ledger.finish("one", winner!, 6); // too late
  await ledger.finish("one", loser!, 6);
  assertEquals(await claim(6, winner!, 900), false);
  assertEquals(await claim(7, winner!, 900), true);
}

interface AnyBlog {
  readonly authors: AnyTable;
  readonly posts: AnyTable;
}

interface AnyTable {
  execute(
    command: StoreCommand<never>,
  ): StoreResult<Entity> | Promise<StoreResult<Entity>>;
}

async function findsBefore(blog: unknown): Promise<void> {
  const { authors, posts } = blog as AnyBlog;
  const author = sampleEntity(AUTHOR_SPEC, 1);
  await authors.execute({ kind: "insert", entity: author as never });
  const made = ["2026-01-01", "2026-01-02", null].map((dueOn, n) =>
    sampleEntity(POST_SPEC, n + 4, {
      authorId: author.id,
      dueOn,
      publishedAt: dueOn && `${dueOn}T10:00:00.000Z`,
    })
  );
  for (const entity of made) {
    await posts.execute({ kind: "insert", entity: entity as never });
  }
  for (
    const [field, before, count] of [
      ["dueOn", "2026-01-01", 0],
      ["dueOn", "2026-01-02", 1],
      ["dueOn", "2026-01-03", 2],
      ["publishedAt", "2026-01-02T10:00:00.000Z", 1],
      ["publishedAt", "2026-01-02T10:00:00.001Z", 2],
      ["createdAt", "2000-01-01T00:00:00.000Z", 0],
      ["createdAt", "2100-01-01T00:00:00.000Z", 3],
    ] as const
  ) {
    const query = { limit: 9, sort: [], filters: [{ field, before }] };
    const result = await posts.execute({ kind: "list", query });
    assert(result.kind === "page");
    assertEquals(result.page.items.length, count, `${field} ${before}`);
  }
}

/** Keeps the schedule for so long, with each ledger, by one clock that goes on when all of them wait. */
async function keepFor(
  length: number,
  start: number,
  { desk, ledgers }: {
    readonly desk: ReturnType<typeof deskOf>;
    readonly ledgers: readonly ScheduleLedger[];
  },
): Promise<string> {
  const stop = new AbortController();
  const tally = new ScheduleTally();
  const asleep = new Set<{ readonly at: number; readonly wake: () => void }>();
  let time = start;
  const wakeNext = () => {
    if (asleep.size < ledgers.length) return;
    time = Math.min(...[...asleep].map(({ at }) => at));
    if (time > start + length) stop.abort();
    for (const one of asleep) {
      if (one.at > time && !stop.signal.aborted) continue;
      asleep.delete(one);
      one.wake();
    }
  };
  await Promise.all(ledgers.map((ledger) =>
    keepSchedule(LATE, {
      ledger,
      tally,
      signal: stop.signal,
      now: () => time,
      send: (request) => {
        if (request.operation === "list") desk.runsAt.push(time);
        return desk.send(request);
      },
      sleep: (milliseconds) =>
        new Promise<void>((wake) => {
          asleep.add({ at: time + milliseconds, wake });
          wakeNext();
        }),
    })
  ));
  return tally.toPrometheus();
}

/** A controller of tickets. */
function deskOf() {
  const table = new MemoryTable<Ticket>(TICKET, new MemoryDatabase());
  const service = new EntityService<Ticket>({
    spec: TICKET,
    defaults: { status: "open", dueOn: null },
    actions: { warn: { set: { status: "late" } } },
    store: (command) => Promise.resolve(table.execute(command)),
  });
  const state = {
    runsAt: [] as number[],
    acted: [] as string[],
    refuses: new Set<string>(),
    isAway: false,
    put: (values: Partial<Ticket>) => {
      const entity = sampleEntity<Ticket>(TICKET, 0, {
        status: "open",
        ...values,
      });
      table.execute({ kind: "insert", entity });
      return entity.id;
    },
    send: async (request: EntityRequest): Promise<EntityReply<unknown>> => {
      if (state.isAway) throw new Error("away");
      if (request.operation === "action") {
        if (state.refuses.has(request.id)) return failed(conflict("No."));
        state.acted.push(request.id);
      }
      return await service.handle(request);
    },
  };
  return state;
}
