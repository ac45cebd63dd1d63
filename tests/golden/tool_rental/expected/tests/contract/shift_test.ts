/**
 * What clients can rely on: every endpoint of shifts, called in process.
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
import {
  expectNoOverlap,
  expectTakenOnce,
  type OverlapTrial,
} from "../../kit/expect_no_overlap.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Shift } from "../../models/shift.ts";
import { makeShift, shiftBody } from "../samples.ts";
import { startTestSystem, type TestSystem } from "../test_system.ts";

Deno.test("GET /shifts lists shifts page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeShift(test.system);
  const second = await makeShift(test.system);

  const page = await test.client.get<Page<Shift>>("/shifts?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Shift>>(
    `/shifts?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /shifts sorts", async () => {
  await using test = await startTestSystem();
  const first = await makeShift(test.system);
  const second = await makeShift(test.system);

  const sorted = await test.client.get<Page<Shift>>("/shifts?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
});

Deno.test("GET /shifts filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/shifts",
    entity: await makeShift(test.system),
    fields: ["firstDay", "freeDay"],
    choices: {},
  });
});

Deno.test("GET /shifts refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/shifts?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/shifts?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/shifts?cursor=nonsense"), 400);
});

Deno.test("POST /shifts creates a shift", async () => {
  await using test = await startTestSystem();
  const body = shiftBody();

  const created = await test.client.post<Shift>("/shifts", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/shifts/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/shifts/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /shifts refuses what is not a shift", async (t) => {
  await using test = await startTestSystem();
  const body = shiftBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["firstDay of the wrong type", { firstDay: { not: "this" } }, "firstDay"],
    ["firstDay malformed", { firstDay: "not this" }, "firstDay"],
    ["freeDay of the wrong type", { freeDay: { not: "this" } }, "freeDay"],
    ["freeDay malformed", { freeDay: "not this" }, "freeDay"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/shifts", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/shifts", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/shifts", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /shifts lets no two shifts overlap from firstDay to freeDay", async (t) => {
  const trial = (test: TestSystem): OverlapTrial => {
    return {
      client: test.client,
      path: "/shifts",
      ends: ["firstDay", "freeDay"],
      points: [
        "2030-05-10",
        "2030-05-11",
        "2030-05-12",
        "2030-05-13",
        "2030-05-14",
      ],
      body: () => ({ ...shiftBody() }),
      moves: true,
    };
  };
  await t.step("one after another", async () => {
    await using test = await startTestSystem();
    await expectNoOverlap(trial(test));
  });
  await t.step("all at once", async () => {
    await using test = await startTestSystem();
    await expectTakenOnce(trial(test));
  });
});

Deno.test("GET /shifts/{id} reads one shift", async () => {
  await using test = await startTestSystem();
  const aShift = await makeShift(test.system);
  const found = await test.client.get(`/shifts/${aShift.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aShift);
  expectProblem(await test.client.get(`/shifts/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/shifts/no-uuid"), 404);
});

Deno.test("GET /shifts/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aShift = await makeShift(test.system);
  await expectConditionalRead(test.client, `/shifts/${aShift.id}`);
});

Deno.test("PUT /shifts/{id} replaces a shift, never creates one", async () => {
  await using test = await startTestSystem();
  const aShift = await makeShift(test.system);
  const body = { ...shiftBody() };
  const replaced = await test.client.put<Shift>(`/shifts/${aShift.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aShift.id,
    createdAt: aShift.createdAt,
  });
  expectProblem(
    await test.client.put(`/shifts/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /shifts/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aShift = await makeShift(test.system);
  const same = await test.client.patch(`/shifts/${aShift.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/shifts/${aShift.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/shifts/${aShift.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/shifts/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /shifts/{id} deletes a shift once", async () => {
  await using test = await startTestSystem();
  const aShift = await makeShift(test.system);
  assert.equal((await test.client.delete(`/shifts/${aShift.id}`)).status, 204);
  expectProblem(await test.client.delete(`/shifts/${aShift.id}`), 404);
});

Deno.test("/shifts/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aShift = await makeShift(test.system);
  const path = `/shifts/${aShift.id}`;
  const body = { ...shiftBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
