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
  const second = await makeTicket(test.system, { title: "Changed" });

  const sorted = await test.client.get<Page<Ticket>>("/tickets?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ title: String("Changed") });
  const filtered = await test.client.get<Page<Ticket>>(`/tickets?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /tickets filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/tickets",
    entity: await makeTicket(test.system),
    fields: ["title", "slug", "status", "customerId"],
    choices: { status: ["open", "closed"] },
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
    ["title missing", { title: undefined }, "title"],
    ["title of the wrong type", { title: { not: "this" } }, "title"],
    ["title blank", { title: " " }, "title"],
    ["title too long", { title: "x".repeat(121) }, "title"],
    ["slug sent", { slug: "some-words" }, "slug"],
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
    ["secret of the wrong type", { secret: { not: "this" } }, "secret"],
    ["secret too long", { secret: "x".repeat(41) }, "secret"],
    [
      "customerId of the wrong type",
      { customerId: { not: "this" } },
      "customerId",
    ],
    [
      "customerId of nothing",
      { customerId: crypto.randomUUID() },
      "customerId",
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

Deno.test("POST /tickets makes the slug of the title, with a number when it is taken", async () => {
  await using test = await startTestSystem();
  for (const slug of ["creme-brulee-cest-ca", "creme-brulee-cest-ca-2"]) {
    const body = { ...ticketBody(), title: "Crème brûlée: C'est ça!" };
    const created = await test.client.post<Ticket>("/tickets", body);
    assert.equal(created.status, 201);
    assert.equal(created.body.slug, slug);
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

Deno.test("GET /tickets/{slug} reads one ticket, too", async () => {
  await using test = await startTestSystem();
  await makeTicket(test.system);
  const aTicket = await makeTicket(test.system);
  const found = await test.client.get(`/tickets/${aTicket.slug}`);
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
  const body = { ...ticketBody(), customerId: aTicket.customerId };
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

Deno.test("PATCH /tickets/{id} never changes slug", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  expectProblem(
    await test.client.patch(`/tickets/${aTicket.id}`, { slug: "other-words" }),
    422,
    "slug",
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
  const body = { ...ticketBody(), customerId: aTicket.customerId };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /tickets/{id}/close takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  const done = await test.client.post<Ticket>(`/tickets/${aTicket.id}/close`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "closed" });
  const again = await test.client.post(`/tickets/${aTicket.id}/close`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/tickets/${crypto.randomUUID()}/close`),
    404,
  );
});

Deno.test("POST /tickets/{id}/close takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  const path = `/tickets/${aTicket.id}/close`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});
