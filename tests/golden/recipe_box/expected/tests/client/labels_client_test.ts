/**
 * The client about labels, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type LabelCreate, tagOf } from "../../client/client.ts";
import { makeLabel } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a label", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: LabelCreate = {
    word: "Some word",
  };
  const created = await client.labels.create(body);
  assert.deepEqual(await client.labels.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.labels.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a label", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aLabel = await makeLabel(test.system);
  const found = await client.labels.get(aLabel.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.labels.getIfChanged(aLabel.id, same), undefined);
  await assert.rejects(client.labels.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all labels, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeLabel(test.system), await makeLabel(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.labels.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client deletes a label", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aLabel = await makeLabel(test.system);
  await client.labels.delete(aLabel.id);
  await assert.rejects(client.labels.delete(aLabel.id), refusal(404));
});
