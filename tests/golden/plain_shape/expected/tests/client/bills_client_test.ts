/**
 * The client about bills, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type BillCreate } from "../../client/client.ts";
import { makeBill } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a bill", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: BillCreate = {
    code: "Some code",
    customer: "Some payer",
    dueOn: "2030-01-15",
    inner: "Some inner",
  };
  const created = await client.bills.create(body);
  assert.deepEqual(await client.bills.get(created.code), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.bills.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a bill", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBill = await makeBill(test.system);
  const found = await client.bills.get(aBill.code);
  assert.equal(typeof found, "object");
  await assert.rejects(client.bills.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all bills, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeBill(test.system), await makeBill(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.bills.listAll({ limit: 1 })) {
    keys.add(one.code);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a bill", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBill = await makeBill(test.system);
  const change = { code: "Changed" } as const;
  const changed = await client.bills.patch(aBill.code, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a bill", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBill = await makeBill(test.system);
  await client.bills.delete(aBill.code);
  await assert.rejects(client.bills.delete(aBill.code), refusal(404));
});
