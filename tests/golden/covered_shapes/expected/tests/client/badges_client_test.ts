/**
 * The client about badges, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type BadgeCreate, tagOf } from "../../client/client.ts";
import { makeBadge } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a badge", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: BadgeCreate = {
    number: 1,
  };
  const created = await client.badges.create(body);
  assert.deepEqual(await client.badges.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.badges.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a badge", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBadge = await makeBadge(test.system);
  const found = await client.badges.get(aBadge.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.badges.getIfChanged(aBadge.id, {}, same),
    undefined,
  );
  const part = await client.badges.get(aBadge.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.badges.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all badges, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeBadge(test.system), await makeBadge(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.badges.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});
