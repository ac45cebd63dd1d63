/**
 * Who may do what with notices: every rule, tried by everybody.
 *
 * @module
 */
import { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { NOTICE_SPEC } from "../../models/notice.ts";
import { makeNotice, makeUser, noticeBody } from "../samples.ts";
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
  state: Record<string, unknown> = {},
): Promise<void> {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  let actorId: string | undefined;
  const trial: AccessTrial = {
    path: NOTICE_SPEC.path,
    make: async () => {
      const made = await makeNotice(test.system, state);
      actorId = await who(test, made, owner.id);
      return made;
    },
    body: () => noticeBody(),
    client: () => test.as(actorId),
    find: async (id) => {
      const found = await test.system.noticeController.handleProcessRequest({
        operation: "get",
        id,
      });
      return found.ok ? found.value : undefined;
    },
  };
  await tryAccess(t, trial, steps);
}

Deno.test("what nobody who is signed in may do with notices", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
  ]));

Deno.test("what the owner may do with notices", (t) =>
  tryAs(t, (_test, _made, ownerId) => Promise.resolve(ownerId), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: 403 },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
  ]));

Deno.test("what another user may do with notices", (t) =>
  tryAs(t, async (test) => (await makeUser(test.system)).id, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: 403 },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
  ]));

Deno.test("what a user with the role agent may do with notices", (t) =>
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
    ],
  ));

Deno.test("what nobody who is signed in may do with notices that not everybody sees", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: "own" },
    { operation: "get", answer: 404 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
  ], { draft: true }));

Deno.test("what the owner may do with notices that not everybody sees", (t) =>
  tryAs(t, (_test, _made, ownerId) => Promise.resolve(ownerId), [
    { operation: "list", answer: "own" },
    { operation: "get", answer: 404 },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
  ], { draft: true }));

Deno.test("what another user may do with notices that not everybody sees", (t) =>
  tryAs(t, async (test) => (await makeUser(test.system)).id, [
    { operation: "list", answer: "own" },
    { operation: "get", answer: 404 },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
  ], { draft: true }));

Deno.test("what a user with the role agent may do with notices that not everybody sees", (t) =>
  tryAs(
    t,
    async (test) => (await makeUser(test.system, { role: "agent" })).id,
    [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "replace", answer: "allowed" },
      { operation: "patch", answer: "allowed" },
      { operation: "delete", answer: "allowed" },
    ],
    { draft: true },
  ));
