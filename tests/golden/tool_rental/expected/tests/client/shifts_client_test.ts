/**
 * The client about shifts, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ShiftCreate, tagOf } from "../../client/client.ts";
import { makeShift } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a shift", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: ShiftCreate = {
    firstDay: "2030-01-15",
    freeDay: "2030-01-16",
  };
  const created = await client.shifts.create(body);
  assert.deepEqual(await client.shifts.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.shifts.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a shift", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aShift = await makeShift(test.system);
  const found = await client.shifts.get(aShift.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.shifts.getIfChanged(aShift.id, {}, same),
    undefined,
  );
  const part = await client.shifts.get(aShift.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.shifts.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all shifts, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeShift(test.system), await makeShift(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.shifts.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client deletes a shift", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aShift = await makeShift(test.system);
  await client.shifts.delete(aShift.id);
  await assert.rejects(client.shifts.delete(aShift.id), refusal(404));
});
