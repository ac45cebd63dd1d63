/**
 * The client about changeds, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ChangedCreate, tagOf } from "../../client/client.ts";
import { makeChanged } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a changed", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: ChangedCreate = {
    uu: "EXV",
  };
  const created = await client.changeds.create(body);
  assert.deepEqual(await client.changeds.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.changeds.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a changed", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aChanged = await makeChanged(test.system);
  const found = await client.changeds.get(aChanged.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.changeds.getIfChanged(aChanged.id, {}, same),
    undefined,
  );
  const part = await client.changeds.get(aChanged.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.changeds.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all changeds, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeChanged(test.system),
    await makeChanged(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.changeds.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a changed", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aChanged = await makeChanged(test.system);
  const change = { uu: "SRU" } as const;
  const changed = await client.changeds.patch(aChanged.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a changed", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aChanged = await makeChanged(test.system);
  await client.changeds.delete(aChanged.id);
  await assert.rejects(client.changeds.delete(aChanged.id), refusal(404));
});
