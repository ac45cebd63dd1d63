/**
 * Who may do what with members: every rule, tried by everybody.
 *
 * @module
 */
import { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { expectProblem } from "../../kit/testing.ts";
import { MEMBER_SPEC } from "../../models/member.ts";
import { makeMember, memberBody } from "../samples.ts";
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
    path: MEMBER_SPEC.path,
    make: async () => {
      const made = await makeMember(test.system);
      actorId = await who(test, made, owner.id);
      return made;
    },
    body: () => memberBody(),
    client: () => test.as(actorId),
    find: async (id) => {
      const found = await test.system.memberController.handleProcessRequest({
        operation: "get",
        id,
      });
      return found.ok ? found.value : undefined;
    },
  };
  await tryAccess(t, trial, steps);
}

Deno.test("what nobody who is signed in may do with members", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: 401 },
    { operation: "get", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
    { operation: "retire", answer: 401 },
  ]));

Deno.test("what the owner may do with members", (t) =>
  tryAs(t, (_test, made) => Promise.resolve(made.id), [
    { operation: "list", answer: 403 },
    { operation: "get", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: 403 },
    { operation: "retire", answer: 403 },
  ]));

Deno.test("what another user may do with members", (t) =>
  tryAs(t, async (test) => (await makeMember(test.system)).id, [
    { operation: "list", answer: 403 },
    { operation: "get", answer: 404 },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 404 },
    { operation: "delete", answer: 403 },
    { operation: "retire", answer: 403 },
  ]));

Deno.test("what a user with the role organiser may do with members", (t) =>
  tryAs(
    t,
    async (test) => (await makeMember(test.system, { role: "organiser" })).id,
    [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "replace", answer: 403 },
      { operation: "patch", answer: "allowed" },
      { operation: "delete", answer: 403 },
      { operation: "retire", answer: "allowed" },
    ],
  ));

Deno.test("nobody gives themselves another role", async () => {
  await using test = await startTestSystem();
  const user = await makeMember(test.system);
  const client = test.as(user.id);
  const path = `${MEMBER_SPEC.path}/${user.id}`;
  expectProblem(await client.patch(path, { role: "organiser" }), 403);
  const keeper = await makeMember(test.system, { role: "organiser" });
  const own = `${MEMBER_SPEC.path}/${keeper.id}`;
  expectProblem(await test.as(keeper.id).patch(own, { role: "guest" }), 403);
  const given = await test.as(keeper.id).patch<{ role: string }>(path, {
    role: "organiser",
  });
  if (given.body.role !== "organiser") {
    throw new Error("a role could not be given");
  }
});

Deno.test("nobody does by a body what they may not do by retire", async () => {
  await using test = await startTestSystem();
  const made = await makeMember(test.system);
  const client = test.as(made.id);
  expectProblem(
    await client.patch(`${MEMBER_SPEC.path}/${made.id}`, { active: false }),
    403,
  );
});
