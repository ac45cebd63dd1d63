/**
 * Who may do what with comments: every rule, tried by everybody.
 *
 * @module
 */
import { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { COMMENT_SPEC } from "../../models/comment.ts";
import { commentBody, makeComment, makeUser } from "../samples.ts";
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
    path: COMMENT_SPEC.path,
    make: async () => {
      const made = await makeComment(test.system, { writerId: owner.id });
      actorId = await who(test, made, owner.id);
      return made;
    },
    body: () => commentBody(test.system),
    client: () => test.as(actorId),
    find: async (id) => {
      const found = await test.system.commentController.handleProcessRequest({
        operation: "get",
        id,
      });
      return found.ok ? found.value : undefined;
    },
  };
  await tryAccess(t, trial, steps);
}

Deno.test("what nobody who is signed in may do with comments", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: 401 },
    { operation: "delete", answer: 401 },
  ]));

Deno.test("what the owner may do with comments", (t) =>
  tryAs(t, (_test, _made, ownerId) => Promise.resolve(ownerId), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
  ]));

Deno.test("what another user may do with comments", (t) =>
  tryAs(t, async (test) => (await makeUser(test.system)).id, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "delete", answer: 403 },
  ]));

Deno.test("what a user with the role editor may do with comments", (t) =>
  tryAs(
    t,
    async (test) => (await makeUser(test.system, { role: "editor" })).id,
    [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "create", answer: "allowed" },
      { operation: "delete", answer: "allowed" },
    ],
  ));

Deno.test("what a user with the role admin may do with comments", (t) =>
  tryAs(
    t,
    async (test) => (await makeUser(test.system, { role: "admin" })).id,
    [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "create", answer: "allowed" },
      { operation: "delete", answer: 403 },
    ],
  ));
