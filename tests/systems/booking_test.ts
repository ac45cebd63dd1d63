import { assertEquals } from "@std/assert";
import { type Account, firstUser, signInFirst, signUp } from "./accounts.ts";
import type { ExampleSystem } from "./example_system.ts";
import type { Answer } from "./json_client.ts";
import { type Scenarios, testExample } from "./system_tests.ts";

const SCENARIOS: Scenarios = {
  "anybody sees rooms, managers alone keep them": async (system) => {
    const { manager, guest } = await people(system);
    const room = { name: crypto.randomUUID(), seats: 4 };
    (await system.client().post("/rooms", room)).is(401);
    (await guest.api.post("/rooms", room)).is(403);
    const made = (await manager.api.post("/rooms", room)).is(201);
    const seen = (await system.client().get(`/rooms/${made.textAt("id")}`)).is(
      200,
    );
    assertEquals(seen.at("seats"), 4);
    (await manager.api.post("/rooms", room)).is(409);
  },
  "a room is booked, and its time is taken": async (system) => {
    const { manager, guest, other } = await people(system);
    const room = await roomOf(manager);
    const made = (await book(guest, room, "10:00", "12:00")).is(201);
    assertEquals(made.at("startsAt"), "2030-05-01T10:00:00.000Z");
    assertEquals(made.at("status"), "requested");
    assertEquals(made.at("guestId"), guest.id);
    for (
      const [from, until] of [
        ["10:00", "12:00"], // the same
        ["10:30", "11:30"], // within
        ["09:00", "13:00"], // around
        ["09:00", "10:01"], // over the beginning
        ["11:59", "13:00"], // over the end
        ["10:00", "10:01"],
        ["11:59", "12:00"],
      ] as const
    ) (await book(other, room, from, until)).is(409);
    (await book(other, room, "09:00", "10:00")).is(201);
    (await book(other, room, "12:00", "13:00")).is(201);
    (await book(other, await roomOf(manager), "10:00", "12:00")).is(201);
    const list = (await manager.api.get(`/bookings?roomId=${room}`)).is(200);
    const starts = list.listAt("items").map((_, index) =>
      list.at(`items.${index}.startsAt`)
    );
    assertEquals(starts, ["09:00", "10:00", "12:00"].map(at));
  },
  "other time zones mean the same time": async (system) => {
    const { manager, guest } = await people(system);
    const room = await roomOf(manager);
    (await book(guest, room, "10:00", "11:00")).is(201);
    const zone = (hour: string) => `2030-05-01T${hour}:30:00+02:00`;
    const body = { roomId: room, startsAt: zone("12"), endsAt: zone("13") };
    (await guest.api.post("/bookings", body)).is(409);
    const later = { ...body, startsAt: "2030-05-01T13:00:00+02:00" };
    (await guest.api.post("/bookings", later)).is(201);
  },
  "an end comes after its beginning": async (system) => {
    const { manager, guest } = await people(system);
    const room = await roomOf(manager);
    (await book(guest, room, "10:00", "10:00")).is(422);
    (await book(guest, room, "11:00", "10:00")).is(422);
    const id = (await book(guest, room, "10:00", "11:00")).is(201).textAt("id");
    (await guest.api.patch(`/bookings/${id}`, { endsAt: at("10:00") })).is(422);
    (await guest.api.patch(`/bookings/${id}`, { startsAt: at("11:30") })).is(
      422,
    );
    const body = { roomId: room, startsAt: at("20:00"), endsAt: at("21:00") };
    for (
      const wrong of [
        { ...body, endsAt: undefined },
        { ...body, startsAt: "soon" },
        { ...body, startsAt: null },
        { ...body, status: "confirmed" },
        { ...body, roomId: crypto.randomUUID() },
        { ...body, guestId: manager.id },
      ]
    ) (await guest.api.post("/bookings", wrong)).is(422);
  },
  "a cancelled booking keeps no time": async (system) => {
    const { manager, guest, other } = await people(system);
    const room = await roomOf(manager);
    const first = (await book(guest, room, "10:00", "12:00")).is(201).textAt(
      "id",
    );
    (await other.api.post(`/bookings/${first}/cancel`)).is(404);
    (await guest.api.post(`/bookings/${first}/confirm`)).is(403);
    const confirmed = (await manager.api.post(`/bookings/${first}/confirm`)).is(
      200,
    );
    assertEquals(confirmed.at("status"), "confirmed");
    (await book(other, room, "11:00", "13:00")).is(409);
    assertEquals(
      (await guest.api.post(`/bookings/${first}/cancel`)).is(200).at("status"),
      "cancelled",
    );
    (await book(other, room, "11:00", "13:00")).is(201);
    (await manager.api.post(`/bookings/${first}/confirm`)).is(409);
    const note = { note: "Another day?" };
    (await guest.api.patch(`/bookings/${first}`, note)).is(409);
  },
  "a booking is moved where there is room": async (system) => {
    const { manager, guest, other } = await people(system);
    const room = await roomOf(manager);
    const mine = (await book(guest, room, "10:00", "12:00")).is(201).textAt(
      "id",
    );
    (await book(other, room, "14:00", "16:00")).is(201);
    const move = (startsAt: string, endsAt: string) =>
      guest.api.patch(`/bookings/${mine}`, {
        startsAt: at(startsAt),
        endsAt: at(endsAt),
      });
    (await move("13:00", "15:00")).is(409);
    const still = (await guest.api.get(`/bookings/${mine}`)).is(200);
    assertEquals([still.at("startsAt"), still.at("endsAt")], [
      at("10:00"),
      at("12:00"),
    ]);
    // What it takes itself is not in its way.
    (await move("11:00", "13:00")).is(200);
    (await move("12:00", "14:00")).is(200);
    (await book(other, room, "10:00", "12:00")).is(201);
    (await guest.api.patch(`/bookings/${mine}`, { note: "Late" })).is(200);
    (await other.api.patch(`/bookings/${mine}`, { note: "x" })).is(404);
  },
  "when many ask for the same time, one gets it": async (system) => {
    const { manager, guest, other } = await people(system);
    const room = await roomOf(manager);
    const answers = await Promise.all(
      Array.from(
        { length: 12 },
        (_, index) =>
          book(index % 2 ? guest : other, room, `10:${10 + index}`, "12:00"),
      ),
    );
    assertEquals(statuses(answers), [201, ...Array<number>(11).fill(409)]);
    const list = (await manager.api.get(`/bookings?roomId=${room}`)).is(200);
    assertEquals(list.listAt("items").length, 1);
  },
  "when two are moved to the same time, one gets it": async (system) => {
    const { manager, guest } = await people(system);
    const room = await roomOf(manager);
    const ids = [
      (await book(guest, room, "08:00", "09:00")).is(201).textAt("id"),
      (await book(guest, room, "16:00", "17:00")).is(201).textAt("id"),
    ];
    const answers = await Promise.all(
      ids.map((id) =>
        guest.api.patch(`/bookings/${id}`, {
          startsAt: at("12:00"),
          endsAt: at("13:00"),
        })
      ),
    );
    assertEquals(statuses(answers), [200, 409]);
  },
  "guests see their own bookings alone": async (system) => {
    const { manager, guest, other } = await people(system);
    const room = await roomOf(manager);
    const id = (await book(guest, room, "10:00", "12:00")).is(201).textAt("id");
    (await other.api.get(`/bookings/${id}`)).is(404);
    (await system.client().get("/bookings")).is(401);
    const own = async (who: Account) =>
      (await who.api.get(`/bookings?roomId=${room}`)).is(200).listAt("items")
        .length;
    assertEquals([await own(guest), await own(other), await own(manager)], [
      1,
      0,
      1,
    ]);
  },
  "what was booked stays booked after a crash": async (system) => {
    if (system.engine === "memory") return;
    const { manager, guest } = await people(system);
    const room = await roomOf(manager);
    (await book(guest, room, "10:00", "12:00")).is(201);
    await system.crash();
    const again = { ...guest, api: guest.api.on(system.url) };
    (await book(again, room, "11:00", "13:00")).is(409);
    (await book(again, room, "12:00", "13:00")).is(201);
  },
};

async function people(
  system: ExampleSystem,
): Promise<Record<"manager" | "guest" | "other", Account>> {
  return {
    manager: await signInFirst(system),
    guest: await signUp(system, { name: "Guest" }),
    other: await signUp(system, { name: "Other" }),
  };
}

async function roomOf(manager: Account): Promise<string> {
  const room = { name: crypto.randomUUID() };
  return (await manager.api.post("/rooms", room)).is(201).textAt("id");
}

function book(
  who: Account,
  roomId: string,
  from: string,
  until: string,
): Promise<Answer> {
  return who.api.post("/bookings", {
    roomId,
    startsAt: at(from),
    endsAt: at(until),
  });
}

function at(time: string): string {
  return `2030-05-01T${time}:00.000Z`;
}

function statuses(answers: readonly Answer[]): number[] {
  return answers.map(({ status }) => status).sort((a, b) => a - b);
}

await testExample("booking", SCENARIOS, {
  engines: ["memory", "sqlite", "postgres"],
  env: firstUser({ name: "Manager", role: "manager" }),
});
