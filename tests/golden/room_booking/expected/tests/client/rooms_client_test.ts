/**
 * The client about rooms, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type RoomCreate, tagOf } from "../../client/client.ts";
import { makeRoom } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a room", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: RoomCreate = {
    building: "Some building",
    number: 1,
  };
  const created = await client.rooms.create(body);
  assert.deepEqual(await client.rooms.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.rooms.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a room", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aRoom = await makeRoom(test.system);
  const found = await client.rooms.get(aRoom.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.rooms.getIfChanged(aRoom.id, {}, same), undefined);
  const part = await client.rooms.get(aRoom.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.rooms.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all rooms, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeRoom(test.system), await makeRoom(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.rooms.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a room", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aRoom = await makeRoom(test.system);
  const change = { building: "Changed" } as const;
  const changed = await client.rooms.patch(aRoom.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a room", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aRoom = await makeRoom(test.system);
  await client.rooms.delete(aRoom.id);
  await assert.rejects(client.rooms.delete(aRoom.id), refusal(404));
});
