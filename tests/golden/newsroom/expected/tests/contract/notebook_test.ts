/**
 * What clients can rely on: every endpoint of notebooks, called in process.
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
import type { Notebook } from "../../models/notebook.ts";
import { makeNotebook, notebookBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /notebooks lists notebooks page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeNotebook(test.system);
  const second = await makeNotebook(test.system);

  const page = await test.client.get<Page<Notebook>>("/notebooks?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Notebook>>(
    `/notebooks?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /notebooks sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeNotebook(test.system);
  const second = await makeNotebook(test.system, { name: "Changed" });

  const sorted = await test.client.get<Page<Notebook>>("/notebooks?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ name: String("Changed") });
  const filtered = await test.client.get<Page<Notebook>>(
    `/notebooks?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /notebooks filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/notebooks",
    entity: await makeNotebook(test.system),
    fields: ["name", "keeperId"],
    choices: {},
  });
});

Deno.test("GET /notebooks?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeNotebook(test.system);
  for (const field of ["name"]) {
    const q = `needle ${field}`;
    const aNotebook = await makeNotebook(test.system, { [field]: q });
    const found = await test.client.get<Page<Notebook>>(
      `/notebooks?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aNotebook]);
  }
});

Deno.test("GET /notebooks refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/notebooks?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/notebooks?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/notebooks?cursor=nonsense"), 400);
});

Deno.test("POST /notebooks creates a notebook", async () => {
  await using test = await startTestSystem();
  const body = notebookBody();

  const created = await test.client.post<Notebook>("/notebooks", body);
  assert.equal(created.status, 201);
  assert.equal(
    created.headers.get("location"),
    `/notebooks/${created.body.id}`,
  );
  expectContains(created.body, body);
  const found = await test.client.get(`/notebooks/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /notebooks refuses what is not a notebook", async (t) => {
  await using test = await startTestSystem();
  const body = notebookBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["name missing", { name: undefined }, "name"],
    ["name of the wrong type", { name: { not: "this" } }, "name"],
    ["name blank", { name: " " }, "name"],
    ["name too long", { name: "x".repeat(101) }, "name"],
    ["keeperId of the wrong type", { keeperId: { not: "this" } }, "keeperId"],
    ["keeperId of nothing", { keeperId: crypto.randomUUID() }, "keeperId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/notebooks", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/notebooks", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/notebooks",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /notebooks takes a notebook at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["name as long as it may be", { name: "x".repeat(100) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = notebookBody();
      const created = await test.client.post<Notebook>("/notebooks", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /notebooks/{id} reads one notebook", async () => {
  await using test = await startTestSystem();
  const aNotebook = await makeNotebook(test.system);
  const found = await test.client.get(`/notebooks/${aNotebook.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aNotebook);
  expectProblem(
    await test.client.get(`/notebooks/${crypto.randomUUID()}`),
    404,
  );
  expectProblem(await test.client.get("/notebooks/no-uuid"), 404);
});

Deno.test("GET /notebooks/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aNotebook = await makeNotebook(test.system);
  await expectConditionalRead(test.client, `/notebooks/${aNotebook.id}`);
});

Deno.test("PUT /notebooks/{id} replaces a notebook, never creates one", async () => {
  await using test = await startTestSystem();
  const aNotebook = await makeNotebook(test.system);
  const body = { ...notebookBody(), keeperId: aNotebook.keeperId };
  const replaced = await test.client.put<Notebook>(
    `/notebooks/${aNotebook.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aNotebook.id,
    createdAt: aNotebook.createdAt,
  });
  expectProblem(
    await test.client.put(`/notebooks/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /notebooks/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aNotebook = await makeNotebook(test.system);
  const changed = await test.client.patch<Notebook>(
    `/notebooks/${aNotebook.id}`,
    { name: "Changed" },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aNotebook,
    name: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/notebooks/${aNotebook.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/notebooks/${aNotebook.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/notebooks/${aNotebook.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/notebooks/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /notebooks/{id} deletes a notebook once", async () => {
  await using test = await startTestSystem();
  const aNotebook = await makeNotebook(test.system);
  assert.equal(
    (await test.client.delete(`/notebooks/${aNotebook.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/notebooks/${aNotebook.id}`), 404);
});

Deno.test("/notebooks/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aNotebook = await makeNotebook(test.system);
  const path = `/notebooks/${aNotebook.id}`;
  const body = { ...notebookBody(), keeperId: aNotebook.keeperId };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
