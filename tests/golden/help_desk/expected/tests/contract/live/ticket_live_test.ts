/**
 * Live updates of tickets, as clients hear them: by server-sent events and by a WebSocket.
 *
 * @module
 */
import type { Entity } from "../../../kit/entity_spec.ts";
import { expectValue } from "../../../kit/expect_outcome.ts";
import { type LiveAnswer, tryLive } from "../../../kit/live_trial.ts";
import { TICKET_SPEC } from "../../../models/ticket.ts";
import { makeTicket, makeUser } from "../../samples.ts";
import { startTestSystem, type TestSystem } from "../../test_system.ts";

/** Somebody who listens: given the system, one that is there, and the id of whoever it belongs to. */
type Actor = (
  test: TestSystem,
  made: Entity,
  ownerId: string,
) => Promise<string | undefined>;

/** Lets somebody listen to a system of its own. */
async function tryAs(
  who: Actor,
  answer: LiveAnswer,
  state: Record<string, unknown> = {},
): Promise<void> {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  const make = async () =>
    await makeTicket(test.system, { customerId: owner.id, ...state });
  const listener = await who(test, await make(), owner.id);
  await tryLive({
    path: TICKET_SPEC.path,
    url: await test.system.apiGateway.listening,
    ...(listener === undefined ? {} : { token: await test.tokenOf(listener) }),
    witness: expectValue(
      test.system.liveFeed.handleSubscribe({ entity: "ticket" }),
    ),
    make,
    remove: async (id) =>
      (await test.system.ticketController.handleProcessRequest({
        operation: "delete",
        id,
      })).ok,
    stop: () => test.system.harness.stop(),
  }, answer);
}

Deno.test("what nobody who is signed in is told of tickets", () =>
  tryAs(() => Promise.resolve(undefined), 401));

Deno.test("what the owner is told of tickets", () =>
  tryAs((_test, _made, ownerId) => Promise.resolve(ownerId), "allowed"));

Deno.test("what another user is told of tickets", () =>
  tryAs(async (test) => (await makeUser(test.system)).id, "own"));

Deno.test("what a user with the role agent is told of tickets", () =>
  tryAs(
    async (test) => (await makeUser(test.system, { role: "agent" })).id,
    "allowed",
  ));
