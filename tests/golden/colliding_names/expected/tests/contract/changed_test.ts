/**
 * What clients can rely on: every endpoint of changeds, called in process.
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
import type { Changed } from "../../models/changed.ts";
import { changedBody, makeChanged } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /changeds lists changeds page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeChanged(test.system);
  const second = await makeChanged(test.system);

  const page = await test.client.get<Page<Changed>>("/changeds?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Changed>>(
    `/changeds?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /changeds sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeChanged(test.system);
  const second = await makeChanged(test.system, { uu: "SRU" });

  const sorted = await test.client.get<Page<Changed>>("/changeds?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ uu: String("SRU") });
  const filtered = await test.client.get<Page<Changed>>(`/changeds?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /changeds filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/changeds",
    entity: await makeChanged(test.system),
    fields: ["uu"],
    choices: {},
  });
});

Deno.test("GET /changeds refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/changeds?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/changeds?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/changeds?cursor=nonsense"), 400);
});

Deno.test("POST /changeds creates a changed", async () => {
  await using test = await startTestSystem();
  const body = changedBody();

  const created = await test.client.post<Changed>("/changeds", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/changeds/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/changeds/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /changeds refuses what is not a changed", async (t) => {
  await using test = await startTestSystem();
  const body = changedBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["uu of the wrong type", { uu: { not: "this" } }, "uu"],
    ["uu too long", { uu: "x".repeat(201) }, "uu"],
    ["uu of another pattern", { uu: "~~~" }, "uu"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/changeds", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/changeds", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/changeds",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /changeds takes a changed at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { uu: undefined }, { uu: null }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = changedBody();
      const created = await test.client.post<Changed>("/changeds", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /changeds refuses a second changed with the same uu", async () => {
  await using test = await startTestSystem();
  const taken = (await makeChanged(test.system)).uu;
  expectProblem(
    await test.client.post("/changeds", { ...changedBody(), uu: taken }),
    409,
    "uu",
  );
});

Deno.test("GET /changeds/{id} reads one changed", async () => {
  await using test = await startTestSystem();
  const aChanged = await makeChanged(test.system);
  const found = await test.client.get(`/changeds/${aChanged.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aChanged);
  expectProblem(await test.client.get(`/changeds/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/changeds/no-uuid"), 404);
});

Deno.test("GET /changeds/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aChanged = await makeChanged(test.system);
  await expectConditionalRead(test.client, `/changeds/${aChanged.id}`);
});

Deno.test("PUT /changeds/{id} replaces a changed, never creates one", async () => {
  await using test = await startTestSystem();
  const aChanged = await makeChanged(test.system);
  const body = { ...changedBody() };
  const replaced = await test.client.put<Changed>(
    `/changeds/${aChanged.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aChanged.id,
    createdAt: aChanged.createdAt,
  });
  expectProblem(
    await test.client.put(`/changeds/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /changeds/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aChanged = await makeChanged(test.system);
  const changed = await test.client.patch<Changed>(`/changeds/${aChanged.id}`, {
    uu: "SRU",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aChanged,
    uu: "SRU",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/changeds/${aChanged.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/changeds/${aChanged.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/changeds/${aChanged.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/changeds/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /changeds/{id} deletes a changed once", async () => {
  await using test = await startTestSystem();
  const aChanged = await makeChanged(test.system);
  assert.equal(
    (await test.client.delete(`/changeds/${aChanged.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/changeds/${aChanged.id}`), 404);
});

Deno.test("/changeds/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aChanged = await makeChanged(test.system);
  const path = `/changeds/${aChanged.id}`;
  const body = { ...changedBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
