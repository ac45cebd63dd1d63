/**
 * The client about visits, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type VisitCreate } from "../../client/client.ts";
import { makeAnimal, makeVisit } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a visit", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const anAnimal = await makeAnimal(test.system);
  const body: VisitCreate = {
    reason: "Some reason",
    fee: 9.5,
    due_on: "2030-01-15",
  };
  const created = await client.visits.create(anAnimal.chip, body);
  assert.deepEqual(
    await client.visits.get(anAnimal.chip, created.number),
    created,
  );
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(
    client.visits.create(anAnimal.chip, unknown),
    refusal(422),
  );
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a visit", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const anAnimal = await makeAnimal(test.system);
  const aVisit = await makeVisit(test.system, { animalId: anAnimal.id });
  const found = await client.visits.get(anAnimal.chip, aVisit.number);
  assert.equal(typeof found, "object");
  await assert.rejects(
    client.visits.get(anAnimal.chip, 999_999_999),
    refusal(404),
  );
});

Deno.test("the client lists all visits, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const anAnimal = await makeAnimal(test.system);
  const stored = [
    await makeVisit(test.system, { animalId: anAnimal.id }),
    await makeVisit(test.system, { animalId: anAnimal.id }),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.visits.listAll(anAnimal.chip, { limit: 1 })) {
    keys.add(one.number);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a visit", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const anAnimal = await makeAnimal(test.system);
  const aVisit = await makeVisit(test.system, { animalId: anAnimal.id });
  const change = { reason: "Changed" } as const;
  const changed = await client.visits.patch(
    anAnimal.chip,
    aVisit.number,
    change,
  );
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a visit", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const anAnimal = await makeAnimal(test.system);
  const aVisit = await makeVisit(test.system, { animalId: anAnimal.id });
  await client.visits.delete(anAnimal.chip, aVisit.number);
  await assert.rejects(
    client.visits.delete(anAnimal.chip, aVisit.number),
    refusal(404),
  );
});
