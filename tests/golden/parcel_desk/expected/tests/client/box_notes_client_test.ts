/**
 * The client about box notes, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type BoxNoteCreate, tagOf } from "../../client/client.ts";
import { makeBoxNote, makeParcelBox } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a box note", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aParcelBox = await makeParcelBox(test.system);
  const body: BoxNoteCreate = {
    body_text: "Some body text",
  };
  const created = await client.boxNotes.create(aParcelBox.id, body);
  assert.deepEqual(
    await client.boxNotes.get(aParcelBox.id, created.id),
    created,
  );
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(
    client.boxNotes.create(aParcelBox.id, unknown),
    refusal(422),
  );
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a box note", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aParcelBox = await makeParcelBox(test.system);
  const aBoxNote = await makeBoxNote(test.system, {
    parcelBoxId: aParcelBox.id,
  });
  const found = await client.boxNotes.get(aParcelBox.id, aBoxNote.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.boxNotes.getIfChanged(aParcelBox.id, aBoxNote.id, same),
    undefined,
  );
  await assert.rejects(
    client.boxNotes.get(aParcelBox.id, crypto.randomUUID()),
    refusal(404),
  );
});

Deno.test("the client lists all box notes, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aParcelBox = await makeParcelBox(test.system);
  const stored = [
    await makeBoxNote(test.system, { parcelBoxId: aParcelBox.id }),
    await makeBoxNote(test.system, { parcelBoxId: aParcelBox.id }),
  ];
  const keys = new Set<unknown>();
  for await (
    const one of client.boxNotes.listAll(aParcelBox.id, { limit: 1 })
  ) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a box note", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "clerk");
  const aParcelBox = await makeParcelBox(test.system);
  const aBoxNote = await makeBoxNote(test.system, {
    parcelBoxId: aParcelBox.id,
  });
  const change = { body_text: "Changed" } as const;
  const changed = await client.boxNotes.patch(
    aParcelBox.id,
    aBoxNote.id,
    change,
  );
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a box note", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "clerk");
  const aParcelBox = await makeParcelBox(test.system);
  const aBoxNote = await makeBoxNote(test.system, {
    parcelBoxId: aParcelBox.id,
  });
  await client.boxNotes.delete(aParcelBox.id, aBoxNote.id);
  await assert.rejects(
    client.boxNotes.delete(aParcelBox.id, aBoxNote.id),
    refusal(404),
  );
});
