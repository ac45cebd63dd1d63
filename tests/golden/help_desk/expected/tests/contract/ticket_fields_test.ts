/**
 * What clients can rely on: the fields of tickets that follow from others, or that no answer shows.
 *
 * @module
 */
import assert from "node:assert/strict";
import { expectProblem } from "../../kit/testing.ts";
import type { Ticket } from "../../models/ticket.ts";
import { ticketBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /tickets takes the secret, and no answer shows it", async () => {
  await using test = await startTestSystem();
  const body = { ...ticketBody(), secret: "Changed" };
  const created = await test.client.post<Ticket>("/tickets", body);
  assert.equal(created.status, 201, JSON.stringify(created.body));
  assert.equal(Object.hasOwn(created.body, "secret"), false);
  const listed = await test.client.get<{ items: Ticket[] }>("/tickets");
  assert.deepEqual(listed.body.items, [created.body]);
  const filter = new URLSearchParams({ secret: String(body.secret) });
  expectProblem(await test.client.get(`/tickets?${filter}`), 422, "secret");
  expectProblem(await test.client.get("/tickets?sort=secret"), 422, "sort");
});
