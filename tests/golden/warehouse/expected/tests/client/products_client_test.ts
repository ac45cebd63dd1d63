/**
 * The client about products, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ProductCreate, tagOf } from "../../client/client.ts";
import { expectContains } from "../../kit/testing.ts";
import { makeProduct, makeSupplier } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a product", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: ProductCreate = {
    sku: "EX-5064",
    title: "Some title",
    supplierId: (await makeSupplier(test.system)).id,
  };
  const created = await client.products.create(body);
  assert.deepEqual(await client.products.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.products.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a product", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aProduct = await makeProduct(test.system);
  const found = await client.products.get(aProduct.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.products.getIfChanged(aProduct.id, {}, same),
    undefined,
  );
  const part = await client.products.get(aProduct.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.products.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all products, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeProduct(test.system),
    await makeProduct(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.products.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a product", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aProduct = await makeProduct(test.system);
  const change = { sku: "SR-2431" } as const;
  const changed = await client.products.patch(aProduct.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a product", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aProduct = await makeProduct(test.system);
  await client.products.delete(aProduct.id);
  await assert.rejects(client.products.delete(aProduct.id), refusal(404));
});

Deno.test("the client carries out withdraw on a product", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aProduct = await makeProduct(test.system);
  const done = await client.products.withdraw(aProduct.id);
  expectContains(done, { status: "withdrawn" });
});
