/**
 * Who may do what with posts: every rule, tried by everybody.
 *
 * @module
 */
import { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { expectProblem } from "../../kit/testing.ts";
import { POST_SPEC } from "../../models/post.ts";
import { makePost, makeUser, postBody } from "../samples.ts";
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
    path: POST_SPEC.path,
    make: async () => {
      const made = await makePost(test.system, { userId: owner.id });
      actorId = await who(test, made, owner.id);
      return made;
    },
    body: () => postBody(),
    client: () => test.as(actorId),
    find: async (id) => {
      const found = await test.system.postController.handleProcessRequest({
        operation: "get",
        id,
      });
      return found.ok ? found.value : undefined;
    },
  };
  await tryAccess(t, trial, steps);
}

Deno.test("what nobody who is signed in may do with posts", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
    { operation: "publish", answer: 401 },
  ]));

Deno.test("what the owner may do with posts", (t) =>
  tryAs(t, (_test, _made, ownerId) => Promise.resolve(ownerId), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
    { operation: "publish", answer: 403 },
  ]));

Deno.test("what another user may do with posts", (t) =>
  tryAs(t, async (test) => (await makeUser(test.system)).id, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
    { operation: "publish", answer: 403 },
  ]));

Deno.test("what a user with the role admin may do with posts", (t) =>
  tryAs(
    t,
    async (test) => (await makeUser(test.system, { role: "admin" })).id,
    [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "create", answer: "allowed" },
      { operation: "replace", answer: 403 },
      { operation: "patch", answer: 403 },
      { operation: "delete", answer: 403 },
      { operation: "publish", answer: "allowed" },
    ],
  ));

Deno.test("nobody makes a post another's, or takes one", async () => {
  await using test = await startTestSystem();
  const other = await makeUser(test.system);
  const creator = await makeUser(test.system);
  const body = { ...postBody(), userId: other.id };
  expectProblem(
    await test.as(creator.id).post(POST_SPEC.path, body),
    422,
    "userId",
  );
  const owner = await makeUser(test.system);
  const made = await makePost(test.system, { userId: owner.id });
  const path = `${POST_SPEC.path}/${made.id}`;
  expectProblem(
    await test.as(owner.id).patch(path, { userId: other.id }),
    422,
    "userId",
  );
});

Deno.test("nobody does by a body what they may not do by publish", async () => {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  const made = await makePost(test.system, { userId: owner.id });
  const client = test.as(owner.id);
  expectProblem(
    await client.patch(`${POST_SPEC.path}/${made.id}`, { status: "published" }),
    403,
  );
  const body = { ...postBody(), ...{ status: "published" } };
  expectProblem(await client.post(POST_SPEC.path, body), 403);
});
