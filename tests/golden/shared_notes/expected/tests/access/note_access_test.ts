/**
 * Who may do what with notes: every rule, tried by everybody.
 *
 * @module
 */
import { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { expectProblem } from "../../kit/testing.ts";
import { NOTE_SPEC } from "../../models/note.ts";
import { makeNote, makeUser, noteBody } from "../samples.ts";
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
    path: NOTE_SPEC.path,
    make: async () => {
      const made = await makeNote(test.system, { authorId: owner.id });
      actorId = await who(test, made, owner.id);
      return made;
    },
    body: () => noteBody(test.system),
    client: () => test.as(actorId),
    find: async (id) => {
      const found = await test.system.noteController.handleProcessRequest({
        operation: "get",
        id,
      });
      return found.ok ? found.value : undefined;
    },
  };
  await tryAccess(t, trial, steps);
}

Deno.test("what nobody who is signed in may do with notes", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: 401 },
    { operation: "get", answer: 401 },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
    { operation: "pin", answer: 401 },
  ]));

Deno.test("what the owner may do with notes", (t) =>
  tryAs(t, (_test, _made, ownerId) => Promise.resolve(ownerId), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
    { operation: "pin", answer: 403 },
  ]));

Deno.test("what another user may do with notes", (t) =>
  tryAs(t, async (test) => (await makeUser(test.system)).id, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
    { operation: "pin", answer: 403 },
  ]));

Deno.test("what a user with the role admin may do with notes", (t) =>
  tryAs(
    t,
    async (test) => (await makeUser(test.system, { role: "admin" })).id,
    [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "create", answer: "allowed" },
      { operation: "replace", answer: "allowed" },
      { operation: "patch", answer: "allowed" },
      { operation: "delete", answer: "allowed" },
      { operation: "pin", answer: "allowed" },
    ],
  ));

Deno.test("nobody makes a note another's, or takes one", async () => {
  await using test = await startTestSystem();
  const other = await makeUser(test.system);
  const creator = await makeUser(test.system);
  const body = { ...await noteBody(test.system), authorId: other.id };
  expectProblem(
    await test.as(creator.id).post(NOTE_SPEC.path, body),
    422,
    "authorId",
  );
  const owner = await makeUser(test.system);
  const made = await makeNote(test.system, { authorId: owner.id });
  const path = `${NOTE_SPEC.path}/${made.id}`;
  expectProblem(
    await test.as(owner.id).patch(path, { authorId: other.id }),
    422,
    "authorId",
  );
});

Deno.test("nobody does by a body what they may not do by pin", async () => {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  const made = await makeNote(test.system, { authorId: owner.id });
  const client = test.as(owner.id);
  expectProblem(
    await client.patch(`${NOTE_SPEC.path}/${made.id}`, { pinned: true }),
    403,
  );
  const body = { ...await noteBody(test.system), ...{ pinned: true } };
  expectProblem(await client.post(NOTE_SPEC.path, body), 403);
});
