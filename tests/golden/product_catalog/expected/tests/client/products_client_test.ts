/**
 * The client about products, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf } from "../../client/client.ts";
import { makeProduct } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

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
