/**
 * Who may do what with tickets: every rule, tried by everybody.
 *
 * @module
 */
import { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { expectProblem } from "../../kit/testing.ts";
import { TICKET_SPEC } from "../../models/ticket.ts";
import { makeTicket, makeUser, ticketBody } from "../samples.ts";
import { startTestSystem, type TestSystem } from "../test_system.ts";

/** Somebody who tries: given the system and the entity, the id of who it is. */
type Actor = (
  test: TestSystem,
  made: Entity,
  ownerId: string,
) => Promise<string | undefined>;

/** Lets somebody try everything in a system of its own. */
async function tryAs(
  t: Deno.TestContext,
  who: Actor,
  steps: Parameters<typeof tryAccess>[2],
): Promise<void> {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  let actorId: string | undefined;
  const trial: AccessTrial = {
    path: TICKET_SPEC.path,
    make: async () => {
      const made = await makeTicket(test.system, { customerId: owner.id });
      actorId = await who(test, made, owner.id);
      return made;
    },
    body: () => ticketBody(),
    client: () => test.as(actorId),
    find: async (id) => {
      const found = await test.system.ticketController.handleProcessRequest({
        operation: "get",
        id,
      });
      return found.ok ? found.value : undefined;
    },
  };
  await tryAccess(t, trial, steps);
}

Deno.test("what nobody who is signed in may do with tickets", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: 401 },
    { operation: "get", answer: 401 },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
    { operation: "close", answer: 401 },
  ]));

Deno.test("what the owner may do with tickets", (t) =>
  tryAs(t, (_test, _made, ownerId) => Promise.resolve(ownerId), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
    { operation: "close", answer: 403 },
  ]));

Deno.test("what another user may do with tickets", (t) =>
  tryAs(t, async (test) => (await makeUser(test.system)).id, [
    { operation: "list", answer: "own" },
    { operation: "get", answer: 404 },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 404 },
    { operation: "patch", answer: 404 },
    { operation: "delete", answer: 404 },
    { operation: "close", answer: 403 },
  ]));

Deno.test("what a user with the role agent may do with tickets", (t) =>
  tryAs(
    t,
    async (test) => (await makeUser(test.system, { role: "agent" })).id,
    [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "create", answer: "allowed" },
      { operation: "replace", answer: "allowed" },
      { operation: "patch", answer: "allowed" },
      { operation: "delete", answer: "allowed" },
      { operation: "close", answer: "allowed" },
    ],
  ));

Deno.test("nobody makes a ticket another's, or takes one", async () => {
  await using test = await startTestSystem();
  const other = await makeUser(test.system);
  const creator = await makeUser(test.system);
  const body = { ...ticketBody(), customerId: other.id };
  expectProblem(
    await test.as(creator.id).post(TICKET_SPEC.path, body),
    422,
    "customerId",
  );
  const owner = await makeUser(test.system);
  const made = await makeTicket(test.system, { customerId: owner.id });
  const path = `${TICKET_SPEC.path}/${made.id}`;
  expectProblem(
    await test.as(owner.id).patch(path, { customerId: other.id }),
    422,
    "customerId",
  );
});

Deno.test("nobody does by a body what they may not do by close", async () => {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  const made = await makeTicket(test.system, { customerId: owner.id });
  const client = test.as(owner.id);
  expectProblem(
    await client.patch(`${TICKET_SPEC.path}/${made.id}`, { status: "closed" }),
    403,
  );
  const body = { ...ticketBody(), ...{ status: "closed" } };
  expectProblem(await client.post(TICKET_SPEC.path, body), 403);
});
