/**
 * What clients can rely on: every endpoint of bookings, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import {
  expectConditionalChange,
  expectConditionalRead,
} from "../../kit/expect_conditions.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Booking } from "../../models/booking.ts";
import { bookingBody, makeBooking, makeRoom } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /bookings lists bookings page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeBooking(test.system);
  const second = await makeBooking(test.system);

  const page = await test.client.get<Page<Booking>>("/bookings?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Booking>>(
    `/bookings?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /bookings sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeBooking(test.system);
  const second = await makeBooking(test.system, {
    startsAt: "2031-02-20T10:00:00.000Z",
  });

  const sorted = await test.client.get<Page<Booking>>("/bookings?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({
    startsAt: String("2031-02-20T10:00:00.000Z"),
  });
  const filtered = await test.client.get<Page<Booking>>(`/bookings?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /bookings filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/bookings",
    entity: await makeBooking(test.system),
    fields: ["startsAt", "status", "guest", "seat", "roomId"],
    choices: { status: ["asked", "granted", "refused"] },
  });
});

Deno.test("GET /bookings refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/bookings?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/bookings?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/bookings?cursor=nonsense"), 400);
});

Deno.test("POST /bookings creates a booking", async () => {
  await using test = await startTestSystem();
  const body = await bookingBody(test.system);

  const created = await test.client.post<Booking>("/bookings", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/bookings/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/bookings/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /bookings refuses what is not a booking", async (t) => {
  await using test = await startTestSystem();
  const body = await bookingBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    ["startsAt missing", { startsAt: undefined }, "startsAt"],
    ["startsAt of the wrong type", { startsAt: { not: "this" } }, "startsAt"],
    ["startsAt malformed", { startsAt: "not this" }, "startsAt"],
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
    ["guest missing", { guest: undefined }, "guest"],
    ["guest of the wrong type", { guest: { not: "this" } }, "guest"],
    ["guest too long", { guest: "x".repeat(255) + "@example.com" }, "guest"],
    ["guest malformed", { guest: "not this" }, "guest"],
    ["seat of the wrong type", { seat: { not: "this" } }, "seat"],
    ["seat too long", { seat: "x".repeat(11) }, "seat"],
    ["roomId missing", { roomId: undefined }, "roomId"],
    ["roomId of the wrong type", { roomId: { not: "this" } }, "roomId"],
    ["roomId of nothing", { roomId: crypto.randomUUID() }, "roomId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/bookings", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/bookings", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/bookings",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /bookings takes a booking at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { seat: undefined }, { seat: null }],
    ["status of asked", { status: "asked" }],
    ["status of granted", { status: "granted" }],
    ["status of refused", { status: "refused" }],
    ["seat as long as it may be", { seat: "x".repeat(10) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await bookingBody(test.system);
      const created = await test.client.post<Booking>("/bookings", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /bookings refuses a second booking with the same roomId and startsAt", async () => {
  await using test = await startTestSystem();
  const aBooking = await makeBooking(test.system);
  const body = {
    ...await bookingBody(test.system),
    roomId: aBooking.roomId,
    startsAt: aBooking.startsAt,
  };
  const refused = await test.client.post("/bookings", body);
  expectProblem(refused, 409, "roomId");
  expectProblem(refused, 409, "startsAt");
  const other = { ...body, roomId: (await makeRoom(test.system)).id };
  assert.equal((await test.client.post("/bookings", other)).status, 201);
});

Deno.test("POST /bookings refuses a second booking with the same guest and seat and startsAt", async () => {
  await using test = await startTestSystem();
  const aBooking = await makeBooking(test.system);
  const body = {
    ...await bookingBody(test.system),
    guest: aBooking.guest,
    seat: aBooking.seat,
    startsAt: aBooking.startsAt,
  };
  const refused = await test.client.post("/bookings", body);
  expectProblem(refused, 409, "guest");
  expectProblem(refused, 409, "seat");
  expectProblem(refused, 409, "startsAt");
  const other = { ...body, guest: "other@example.com" };
  assert.equal((await test.client.post("/bookings", other)).status, 201);
});

Deno.test("GET /bookings/{id} reads one booking", async () => {
  await using test = await startTestSystem();
  const aBooking = await makeBooking(test.system);
  const found = await test.client.get(`/bookings/${aBooking.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aBooking);
  expectProblem(await test.client.get(`/bookings/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/bookings/no-uuid"), 404);
});

Deno.test("GET /bookings/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aBooking = await makeBooking(test.system);
  await expectConditionalRead(test.client, `/bookings/${aBooking.id}`);
});

Deno.test("PUT /bookings/{id} replaces a booking, never creates one", async () => {
  await using test = await startTestSystem();
  const aBooking = await makeBooking(test.system);
  const body = { ...await bookingBody(test.system) };
  const replaced = await test.client.put<Booking>(
    `/bookings/${aBooking.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aBooking.id,
    createdAt: aBooking.createdAt,
  });
  expectProblem(
    await test.client.put(`/bookings/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /bookings/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aBooking = await makeBooking(test.system);
  const changed = await test.client.patch<Booking>(`/bookings/${aBooking.id}`, {
    startsAt: "2031-02-20T10:00:00.000Z",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aBooking,
    startsAt: "2031-02-20T10:00:00.000Z",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/bookings/${aBooking.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/bookings/${aBooking.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/bookings/${aBooking.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/bookings/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /bookings/{id} deletes a booking once", async () => {
  await using test = await startTestSystem();
  const aBooking = await makeBooking(test.system);
  assert.equal(
    (await test.client.delete(`/bookings/${aBooking.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/bookings/${aBooking.id}`), 404);
});

Deno.test("/bookings/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aBooking = await makeBooking(test.system);
  const path = `/bookings/${aBooking.id}`;
  const body = { ...await bookingBody(test.system) };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /bookings/{id}/grant takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aBooking = await makeBooking(test.system);
  const done = await test.client.post<Booking>(
    `/bookings/${aBooking.id}/grant`,
  );
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "granted" });
  const again = await test.client.post(`/bookings/${aBooking.id}/grant`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/bookings/${crypto.randomUUID()}/grant`),
    404,
  );
});

Deno.test("POST /bookings/{id}/grant takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aBooking = await makeBooking(test.system);
  const path = `/bookings/${aBooking.id}/grant`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /bookings/{id}/grant is refused in another state", async () => {
  await using test = await startTestSystem();
  const aBooking = await makeBooking(test.system, { status: "refused" });
  expectProblem(await test.client.post(`/bookings/${aBooking.id}/grant`), 409);
  const bypass = await test.client.patch(`/bookings/${aBooking.id}`, {
    status: "granted",
  });
  expectProblem(bypass, 409);
});
