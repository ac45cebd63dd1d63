/**
 * Who may do what with users: every rule, tried by everybody.
 *
 * @module
 */
import { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { expectProblem } from "../../kit/testing.ts";
import { USER_SPEC } from "../../models/user.ts";
import { makeUser, userBody } from "../samples.ts";
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
    path: USER_SPEC.path,
    make: async () => {
      const made = await makeUser(test.system);
      actorId = await who(test, made, owner.id);
      return made;
    },
    body: () => userBody(),
    client: () => test.as(actorId),
    find: async (id) => {
      const found = await test.system.userController.handleProcessRequest({
        operation: "get",
        id,
      });
      return found.ok ? found.value : undefined;
    },
  };
  await tryAccess(t, trial, steps);
}

Deno.test("what nobody who is signed in may do with users", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: 401 },
    { operation: "get", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
  ]));

Deno.test("what the owner may do with users", (t) =>
  tryAs(t, (_test, made) => Promise.resolve(made.id), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
  ]));

Deno.test("what another user may do with users", (t) =>
  tryAs(t, async (test) => (await makeUser(test.system)).id, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
  ]));

Deno.test("what a user with the role editor may do with users", (t) =>
  tryAs(
    t,
    async (test) => (await makeUser(test.system, { role: "editor" })).id,
    [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "replace", answer: 403 },
      { operation: "patch", answer: 403 },
      { operation: "delete", answer: 403 },
    ],
  ));

Deno.test("nobody gives themselves another role", async () => {
  await using test = await startTestSystem();
  const user = await makeUser(test.system);
  const client = test.as(user.id);
  const path = `${USER_SPEC.path}/${user.id}`;
  expectProblem(await client.patch(path, { role: "editor" }), 403);
});
