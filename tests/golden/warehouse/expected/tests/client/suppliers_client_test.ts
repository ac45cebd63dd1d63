/**
 * The client about suppliers, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type SupplierCreate, tagOf } from "../../client/client.ts";
import { makeSupplier } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a supplier", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: SupplierCreate = {
    name: "Some name",
  };
  const created = await client.suppliers.create(body);
  assert.deepEqual(await client.suppliers.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.suppliers.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a supplier", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSupplier = await makeSupplier(test.system);
  const found = await client.suppliers.get(aSupplier.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.suppliers.getIfChanged(aSupplier.id, {}, same),
    undefined,
  );
  const part = await client.suppliers.get(aSupplier.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.suppliers.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all suppliers, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeSupplier(test.system),
    await makeSupplier(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.suppliers.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a supplier", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSupplier = await makeSupplier(test.system);
  const change = { name: "Changed" } as const;
  const changed = await client.suppliers.patch(aSupplier.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a supplier", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSupplier = await makeSupplier(test.system);
  await client.suppliers.delete(aSupplier.id);
  await assert.rejects(client.suppliers.delete(aSupplier.id), refusal(404));
});
