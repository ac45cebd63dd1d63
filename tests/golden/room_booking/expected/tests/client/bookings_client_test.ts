/**
 * The client about bookings, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type BookingCreate, tagOf } from "../../client/client.ts";
import { expectContains } from "../../kit/testing.ts";
import { makeBooking, makeRoom } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a booking", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: BookingCreate = {
    startsAt: "2030-01-15T09:30:00.000Z",
    guest: "someone@example.com",
    seat: "Some seat",
    roomId: (await makeRoom(test.system)).id,
  };
  const created = await client.bookings.create(body);
  assert.deepEqual(await client.bookings.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.bookings.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a booking", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBooking = await makeBooking(test.system);
  const found = await client.bookings.get(aBooking.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.bookings.getIfChanged(aBooking.id, {}, same),
    undefined,
  );
  const part = await client.bookings.get(aBooking.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.bookings.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all bookings, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeBooking(test.system),
    await makeBooking(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.bookings.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a booking", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBooking = await makeBooking(test.system);
  const change = { startsAt: "2031-02-20T10:00:00.000Z" } as const;
  const changed = await client.bookings.patch(aBooking.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a booking", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBooking = await makeBooking(test.system);
  await client.bookings.delete(aBooking.id);
  await assert.rejects(client.bookings.delete(aBooking.id), refusal(404));
});

Deno.test("the client carries out grant on a booking", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBooking = await makeBooking(test.system);
  const done = await client.bookings.grant(aBooking.id);
  expectContains(done, { status: "granted" });
});
