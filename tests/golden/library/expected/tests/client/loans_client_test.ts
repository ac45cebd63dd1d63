/**
 * The client about loans, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type LoanCreate, tagOf } from "../../client/client.ts";
import { expectContains } from "../../kit/testing.ts";
import { makeBook, makeLoan, makeMember } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a loan", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: LoanCreate = {
    dueDate: "2030-01-15",
    bookId: (await makeBook(test.system)).id,
    memberId: (await makeMember(test.system)).id,
  };
  const created = await client.loans.create(body);
  assert.deepEqual(await client.loans.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.loans.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a loan", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aLoan = await makeLoan(test.system);
  const found = await client.loans.get(aLoan.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.loans.getIfChanged(aLoan.id, {}, same), undefined);
  const part = await client.loans.get(aLoan.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.loans.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all loans, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeLoan(test.system), await makeLoan(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.loans.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a loan", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aLoan = await makeLoan(test.system);
  const change = { dueDate: "2031-02-20" } as const;
  const changed = await client.loans.patch(aLoan.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a loan", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aLoan = await makeLoan(test.system);
  await client.loans.delete(aLoan.id);
  await assert.rejects(client.loans.delete(aLoan.id), refusal(404));
});

Deno.test("the client carries out return on a loan", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aLoan = await makeLoan(test.system);
  const done = await client.loans.return(aLoan.id);
  expectContains(done, { returned: true });
});
