/**
 * Who may do what with articles: every rule, tried by everybody.
 *
 * @module
 */
import { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { expectProblem } from "../../kit/testing.ts";
import { ARTICLE_SPEC } from "../../models/article.ts";
import { articleBody, makeArticle, makeUser } from "../samples.ts";
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
    path: ARTICLE_SPEC.path,
    make: async () => {
      const made = await makeArticle(test.system, { authorId: owner.id });
      actorId = await who(test, made, owner.id);
      return made;
    },
    body: () => articleBody(),
    client: () => test.as(actorId),
    find: async (id) => {
      const found = await test.system.articleController.handleProcessRequest({
        operation: "get",
        id,
      });
      return found.ok ? found.value : undefined;
    },
  };
  await tryAccess(t, trial, steps);
}

Deno.test("what nobody who is signed in may do with articles", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
    { operation: "publish", answer: 401 },
    { operation: "retract", answer: 401 },
  ]));

Deno.test("what the owner may do with articles", (t) =>
  tryAs(t, (_test, _made, ownerId) => Promise.resolve(ownerId), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
    { operation: "publish", answer: 403 },
    { operation: "retract", answer: "allowed" },
  ]));

Deno.test("what another user may do with articles", (t) =>
  tryAs(t, async (test) => (await makeUser(test.system)).id, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
    { operation: "publish", answer: 403 },
    { operation: "retract", answer: 403 },
  ]));

Deno.test("what a user with the role editor may do with articles", (t) =>
  tryAs(
    t,
    async (test) => (await makeUser(test.system, { role: "editor" })).id,
    [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "create", answer: "allowed" },
      { operation: "replace", answer: "allowed" },
      { operation: "patch", answer: "allowed" },
      { operation: "delete", answer: "allowed" },
      { operation: "publish", answer: "allowed" },
      { operation: "retract", answer: "allowed" },
    ],
  ));

Deno.test("nobody makes an article another's, or takes one", async () => {
  await using test = await startTestSystem();
  const other = await makeUser(test.system);
  const creator = await makeUser(test.system);
  const body = { ...articleBody(), authorId: other.id };
  expectProblem(
    await test.as(creator.id).post(ARTICLE_SPEC.path, body),
    422,
    "authorId",
  );
  const owner = await makeUser(test.system);
  const made = await makeArticle(test.system, { authorId: owner.id });
  const path = `${ARTICLE_SPEC.path}/${made.id}`;
  expectProblem(
    await test.as(owner.id).patch(path, { authorId: other.id }),
    422,
    "authorId",
  );
});

Deno.test("nobody does by a body what they may not do by publish", async () => {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  const made = await makeArticle(test.system, { authorId: owner.id });
  const client = test.as(owner.id);
  expectProblem(
    await client.patch(`${ARTICLE_SPEC.path}/${made.id}`, {
      status: "published",
    }),
    403,
  );
  const body = { ...articleBody(), ...{ status: "published" } };
  expectProblem(await client.post(ARTICLE_SPEC.path, body), 403);
});
