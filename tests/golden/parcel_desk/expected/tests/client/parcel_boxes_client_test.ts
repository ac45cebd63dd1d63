/**
 * The client about parcel boxes, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ParcelBoxCreate } from "../../client/client.ts";
import { makeParcelBox } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a parcel box", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const body: ParcelBoxCreate = {
    box_number: "Some box number",
    due_on: "2030-01-15",
    weight_grams: 1,
  };
  const created = await client.parcelBoxes.create(body);
  assert.deepEqual(await client.parcelBoxes.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.parcelBoxes.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a parcel box", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aParcelBox = await makeParcelBox(test.system);
  const found = await client.parcelBoxes.get(aParcelBox.id);
  assert.equal(typeof found, "object");
  await assert.rejects(
    client.parcelBoxes.get(crypto.randomUUID()),
    refusal(404),
  );
});

Deno.test("the client lists all parcel boxes, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const stored = [
    await makeParcelBox(test.system),
    await makeParcelBox(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.parcelBoxes.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a parcel box", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aParcelBox = await makeParcelBox(test.system);
  const change = { box_number: "Changed" } as const;
  const changed = await client.parcelBoxes.patch(aParcelBox.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a parcel box", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aParcelBox = await makeParcelBox(test.system);
  await client.parcelBoxes.delete(aParcelBox.id);
  await assert.rejects(client.parcelBoxes.delete(aParcelBox.id), refusal(404));
});
