/**
 * What clients can rely on: every endpoint of books, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import {
  expectConditionalChange,
  expectConditionalRead,
} from "../../kit/expect_conditions.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Book } from "../../models/book.ts";
import { bookBody, makeBook } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /books lists books page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeBook(test.system);
  const second = await makeBook(test.system);

  const page = await test.client.get<Page<Book>>("/books?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Book>>(
    `/books?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /books sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeBook(test.system);
  const second = await makeBook(test.system, { title: "Changed" });

  const sorted = await test.client.get<Page<Book>>("/books?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ title: String("Changed") });
  const filtered = await test.client.get<Page<Book>>(`/books?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /books filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/books",
    entity: await makeBook(test.system),
    fields: ["title", "author", "isbn", "publishedYear", "numberOfCopies"],
    choices: {},
  });
});

Deno.test("GET /books?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeBook(test.system);
  for (const field of ["title", "author", "isbn"]) {
    const q = `needle ${field}`;
    const aBook = await makeBook(test.system, { [field]: q });
    const found = await test.client.get<Page<Book>>(
      `/books?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aBook]);
  }
});

Deno.test("GET /books refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/books?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/books?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/books?cursor=nonsense"), 400);
});

Deno.test("POST /books creates a book", async () => {
  await using test = await startTestSystem();
  const body = bookBody();

  const created = await test.client.post<Book>("/books", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/books/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/books/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /books refuses what is not a book", async (t) => {
  await using test = await startTestSystem();
  const body = bookBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["title missing", { title: undefined }, "title"],
    ["title of the wrong type", { title: { not: "this" } }, "title"],
    ["title blank", { title: " " }, "title"],
    ["title too long", { title: "x".repeat(201) }, "title"],
    ["author of the wrong type", { author: { not: "this" } }, "author"],
    ["author too long", { author: "x".repeat(201) }, "author"],
    ["isbn of the wrong type", { isbn: { not: "this" } }, "isbn"],
    ["isbn too long", { isbn: "x".repeat(201) }, "isbn"],
    [
      "publishedYear of the wrong type",
      { publishedYear: { not: "this" } },
      "publishedYear",
    ],
    [
      "numberOfCopies of the wrong type",
      { numberOfCopies: { not: "this" } },
      "numberOfCopies",
    ],
    ["numberOfCopies too small", { numberOfCopies: -1 }, "numberOfCopies"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/books", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/books", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/books", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /books takes a book at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", {
      author: undefined,
      isbn: undefined,
      publishedYear: undefined,
      numberOfCopies: undefined,
    }, { author: null, isbn: null, publishedYear: null, numberOfCopies: null }],
    ["title as long as it may be", { title: "x".repeat(200) }],
    ["author as long as it may be", { author: "x".repeat(200) }],
    ["isbn as long as it may be", { isbn: "x".repeat(200) }],
    ["numberOfCopies at least 0", { numberOfCopies: 0 }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = bookBody();
      const created = await test.client.post<Book>("/books", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /books refuses a second book with the same isbn", async () => {
  await using test = await startTestSystem();
  const taken = (await makeBook(test.system)).isbn;
  expectProblem(
    await test.client.post("/books", { ...bookBody(), isbn: taken }),
    409,
    "isbn",
  );
});

Deno.test("GET /books/{id} reads one book", async () => {
  await using test = await startTestSystem();
  const aBook = await makeBook(test.system);
  const found = await test.client.get(`/books/${aBook.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aBook);
  expectProblem(await test.client.get(`/books/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/books/no-uuid"), 404);
});

Deno.test("GET /books/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aBook = await makeBook(test.system);
  await expectConditionalRead(test.client, `/books/${aBook.id}`);
});

Deno.test("PUT /books/{id} replaces a book, never creates one", async () => {
  await using test = await startTestSystem();
  const aBook = await makeBook(test.system);
  const body = { ...bookBody() };
  const replaced = await test.client.put<Book>(`/books/${aBook.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aBook.id,
    createdAt: aBook.createdAt,
  });
  expectProblem(
    await test.client.put(`/books/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /books/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aBook = await makeBook(test.system);
  const changed = await test.client.patch<Book>(`/books/${aBook.id}`, {
    title: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aBook,
    title: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/books/${aBook.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/books/${aBook.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/books/${aBook.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/books/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /books/{id} deletes a book once", async () => {
  await using test = await startTestSystem();
  const aBook = await makeBook(test.system);
  assert.equal((await test.client.delete(`/books/${aBook.id}`)).status, 204);
  expectProblem(await test.client.delete(`/books/${aBook.id}`), 404);
});

Deno.test("/books/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aBook = await makeBook(test.system);
  const path = `/books/${aBook.id}`;
  const body = { ...bookBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
