/**
 * The client about tips, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf, type TipCreate } from "../../client/client.ts";
import { makeTip } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a tip", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: TipCreate = {
    text: "Some text",
  };
  const created = await client.tips.create(body);
  assert.deepEqual(await client.tips.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.tips.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a tip", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTip = await makeTip(test.system);
  const found = await client.tips.get(aTip.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.tips.getIfChanged(aTip.id, {}, same), undefined);
  const part = await client.tips.get(aTip.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.tips.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all tips, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeTip(test.system), await makeTip(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.tips.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client deletes a tip", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTip = await makeTip(test.system);
  await client.tips.delete(aTip.id);
  await assert.rejects(client.tips.delete(aTip.id), refusal(404));
});
