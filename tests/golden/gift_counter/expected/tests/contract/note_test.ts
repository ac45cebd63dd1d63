/**
 * What clients can rely on: every endpoint of notes, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import { expectConditionalRead } from "../../kit/expect_conditions.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Note } from "../../models/note.ts";
import { makeNote, noteBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /notes lists notes page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeNote(test.system);
  const second = await makeNote(test.system);

  const page = await test.client.get<Page<Note>>("/notes?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Note>>(
    `/notes?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /notes sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeNote(test.system);
  const second = await makeNote(test.system, { text: "Changed" });

  const sorted = await test.client.get<Page<Note>>("/notes?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ text: String("Changed") });
  const filtered = await test.client.get<Page<Note>>(`/notes?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /notes filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/notes",
    entity: await makeNote(test.system),
    fields: ["text"],
    choices: {},
  });
});

Deno.test("GET /notes?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeNote(test.system);
  for (const field of ["text"]) {
    const q = `needle ${field}`;
    const aNote = await makeNote(test.system, { [field]: q });
    const found = await test.client.get<Page<Note>>(
      `/notes?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aNote]);
  }
});

Deno.test("GET /notes refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/notes?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/notes?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/notes?cursor=nonsense"), 400);
});

Deno.test("POST /notes creates a note", async () => {
  await using test = await startTestSystem();
  const body = noteBody();

  const created = await test.client.post<Note>("/notes", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/notes/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/notes/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /notes refuses what is not a note", async (t) => {
  await using test = await startTestSystem();
  const body = noteBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["text missing", { text: undefined }, "text"],
    ["text of the wrong type", { text: { not: "this" } }, "text"],
    ["text blank", { text: " " }, "text"],
    ["text too long", { text: "x".repeat(10001) }, "text"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/notes", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/notes", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/notes", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /notes takes a note at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["text as long as it may be", { text: "x".repeat(10000) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = noteBody();
      const created = await test.client.post<Note>("/notes", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /notes/{id} reads one note", async () => {
  await using test = await startTestSystem();
  const aNote = await makeNote(test.system);
  const found = await test.client.get(`/notes/${aNote.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aNote);
  expectProblem(await test.client.get(`/notes/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/notes/no-uuid"), 404);
});

Deno.test("GET /notes/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aNote = await makeNote(test.system);
  await expectConditionalRead(test.client, `/notes/${aNote.id}`);
});
