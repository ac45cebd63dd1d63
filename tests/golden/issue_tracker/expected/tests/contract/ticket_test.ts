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
import { makeMember, makeTicket, ticketBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tickets lists tickets page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeTicket(test.system);
  const second = await makeTicket(test.system);

  const page = await test.client.get<Page<Ticket>>("/tickets?limit=1&sort=id");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Ticket>>(
    `/tickets?limit=1&sort=id&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /tickets sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeTicket(test.system);
  const second = await makeTicket(test.system, { labels: ["name"] });

  const sorted = await test.client.get<Page<Ticket>>("/tickets?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ labels: String("name") });
  const filtered = await test.client.get<Page<Ticket>>(`/tickets?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /tickets filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/tickets",
    entity: await makeTicket(test.system),
    fields: [
      "number",
      "title",
      "labels",
      "estimates",
      "watchers",
      "days",
      "dueDates",
      "assigneeId",
    ],
    choices: { days: ["mon", "tue", "wed", "thu", "fri"] },
  });
});

Deno.test("GET /tickets?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeTicket(test.system);
  for (const field of ["title"]) {
    const q = `needle ${field}`;
    const aTicket = await makeTicket(test.system, { [field]: q });
    const found = await test.client.get<Page<Ticket>>(
      `/tickets?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aTicket]);
  }
});

Deno.test("GET /tickets sorts by -createdAt,assigneeId unless it is told otherwise", async () => {
  await using test = await startTestSystem();
  for (let i = 0; i < 3; i++) await makeTicket(test.system);
  const plain = await test.client.get<Page<Ticket>>("/tickets?limit=2");
  const sorted = await test.client.get<Page<Ticket>>(
    "/tickets?limit=2&sort=-createdAt,assigneeId",
  );
  assert.deepEqual(plain.body, sorted.body);
  const rest = await test.client.get<Page<Ticket>>(
    `/tickets?limit=2&cursor=${plain.body.nextCursor}`,
  );
  assert.equal(rest.body.items.length, 1);
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
  const body = ticketBody();

  const created = await test.client.post<Ticket>("/tickets", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/tickets/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/tickets/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /tickets refuses what is not a ticket", async (t) => {
  await using test = await startTestSystem();
  const body = ticketBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["number sent", { number: 1 }, "number"],
    ["title missing", { title: undefined }, "title"],
    ["title of the wrong type", { title: { not: "this" } }, "title"],
    ["title blank", { title: " " }, "title"],
    ["title too long", { title: "x".repeat(121) }, "title"],
    ["labels of the wrong type", { labels: { not: "this" } }, "labels"],
    [
      "labels with an element of the wrong type",
      { labels: [{ not: "this" }] },
      "labels.0",
    ],
    [
      "labels with an element too long",
      { labels: ["x".repeat(41)] },
      "labels.0",
    ],
    [
      "labels with an element of another pattern",
      { labels: ["~~~"] },
      "labels.0",
    ],
    [
      "labels with too many elements",
      { labels: Array(21).fill("-odv----cn-") },
      "labels",
    ],
    [
      "estimates of the wrong type",
      { estimates: { not: "this" } },
      "estimates",
    ],
    ["estimates with an element of the wrong type", {
      estimates: [{ not: "this" }],
    }, "estimates.0"],
    ["estimates with an element too small", { estimates: [-1] }, "estimates.0"],
    [
      "estimates with an element too large",
      { estimates: [101] },
      "estimates.0",
    ],
    [
      "estimates with an element with too many decimals",
      { estimates: [9.51] },
      "estimates.0",
    ],
    [
      "estimates with too many elements",
      { estimates: Array(101).fill(9.5) },
      "estimates",
    ],
    ["watchers missing", { watchers: undefined }, "watchers"],
    ["watchers of the wrong type", { watchers: { not: "this" } }, "watchers"],
    ["watchers with an element of the wrong type", {
      watchers: [{ not: "this" }],
    }, "watchers.0"],
    ["watchers with an element too long", {
      watchers: ["x".repeat(255) + "@example.com"],
    }, "watchers.0"],
    [
      "watchers with an element malformed",
      { watchers: ["not this"] },
      "watchers.0",
    ],
    ["watchers with too many elements", {
      watchers: Array(101).fill("someone@example.com"),
    }, "watchers"],
    ["days of the wrong type", { days: { not: "this" } }, "days"],
    [
      "days with an element of the wrong type",
      { days: [{ not: "this" }] },
      "days.0",
    ],
    [
      "days with an element of no known value",
      { days: ["no such value"] },
      "days.0",
    ],
    ["days with too many elements", { days: Array(101).fill("mon") }, "days"],
    ["dueDates of the wrong type", { dueDates: { not: "this" } }, "dueDates"],
    ["dueDates with an element of the wrong type", {
      dueDates: [{ not: "this" }],
    }, "dueDates.0"],
    [
      "dueDates with an element malformed",
      { dueDates: ["not this"] },
      "dueDates.0",
    ],
    ["dueDates with too many elements", {
      dueDates: Array(101).fill("2030-01-15"),
    }, "dueDates"],
    [
      "assigneeId of the wrong type",
      { assigneeId: { not: "this" } },
      "assigneeId",
    ],
    [
      "assigneeId of nothing",
      { assigneeId: crypto.randomUUID() },
      "assigneeId",
    ],
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
    ["what it needs alone", {
      labels: undefined,
      estimates: undefined,
      days: undefined,
      dueDates: undefined,
    }, { labels: [], estimates: [], days: [], dueDates: [] }],
    ["title as long as it may be", { title: "x".repeat(120) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = ticketBody();
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

Deno.test("GET /tickets/{number} reads one ticket, too", async () => {
  await using test = await startTestSystem();
  await makeTicket(test.system);
  const aTicket = await makeTicket(test.system);
  const found = await test.client.get(`/tickets/${aTicket.number}`);
  assert.deepEqual([found.status, found.body], [200, aTicket]);
  expectProblem(await test.client.get("/tickets/no-such-one"), 404);
});

Deno.test("GET /tickets/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  await expectConditionalRead(test.client, `/tickets/${aTicket.id}`);
});

Deno.test("PUT /tickets/{id} replaces a ticket, never creates one", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  const body = { ...ticketBody(), dueDates: aTicket.dueDates };
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
    title: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aTicket,
    title: "Changed",
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

Deno.test("PATCH /tickets/{id} never changes number", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  expectProblem(
    await test.client.patch(`/tickets/${aTicket.id}`, { number: 1000000 }),
    422,
    "number",
  );
});

Deno.test("PATCH /tickets/{id} never changes dueDates", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  expectProblem(
    await test.client.patch(`/tickets/${aTicket.id}`, {
      dueDates: ["2031-02-20"],
    }),
    422,
    "dueDates",
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
  const body = { ...ticketBody(), dueDates: aTicket.dueDates };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /tickets/{id}/unassign takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system, {
    assigneeId: (await makeMember(test.system)).id,
  });
  const done = await test.client.post<Ticket>(
    `/tickets/${aTicket.id}/unassign`,
  );
  assert.equal(done.status, 200);
  expectContains(done.body, { assigneeId: null });
  const again = await test.client.post(`/tickets/${aTicket.id}/unassign`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/tickets/${crypto.randomUUID()}/unassign`),
    404,
  );
});

Deno.test("POST /tickets/{id}/unassign takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system, {
    assigneeId: (await makeMember(test.system)).id,
  });
  const path = `/tickets/${aTicket.id}/unassign`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});
