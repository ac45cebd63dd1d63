/**
 * What clients can rely on: every endpoint of tickets, called in process.
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
import type { Ticket } from "../../models/ticket.ts";
import { makeTicket, ticketBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tickets lists tickets page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeTicket(test.system);
  const second = await makeTicket(test.system);

  const page = await test.client.get<Page<Ticket>>("/tickets?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Ticket>>(
    `/tickets?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /tickets sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeTicket(test.system);
  const second = await makeTicket(test.system, { seat: "Changed" });

  const sorted = await test.client.get<Page<Ticket>>("/tickets?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ seat: String("Changed") });
  const filtered = await test.client.get<Page<Ticket>>(`/tickets?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /tickets filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/tickets",
    entity: await makeTicket(test.system),
    fields: ["seat", "status", "usedAt", "eventId"],
    choices: { status: ["sold", "used"] },
  });
});

Deno.test("GET /tickets refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/tickets?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/tickets?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/tickets?cursor=nonsense"), 400);
});

Deno.test("POST /tickets creates a ticket", async () => {
  await using test = await startTestSystem();
  const body = await ticketBody(test.system);

  const created = await test.client.post<Ticket>("/tickets", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/tickets/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/tickets/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /tickets refuses what is not a ticket", async (t) => {
  await using test = await startTestSystem();
  const body = await ticketBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    ["seat missing", { seat: undefined }, "seat"],
    ["seat of the wrong type", { seat: { not: "this" } }, "seat"],
    ["seat blank", { seat: " " }, "seat"],
    ["seat too long", { seat: "x".repeat(11) }, "seat"],
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
    ["usedAt of the wrong type", { usedAt: { not: "this" } }, "usedAt"],
    ["usedAt malformed", { usedAt: "not this" }, "usedAt"],
    ["pin of the wrong type", { pin: { not: "this" } }, "pin"],
    ["pin too long", { pin: "x".repeat(21) }, "pin"],
    ["eventId missing", { eventId: undefined }, "eventId"],
    ["eventId of the wrong type", { eventId: { not: "this" } }, "eventId"],
    ["eventId of nothing", { eventId: crypto.randomUUID() }, "eventId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/tickets", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/tickets", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/tickets", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /tickets takes a ticket at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { usedAt: undefined }, { usedAt: null }],
    ["seat as long as it may be", { seat: "x".repeat(10) }],
    ["status of sold", { status: "sold" }],
    ["status of used", { status: "used" }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await ticketBody(test.system);
      const created = await test.client.post<Ticket>("/tickets", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /tickets/{id} reads one ticket", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  const found = await test.client.get(`/tickets/${aTicket.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aTicket);
  expectProblem(await test.client.get(`/tickets/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/tickets/no-uuid"), 404);
});

Deno.test("GET /tickets/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  await expectConditionalRead(test.client, `/tickets/${aTicket.id}`);
});

Deno.test("PUT /tickets/{id} replaces a ticket, never creates one", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  const body = { ...await ticketBody(test.system) };
  const replaced = await test.client.put<Ticket>(
    `/tickets/${aTicket.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aTicket.id,
    createdAt: aTicket.createdAt,
  });
  expectProblem(
    await test.client.put(`/tickets/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /tickets/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  const changed = await test.client.patch<Ticket>(`/tickets/${aTicket.id}`, {
    seat: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aTicket,
    seat: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/tickets/${aTicket.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/tickets/${aTicket.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/tickets/${aTicket.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/tickets/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /tickets/{id} deletes a ticket once", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  assert.equal(
    (await test.client.delete(`/tickets/${aTicket.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/tickets/${aTicket.id}`), 404);
});

Deno.test("/tickets/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  const path = `/tickets/${aTicket.id}`;
  const body = { ...await ticketBody(test.system) };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /tickets/{id}/admit takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  const done = await test.client.post<Ticket>(`/tickets/${aTicket.id}/admit`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "used" });
  assert.ok(Date.parse(String(done.body.usedAt)) > 0, "usedAt is no time");
  const again = await test.client.post(`/tickets/${aTicket.id}/admit`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/tickets/${crypto.randomUUID()}/admit`),
    404,
  );
});

Deno.test("POST /tickets/{id}/admit takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  const path = `/tickets/${aTicket.id}/admit`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});
