/**
 * The client about rentals, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type RentalCreate, tagOf } from "../../client/client.ts";
import { expectContains } from "../../kit/testing.ts";
import { makeRental, makeTool } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a rental", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: RentalCreate = {
    startsAt: "2030-01-15T09:30:00.000Z",
    endsAt: "2030-01-15T10:30:00.000Z",
    person: "someone@example.com",
    toolId: (await makeTool(test.system)).id,
  };
  const created = await client.rentals.create(body);
  assert.deepEqual(await client.rentals.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.rentals.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a rental", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aRental = await makeRental(test.system);
  const found = await client.rentals.get(aRental.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.rentals.getIfChanged(aRental.id, {}, same),
    undefined,
  );
  const part = await client.rentals.get(aRental.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.rentals.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all rentals, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeRental(test.system), await makeRental(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.rentals.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a rental", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aRental = await makeRental(test.system);
  const change = { status: "confirmed" } as const;
  const changed = await client.rentals.patch(aRental.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a rental", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aRental = await makeRental(test.system);
  await client.rentals.delete(aRental.id);
  await assert.rejects(client.rentals.delete(aRental.id), refusal(404));
});

Deno.test("the client carries out confirm on a rental", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aRental = await makeRental(test.system);
  const done = await client.rentals.confirm(aRental.id);
  expectContains(done, { status: "confirmed" });
});

Deno.test("the client carries out cancel on a rental", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aRental = await makeRental(test.system);
  const done = await client.rentals.cancel(aRental.id);
  expectContains(done, { status: "cancelled" });
});

Deno.test("the client carries out renew on a rental", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aRental = await makeRental(test.system, { status: "cancelled" });
  const done = await client.rentals.renew(aRental.id);
  expectContains(done, { status: "asked" });
});
