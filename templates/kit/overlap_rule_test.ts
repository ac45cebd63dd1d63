import { assertEquals } from "@std/assert";
import {
  type Booking,
  booking,
  type BookingTable,
  memoryBookings,
  postgresBookings,
  sqliteBookings,
} from "./example_bookings.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

Deno.test("noOverlapInMemory() lets no two take the same part", () =>
  refusesOverlaps(memoryBookings));

Deno.test("noOverlapInSqlite() lets no two take the same part", () =>
  refusesOverlaps(sqliteBookings));

await testWithPostgres("noOverlapInPostgres()", async (t, url) => {
  await using schema = await openTestSchema(url);
  const table = await postgresBookings(schema.url);
  await using database = table.database;
  await t.step(
    "lets no two take the same part",
    () =>
      refusesOverlaps(async () => {
        await database.exec("DELETE FROM bookings");
        return table;
      }),
  );
  await t.step("lets one of many at once take a part", async () => {
    for (let round = 0; round < 20; round++) {
      await database.exec("DELETE FROM bookings");
      const kinds = await Promise.all(
        Array.from({ length: 8 }, async (_, n) => {
          const entity = inRoom(10, 12 + n);
          return (await table.execute({ kind: "insert", entity })).kind;
        }),
      );
      assertEquals(kinds.toSorted(), [
        "entity",
        ...Array.from({ length: 7 }, () => "overlap"),
      ]);
    }
  });
});

async function refusesOverlaps(
  open: () => BookingTable | Promise<BookingTable>,
): Promise<void> {
  for (const [second, kind] of CASES) {
    const table = await open();
    const first = { ...inRoom(10, 14), guest: "a@b.example", ...desks(10, 14) };
    await table.execute({ kind: "insert", entity: first });
    const answer = await table.execute({ kind: "insert", entity: second });
    const what = JSON.stringify(second);
    assertEquals(answer.kind, kind, what);
    if (answer.kind === "overlap") {
      assertEquals(answer.rule, second.room === null ? 1 : 0, what);
    }
    const stored = await table.execute({ kind: "get", id: second.id });
    assertEquals(stored.kind, kind === "entity" ? "entity" : "missing", what);
  }
  await movesAndReturns(await open());
}

/** An update counts as an insert does, but not against itself. */
async function movesAndReturns(table: BookingTable): Promise<void> {
  const update = async (entity: Booking, version: number) =>
    (await table.execute({ kind: "update", entity, version })).kind;
  const [first, second] = [inRoom(10, 12), inRoom(12, 14)];
  for (const entity of [first, second]) {
    await table.execute({ kind: "insert", entity });
  }
  assertEquals(await update({ ...first, ...hours(9, 12) }, 1), "entity");
  assertEquals(await update({ ...first, ...hours(9, 13) }, 2), "overlap");
  const left: Booking = { ...first, ...hours(9, 13), status: "refused" };
  assertEquals(await update(left, 2), "entity");
  assertEquals(await update({ ...left, status: "granted" }, 3), "overlap");
  assertEquals(await update(left, 2), "stale");
  assertEquals(await table.execute({ kind: "get", id: left.id }), {
    kind: "entity",
    entity: left,
    version: 3,
  });
}

const hours = (from: number, until: number) => ({
  startsAt: hour(from),
  endsAt: hour(until),
});
const hour = (n: number) =>
  `2030-01-15T${String(n).padStart(2, "0")}:00:00.000Z`;
const desks = (firstDesk: number, freeDesk: number) => ({
  firstDesk,
  freeDesk,
});
const inRoom = (from: number, until: number, values: Partial<Booking> = {}) =>
  booking({ room: "R1", ...hours(from, until), ...values });
const atDesks = (guest: string | null, from: number, until: number) =>
  booking({ guest, ...desks(from, until) });

const CASES: readonly (readonly [Booking, "entity" | "overlap"])[] = [
  [inRoom(8, 10), "entity"],
  [inRoom(14, 16), "entity"],
  [inRoom(9, 11), "overlap"],
  [inRoom(13, 15), "overlap"],
  [inRoom(10, 14), "overlap"],
  [inRoom(11, 12), "overlap"],
  [inRoom(9, 15), "overlap"],
  [inRoom(10, 11), "overlap"],
  [inRoom(10, 14, { room: "R2" }), "entity"],
  [inRoom(10, 14, { room: null }), "entity"],
  [inRoom(10, 14, { startsAt: null }), "entity"],
  [inRoom(10, 14, { endsAt: null }), "entity"],
  [inRoom(10, 14, { status: "refused" }), "entity"],
  [inRoom(10, 14, { status: "granted" }), "overlap"],
  [atDesks("A@b.example", 9, 10), "entity"],
  // As texts they would come in another order.
  [atDesks("A@b.example", 9, 11), "overlap"],
  [atDesks("A@b.example", 13, 100), "overlap"],
  [atDesks("A@b.example", 2, 9), "entity"],
  [atDesks("c@d.example", 9, 11), "entity"],
];
