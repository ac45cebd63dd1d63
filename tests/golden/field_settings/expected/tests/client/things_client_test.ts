/**
 * The client about things, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf, type ThingCreate } from "../../client/client.ts";
import { makeThing } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a thing", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: ThingCreate = {
    label: "egynlgknpon",
    note: "Some note",
    mail: "0@b.io",
    work: "u0@acme.example",
    long: "someonexxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0@example.com",
    site: "http://a0",
    repository: "https://git.example/egynlgknpon/bblzclyahvz",
    born: "2030-01-15",
    at: "2030-01-15T09:30:00.000Z",
    tea: "09:30:00",
    key: "01890a5d-ac96-774b-bcce-b302099a8057",
    kind: "a",
    count: 1,
    weight: 1,
    price: 9,
    open: true,
    extra: { note: "anything" },
    takes: "PT1H30M",
    rest: "PT1H30M",
    laps: ["PT1H30M"],
  };
  const created = await client.things.create(body);
  assert.deepEqual(await client.things.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.things.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a thing", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aThing = await makeThing(test.system);
  const found = await client.things.get(aThing.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.things.getIfChanged(aThing.id, {}, same),
    undefined,
  );
  const part = await client.things.get(aThing.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.things.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all things, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeThing(test.system), await makeThing(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.things.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a thing", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aThing = await makeThing(test.system);
  const change = { label: "name" } as const;
  const changed = await client.things.patch(aThing.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a thing", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aThing = await makeThing(test.system);
  await client.things.delete(aThing.id);
  await assert.rejects(client.things.delete(aThing.id), refusal(404));
});
