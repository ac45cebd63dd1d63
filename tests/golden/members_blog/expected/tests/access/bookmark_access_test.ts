/**
 * Who may do what with bookmarks: every rule, tried by everybody.
 *
 * @module
 */
import { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { expectProblem } from "../../kit/testing.ts";
import { BOOKMARK_SPEC } from "../../models/bookmark.ts";
import { bookmarkBody, makeBookmark, makeUser } from "../samples.ts";
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
    path: BOOKMARK_SPEC.path,
    make: async () => {
      const made = await makeBookmark(test.system, { ownerId: owner.id });
      actorId = await who(test, made, owner.id);
      return made;
    },
    body: () => bookmarkBody(),
    client: () => test.as(actorId),
    find: async (id) => {
      const found = await test.system.bookmarkController.handleProcessRequest({
        operation: "get",
        id,
      });
      return found.ok ? found.value : undefined;
    },
  };
  await tryAccess(t, trial, steps);
}

Deno.test("what nobody who is signed in may do with bookmarks", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: 401 },
    { operation: "get", answer: 401 },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
  ]));

Deno.test("what the owner may do with bookmarks", (t) =>
  tryAs(t, (_test, _made, ownerId) => Promise.resolve(ownerId), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
  ]));

Deno.test("what another user may do with bookmarks", (t) =>
  tryAs(t, async (test) => (await makeUser(test.system)).id, [
    { operation: "list", answer: "own" },
    { operation: "get", answer: 404 },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 404 },
    { operation: "patch", answer: 404 },
    { operation: "delete", answer: 404 },
  ]));

Deno.test("what a user with the role admin may do with bookmarks", (t) =>
  tryAs(
    t,
    async (test) => (await makeUser(test.system, { role: "admin" })).id,
    [
      { operation: "list", answer: "own" },
      { operation: "get", answer: 404 },
      { operation: "create", answer: "allowed" },
      { operation: "replace", answer: 404 },
      { operation: "patch", answer: 404 },
      { operation: "delete", answer: 404 },
    ],
  ));

Deno.test("nobody makes a bookmark another's, or takes one", async () => {
  await using test = await startTestSystem();
  const other = await makeUser(test.system);
  const creator = await makeUser(test.system);
  const body = { ...bookmarkBody(), ownerId: other.id };
  expectProblem(
    await test.as(creator.id).post(BOOKMARK_SPEC.path, body),
    422,
    "ownerId",
  );
  const owner = await makeUser(test.system);
  const made = await makeBookmark(test.system, { ownerId: owner.id });
  const path = `${BOOKMARK_SPEC.path}/${made.id}`;
  expectProblem(
    await test.as(owner.id).patch(path, { ownerId: other.id }),
    422,
    "ownerId",
  );
});
