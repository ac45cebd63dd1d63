/**
 * The client about clients, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ClientCreate, tagOf } from "../../client/client.ts";
import { makeClient } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a client", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: ClientCreate = {
    name: "Some name",
  };
  const created = await client.clients.create(body);
  assert.deepEqual(await client.clients.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.clients.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a client", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aClient = await makeClient(test.system);
  const found = await client.clients.get(aClient.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.clients.getIfChanged(aClient.id, {}, same),
    undefined,
  );
  const part = await client.clients.get(aClient.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.clients.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all clients, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeClient(test.system), await makeClient(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.clients.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a client", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aClient = await makeClient(test.system);
  const change = { name: "Changed" } as const;
  const changed = await client.clients.patch(aClient.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a client", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aClient = await makeClient(test.system);
  await client.clients.delete(aClient.id);
  await assert.rejects(client.clients.delete(aClient.id), refusal(404));
});
