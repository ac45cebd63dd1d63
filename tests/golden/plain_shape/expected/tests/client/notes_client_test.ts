/**
 * The client about notes, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type NoteCreate } from "../../client/client.ts";
import { makeNote } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a note", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: NoteCreate = {
    text: "Some text",
  };
  const created = await client.notes.create(body);
  assert.deepEqual(await client.notes.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.notes.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a note", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aNote = await makeNote(test.system);
  const found = await client.notes.get(aNote.id);
  assert.equal(typeof found, "object");
  await assert.rejects(client.notes.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all notes, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeNote(test.system), await makeNote(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.notes.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a note", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aNote = await makeNote(test.system);
  const change = { text: "Changed" } as const;
  const changed = await client.notes.patch(aNote.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a note", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aNote = await makeNote(test.system);
  await client.notes.delete(aNote.id);
  await assert.rejects(client.notes.delete(aNote.id), refusal(404));
});
