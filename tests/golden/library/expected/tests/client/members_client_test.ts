/**
 * The client about members, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type MemberCreate, tagOf } from "../../client/client.ts";
import { makeMember } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a member", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: MemberCreate = {
    name: "Some name",
    email: "someone@example.com",
    phone: "Some phone",
    joinedDate: "2030-01-15",
  };
  const created = await client.members.create(body);
  assert.deepEqual(await client.members.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.members.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a member", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aMember = await makeMember(test.system);
  const found = await client.members.get(aMember.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.members.getIfChanged(aMember.id, {}, same),
    undefined,
  );
  const part = await client.members.get(aMember.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.members.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all members, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeMember(test.system), await makeMember(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.members.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a member", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aMember = await makeMember(test.system);
  const change = { name: "Changed" } as const;
  const changed = await client.members.patch(aMember.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});
