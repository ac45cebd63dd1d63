/**
 * The client about withdrawals, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf, type WithdrawalCreate } from "../../client/client.ts";
import { expectContains } from "../../kit/testing.ts";
import { makeProduct, makeWithdrawal } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a withdrawal", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: WithdrawalCreate = {
    quantity: 1,
    productId: (await makeProduct(test.system)).id,
  };
  const created = await client.withdrawals.create(body);
  assert.deepEqual(await client.withdrawals.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.withdrawals.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a withdrawal", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aWithdrawal = await makeWithdrawal(test.system);
  const found = await client.withdrawals.get(aWithdrawal.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.withdrawals.getIfChanged(aWithdrawal.id, {}, same),
    undefined,
  );
  const part = await client.withdrawals.get(aWithdrawal.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(
    client.withdrawals.get(crypto.randomUUID()),
    refusal(404),
  );
});

Deno.test("the client lists all withdrawals, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeWithdrawal(test.system),
    await makeWithdrawal(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.withdrawals.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a withdrawal", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aWithdrawal = await makeWithdrawal(test.system);
  const change = { quantity: 2 } as const;
  const changed = await client.withdrawals.patch(aWithdrawal.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a withdrawal", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aWithdrawal = await makeWithdrawal(test.system);
  await client.withdrawals.delete(aWithdrawal.id);
  await assert.rejects(client.withdrawals.delete(aWithdrawal.id), refusal(404));
});

Deno.test("the client carries out take on a withdrawal", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aWithdrawal = await makeWithdrawal(test.system, {
    productId: (await makeProduct(test.system, { stock: 5 })).id,
  });
  const done = await client.withdrawals.take(aWithdrawal.id);
  expectContains(done, { status: "taken" });
});
