/**
 * The client about tickets, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf, type TicketCreate } from "../../client/client.ts";
import { makeTicket } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a ticket", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: TicketCreate = {
    code: "Some code",
    seat: "Some seat",
  };
  const created = await client.tickets.create(body);
  assert.deepEqual(await client.tickets.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.tickets.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a ticket", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTicket = await makeTicket(test.system);
  const found = await client.tickets.get(aTicket.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.tickets.getIfChanged(aTicket.id, {}, same),
    undefined,
  );
  const part = await client.tickets.get(aTicket.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.tickets.get(crypto.randomUUID()), refusal(404));
});
