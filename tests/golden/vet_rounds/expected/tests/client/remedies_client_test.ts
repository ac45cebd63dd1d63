/**
 * The client about remedies, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type RemedyCreate, tagOf } from "../../client/client.ts";
import { makeRemedy } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a remedy", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "vet");
  const body: RemedyCreate = {
    name: "Some name",
  };
  const created = await client.remedies.create(body);
  assert.deepEqual(await client.remedies.get(created.name), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.remedies.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a remedy", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "vet");
  const aRemedy = await makeRemedy(test.system);
  const found = await client.remedies.get(aRemedy.name);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.remedies.getIfChanged(aRemedy.name, same),
    undefined,
  );
  await assert.rejects(client.remedies.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all remedies, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "vet");
  const stored = [await makeRemedy(test.system), await makeRemedy(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.remedies.listAll({ limit: 1 })) {
    keys.add(one.name);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client deletes a remedy", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "vet");
  const aRemedy = await makeRemedy(test.system);
  await client.remedies.delete(aRemedy.name);
  await assert.rejects(client.remedies.delete(aRemedy.name), refusal(404));
});
