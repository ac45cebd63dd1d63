/**
 * What clients can rely on: every endpoint of events, called in process.
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
import type { EventEntity } from "../../models/event.ts";
import { eventBody, makeEvent } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /events lists events page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeEvent(test.system);
  const second = await makeEvent(test.system);

  const page = await test.client.get<Page<EventEntity>>("/events?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<EventEntity>>(
    `/events?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /events sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeEvent(test.system);
  const second = await makeEvent(test.system, { title: "Changed" });

  const sorted = await test.client.get<Page<EventEntity>>("/events?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ title: String("Changed") });
  const filtered = await test.client.get<Page<EventEntity>>(
    `/events?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /events filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/events",
    entity: await makeEvent(test.system),
    fields: ["title", "state"],
    choices: { state: ["planned", "open", "over"] },
  });
});

Deno.test("GET /events?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeEvent(test.system);
  for (const field of ["title"]) {
    const q = `needle ${field}`;
    const anEvent = await makeEvent(test.system, { [field]: q });
    const found = await test.client.get<Page<EventEntity>>(
      `/events?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [anEvent]);
  }
});

Deno.test("GET /events refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/events?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/events?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/events?cursor=nonsense"), 400);
});

Deno.test("POST /events creates an event", async () => {
  await using test = await startTestSystem();
  const body = eventBody();

  const created = await test.client.post<EventEntity>("/events", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/events/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/events/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /events refuses what is not an event", async (t) => {
  await using test = await startTestSystem();
  const body = eventBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["title missing", { title: undefined }, "title"],
    ["title of the wrong type", { title: { not: "this" } }, "title"],
    ["title blank", { title: " " }, "title"],
    ["title too long", { title: "x".repeat(201) }, "title"],
    ["state of the wrong type", { state: { not: "this" } }, "state"],
    ["state of no known value", { state: "no such value" }, "state"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/events", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/events", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/events", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /events takes an event at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["title as long as it may be", { title: "x".repeat(200) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = eventBody();
      const created = await test.client.post<EventEntity>("/events", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /events/{id} reads one event", async () => {
  await using test = await startTestSystem();
  const anEvent = await makeEvent(test.system);
  const found = await test.client.get(`/events/${anEvent.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, anEvent);
  expectProblem(await test.client.get(`/events/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/events/no-uuid"), 404);
});

Deno.test("GET /events/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const anEvent = await makeEvent(test.system);
  await expectConditionalRead(test.client, `/events/${anEvent.id}`);
});

Deno.test("PUT /events/{id} replaces an event, never creates one", async () => {
  await using test = await startTestSystem();
  const anEvent = await makeEvent(test.system);
  const body = { ...eventBody() };
  const replaced = await test.client.put<EventEntity>(
    `/events/${anEvent.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: anEvent.id,
    createdAt: anEvent.createdAt,
  });
  expectProblem(
    await test.client.put(`/events/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /events/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const anEvent = await makeEvent(test.system);
  const changed = await test.client.patch<EventEntity>(
    `/events/${anEvent.id}`,
    { title: "Changed" },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anEvent,
    title: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/events/${anEvent.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/events/${anEvent.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/events/${anEvent.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/events/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /events/{id} deletes an event once", async () => {
  await using test = await startTestSystem();
  const anEvent = await makeEvent(test.system);
  assert.equal((await test.client.delete(`/events/${anEvent.id}`)).status, 204);
  expectProblem(await test.client.delete(`/events/${anEvent.id}`), 404);
});

Deno.test("/events/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anEvent = await makeEvent(test.system);
  const path = `/events/${anEvent.id}`;
  const body = { ...eventBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /events/{id}/open takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const anEvent = await makeEvent(test.system);
  const done = await test.client.post<EventEntity>(
    `/events/${anEvent.id}/open`,
  );
  assert.equal(done.status, 200);
  expectContains(done.body, { state: "open" });
  const again = await test.client.post(`/events/${anEvent.id}/open`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/events/${crypto.randomUUID()}/open`),
    404,
  );
});

Deno.test("POST /events/{id}/open takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anEvent = await makeEvent(test.system);
  const path = `/events/${anEvent.id}/open`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /events/{id}/open is refused in another state", async () => {
  await using test = await startTestSystem();
  const anEvent = await makeEvent(test.system, { state: "over" });
  expectProblem(await test.client.post(`/events/${anEvent.id}/open`), 409);
  const bypass = await test.client.patch(`/events/${anEvent.id}`, {
    state: "open",
  });
  expectProblem(bypass, 409);
});

Deno.test("POST /events/{id}/end takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const anEvent = await makeEvent(test.system);
  const done = await test.client.post<EventEntity>(`/events/${anEvent.id}/end`);
  assert.equal(done.status, 200);
  expectContains(done.body, { state: "over" });
  const again = await test.client.post(`/events/${anEvent.id}/end`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/events/${crypto.randomUUID()}/end`),
    404,
  );
});

Deno.test("POST /events/{id}/end takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anEvent = await makeEvent(test.system);
  const path = `/events/${anEvent.id}/end`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});
