/**
 * What holds for every book, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryInteger, arbitraryText } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Book } from "../../models/book.ts";
import { makeBook } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /books keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    title: arbitraryText({ min: 1, max: 50 }),
    author: fc.option(arbitraryText({ min: 0, max: 50 })),
    isbn: fc.option(arbitraryText({ min: 0, max: 50 })),
    publishedYear: fc.option(
      arbitraryInteger({ min: undefined, max: undefined }),
    ),
    numberOfCopies: fc.option(arbitraryInteger({ min: 0, max: undefined })),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Book>("/books", body);
      if (created.status === 409) return; // The run has made one like it before.
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/books/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /books survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/books";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /books/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/books/${(await makeBook(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /books/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/books/${(await makeBook(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /books survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "title",
    "author",
    "isbn",
    "publishedYear",
    "numberOfCopies",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/books?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
