/**
 * Who may do what with audit entries: every rule, tried by everybody.
 *
 * @module
 */
import { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { AUDIT_ENTRY_SPEC } from "../../models/audit_entry.ts";
import { auditEntryBody, makeAuditEntry, makeUser } from "../samples.ts";
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
    path: AUDIT_ENTRY_SPEC.path,
    make: async () => {
      const made = await makeAuditEntry(test.system);
      actorId = await who(test, made, owner.id);
      return made;
    },
    body: () => auditEntryBody(),
    client: () => test.as(actorId),
    find: async (id) => {
      const found = await test.system.auditEntryController.handleProcessRequest(
        { operation: "get", id },
      );
      return found.ok ? found.value : undefined;
    },
  };
  await tryAccess(t, trial, steps);
}

Deno.test("what nobody who is signed in may do with audit entries", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: 401 },
    { operation: "get", answer: 401 },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
  ]));

Deno.test("what the owner may do with audit entries", (t) =>
  tryAs(t, (_test, _made, ownerId) => Promise.resolve(ownerId), [
    { operation: "list", answer: 403 },
    { operation: "get", answer: 403 },
    { operation: "create", answer: 403 },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
  ]));

Deno.test("what another user may do with audit entries", (t) =>
  tryAs(t, async (test) => (await makeUser(test.system)).id, [
    { operation: "list", answer: 403 },
    { operation: "get", answer: 403 },
    { operation: "create", answer: 403 },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
  ]));

Deno.test("what a user with the role editor may do with audit entries", (t) =>
  tryAs(
    t,
    async (test) => (await makeUser(test.system, { role: "editor" })).id,
    [
      { operation: "list", answer: 403 },
      { operation: "get", answer: 403 },
      { operation: "create", answer: 403 },
      { operation: "replace", answer: 403 },
      { operation: "patch", answer: 403 },
      { operation: "delete", answer: 403 },
    ],
  ));

Deno.test("what a user with the role admin may do with audit entries", (t) =>
  tryAs(
    t,
    async (test) => (await makeUser(test.system, { role: "admin" })).id,
    [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "create", answer: 403 },
      { operation: "replace", answer: 403 },
      { operation: "patch", answer: 403 },
      { operation: "delete", answer: 403 },
    ],
  ));
