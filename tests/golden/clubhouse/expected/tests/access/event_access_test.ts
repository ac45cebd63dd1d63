/**
 * Who may do what with events: every rule, tried by everybody.
 *
 * @module
 */
import { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { expectProblem } from "../../kit/testing.ts";
import { EVENT_SPEC } from "../../models/event.ts";
import { eventBody, makeEvent, makeMember } from "../samples.ts";
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
  const owner = await makeMember(test.system);
  let actorId: string | undefined;
  const trial: AccessTrial = {
    path: EVENT_SPEC.path,
    make: async () => {
      const made = await makeEvent(test.system);
      actorId = await who(test, made, owner.id);
      return made;
    },
    body: () => eventBody(),
    client: () => test.as(actorId),
    find: async (id) => {
      const found = await test.system.eventController.handleProcessRequest({
        operation: "get",
        id,
      });
      return found.ok ? found.value : undefined;
    },
  };
  await tryAccess(t, trial, steps);
}

Deno.test("what nobody who is signed in may do with events", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
    { operation: "open", answer: 401 },
    { operation: "end", answer: 401 },
  ]));

Deno.test("what the owner may do with events", (t) =>
  tryAs(t, (_test, _made, ownerId) => Promise.resolve(ownerId), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: 403 },
    { operation: "open", answer: 403 },
    { operation: "end", answer: "allowed" },
  ]));

Deno.test("what another user may do with events", (t) =>
  tryAs(t, async (test) => (await makeMember(test.system)).id, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: 403 },
    { operation: "open", answer: 403 },
    { operation: "end", answer: "allowed" },
  ]));

Deno.test("what a user with the role organiser may do with events", (t) =>
  tryAs(
    t,
    async (test) => (await makeMember(test.system, { role: "organiser" })).id,
    [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "create", answer: "allowed" },
      { operation: "replace", answer: "allowed" },
      { operation: "patch", answer: "allowed" },
      { operation: "delete", answer: "allowed" },
      { operation: "open", answer: "allowed" },
      { operation: "end", answer: "allowed" },
    ],
  ));

Deno.test("nobody does by a body what they may not do by open", async () => {
  await using test = await startTestSystem();
  const owner = await makeMember(test.system);
  const made = await makeEvent(test.system);
  const client = test.as(owner.id);
  expectProblem(
    await client.patch(`${EVENT_SPEC.path}/${made.id}`, { state: "open" }),
    403,
  );
  const body = { ...eventBody(), ...{ state: "open" } };
  expectProblem(await client.post(EVENT_SPEC.path, body), 403);
});
