/**
 * The client about customers, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type CustomerCreate, tagOf } from "../../client/client.ts";
import { makeCustomer } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a customer", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: CustomerCreate = {
    email: "someone@example.com",
    name: "Some name",
    born: "2030-01-15",
    website: "https://example.com/",
  };
  const created = await client.customers.create(body);
  assert.deepEqual(await client.customers.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.customers.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a customer", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aCustomer = await makeCustomer(test.system);
  const found = await client.customers.get(aCustomer.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.customers.getIfChanged(aCustomer.id, {}, same),
    undefined,
  );
  const part = await client.customers.get(aCustomer.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.customers.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all customers, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeCustomer(test.system),
    await makeCustomer(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.customers.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a customer", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aCustomer = await makeCustomer(test.system);
  const change = { email: "other@example.com" } as const;
  const changed = await client.customers.patch(aCustomer.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a customer", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aCustomer = await makeCustomer(test.system);
  await client.customers.delete(aCustomer.id);
  await assert.rejects(client.customers.delete(aCustomer.id), refusal(404));
});
