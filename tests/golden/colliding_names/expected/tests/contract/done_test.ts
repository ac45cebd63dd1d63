/**
 * What clients can rely on: every endpoint of dones, called in process.
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
import type { Done } from "../../models/done.ts";
import { doneBody, makeDone } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /dones lists dones page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeDone(test.system);
  const second = await makeDone(test.system);

  const page = await test.client.get<Page<Done>>("/dones?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Done>>(
    `/dones?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /dones sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeDone(test.system);
  const second = await makeDone(test.system, { status: "a" });

  const sorted = await test.client.get<Page<Done>>("/dones?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ status: String("a") });
  const filtered = await test.client.get<Page<Done>>(`/dones?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /dones filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/dones",
    entity: await makeDone(test.system),
    fields: ["status"],
    choices: { status: ["a", "b"] },
  });
});

Deno.test("GET /dones refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/dones?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/dones?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/dones?cursor=nonsense"), 400);
});

Deno.test("POST /dones creates a done", async () => {
  await using test = await startTestSystem();
  const body = doneBody();

  const created = await test.client.post<Done>("/dones", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/dones/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/dones/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /dones refuses what is not a done", async (t) => {
  await using test = await startTestSystem();
  const body = doneBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/dones", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/dones", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/dones", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /dones takes a done at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["status of a", { status: "a" }],
    ["status of b", { status: "b" }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = doneBody();
      const created = await test.client.post<Done>("/dones", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /dones/{id} reads one done", async () => {
  await using test = await startTestSystem();
  const aDone = await makeDone(test.system);
  const found = await test.client.get(`/dones/${aDone.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aDone);
  expectProblem(await test.client.get(`/dones/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/dones/no-uuid"), 404);
});

Deno.test("GET /dones/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aDone = await makeDone(test.system);
  await expectConditionalRead(test.client, `/dones/${aDone.id}`);
});

Deno.test("PUT /dones/{id} replaces a done, never creates one", async () => {
  await using test = await startTestSystem();
  const aDone = await makeDone(test.system);
  const body = { ...doneBody() };
  const replaced = await test.client.put<Done>(`/dones/${aDone.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aDone.id,
    createdAt: aDone.createdAt,
  });
  expectProblem(
    await test.client.put(`/dones/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /dones/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aDone = await makeDone(test.system);
  const changed = await test.client.patch<Done>(`/dones/${aDone.id}`, {
    status: "a",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aDone,
    status: "a",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/dones/${aDone.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/dones/${aDone.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/dones/${aDone.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/dones/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /dones/{id} deletes a done once", async () => {
  await using test = await startTestSystem();
  const aDone = await makeDone(test.system);
  assert.equal((await test.client.delete(`/dones/${aDone.id}`)).status, 204);
  expectProblem(await test.client.delete(`/dones/${aDone.id}`), 404);
});

Deno.test("/dones/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aDone = await makeDone(test.system);
  const path = `/dones/${aDone.id}`;
  const body = { ...doneBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /dones/{id}/finish takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aDone = await makeDone(test.system);
  const done = await test.client.post<Done>(`/dones/${aDone.id}/finish`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "a" });
  const again = await test.client.post(`/dones/${aDone.id}/finish`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/dones/${crypto.randomUUID()}/finish`),
    404,
  );
});

Deno.test("POST /dones/{id}/finish takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aDone = await makeDone(test.system);
  const path = `/dones/${aDone.id}/finish`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});
