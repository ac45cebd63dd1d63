/**
 * What clients can rely on: every endpoint of tickets, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  expectConditionalChange,
  expectConditionalRead,
} from "../../kit/expect_conditions.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Ticket } from "../../models/ticket.ts";
import { makeTicket, ticketBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

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
    ["code missing", { code: undefined }, "code"],
    ["code of the wrong type", { code: { not: "this" } }, "code"],
    ["code blank", { code: " " }, "code"],
    ["code too long", { code: "x".repeat(201) }, "code"],
    ["seat of the wrong type", { seat: { not: "this" } }, "seat"],
    ["seat too long", { seat: "x".repeat(201) }, "seat"],
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
    ["what it needs alone", { seat: undefined }, { seat: null }],
    ["code as long as it may be", { code: "x".repeat(200) }],
    ["seat as long as it may be", { seat: "x".repeat(200) }],
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

Deno.test("POST /tickets refuses a second ticket with the same code", async () => {
  await using test = await startTestSystem();
  const taken = (await makeTicket(test.system)).code;
  expectProblem(
    await test.client.post("/tickets", { ...ticketBody(), code: taken }),
    409,
    "code",
  );
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
  const body = { ...ticketBody(), code: aTicket.code };
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

Deno.test("/tickets/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aTicket = await makeTicket(test.system);
  const path = `/tickets/${aTicket.id}`;
  const body = { ...ticketBody(), code: aTicket.code };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
});

Deno.test("GET /tickets does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/tickets", { method: "GET" }), 405);
});

Deno.test("PATCH /tickets/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/tickets/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    405,
  );
});

Deno.test("DELETE /tickets/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/tickets/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    405,
  );
});
