/**
 * The client about lines, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type LineCreate, tagOf } from "../../client/client.ts";
import { makeBill, makeLine } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a line", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBill = await makeBill(test.system);
  const body: LineCreate = {
    name: "Some text",
    amount: 9.5,
  };
  const created = await client.lines.create(aBill.code, body);
  assert.deepEqual(await client.lines.get(aBill.code, created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.lines.create(aBill.code, unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a line", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBill = await makeBill(test.system);
  const aLine = await makeLine(test.system, { billId: aBill.id });
  const found = await client.lines.get(aBill.code, aLine.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.lines.getIfChanged(aBill.code, aLine.id, same),
    undefined,
  );
  await assert.rejects(
    client.lines.get(aBill.code, crypto.randomUUID()),
    refusal(404),
  );
});

Deno.test("the client lists all lines, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBill = await makeBill(test.system);
  const stored = [
    await makeLine(test.system, { billId: aBill.id }),
    await makeLine(test.system, { billId: aBill.id }),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.lines.listAll(aBill.code, { limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a line", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBill = await makeBill(test.system);
  const aLine = await makeLine(test.system, { billId: aBill.id });
  const change = { name: "Changed" } as const;
  const changed = await client.lines.patch(aBill.code, aLine.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a line", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBill = await makeBill(test.system);
  const aLine = await makeLine(test.system, { billId: aBill.id });
  await client.lines.delete(aBill.code, aLine.id);
  await assert.rejects(client.lines.delete(aBill.code, aLine.id), refusal(404));
});
