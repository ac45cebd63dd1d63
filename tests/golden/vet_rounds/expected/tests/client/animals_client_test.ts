/**
 * The client about animals, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type AnimalCreate } from "../../client/client.ts";
import { makeAnimal } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates an animal", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const body: AnimalCreate = {
    chip: "Some chip",
    called_as: "Some nickname",
    kind: "cat",
    traits: ["Some traits"],
  };
  const created = await client.animals.create(body);
  assert.deepEqual(await client.animals.get(created.chip), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.animals.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads an animal", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const anAnimal = await makeAnimal(test.system);
  const found = await client.animals.get(anAnimal.chip);
  assert.equal(typeof found, "object");
  await assert.rejects(client.animals.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all animals, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const stored = [await makeAnimal(test.system), await makeAnimal(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.animals.listAll({ limit: 1 })) {
    keys.add(one.chip);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an animal", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const anAnimal = await makeAnimal(test.system);
  const change = { chip: "Changed" } as const;
  const changed = await client.animals.patch(anAnimal.chip, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes an animal", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const anAnimal = await makeAnimal(test.system);
  await client.animals.delete(anAnimal.chip);
  await assert.rejects(client.animals.delete(anAnimal.chip), refusal(404));
});

Deno.test("the client sets the mark watch on an animal and takes it back", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const anAnimal = await makeAnimal(test.system);
  const marked = await client.animals.setWatch(anAnimal.chip);
  const plain = await client.animals.takeWatch(anAnimal.chip);
  assert.deepEqual([marked.watched, plain.watched], [true, false]);
});
