/**
 * Two tenants, and everybody of the second tries everything of the first.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tryOtherTenant } from "../../kit/tenant_trial.ts";
import { expectProblem } from "../../kit/testing.ts";
import { USER_SPEC } from "../../models/user.ts";
import { ORGANISATION_SPEC } from "../../models/organisation.ts";
import { NOTEBOOK_SPEC } from "../../models/notebook.ts";
import { NOTE_SPEC } from "../../models/note.ts";
import {
  home,
  makeNote,
  makeNotebook,
  makeOrganisation,
  makeUser,
  noteBody,
  notebookBody,
  organisationBody,
  userBody,
} from "../samples.ts";
import { startTestSystem, type TestSystem } from "../test_system.ts";

/** The roles of the second tenant's users. */
const ROLES: readonly (string | undefined)[] = ["member", "admin"];

/** Makes a user of a tenant of their own. */
async function stranger(test: TestSystem, role?: string): Promise<string> {
  const { id } = await makeOrganisation(test.system);
  const user = await makeUser(test.system, {
    organisationId: id,
    ...(role === undefined ? {} : { role }),
  });
  return user.id;
}

Deno.test("organisations of another tenant are not there", async (t) => {
  for (const role of ROLES) {
    await t.step(role ?? "user", async () => {
      await using test = await startTestSystem();
      const trial = {
        spec: ORGANISATION_SPEC,
        made: await home(test.system),
        client: test.as(await stranger(test, role)),
        role,
        find: async (id: string) => {
          const found = await test.system.organisationController
            .handleProcessRequest({ operation: "get", id });
          return found.ok ? found.value : undefined;
        },
      };
      await tryOtherTenant(trial, [
        { operation: "list", rule: ["users"] },
        { operation: "get", rule: ["users"] },
        { operation: "replace", rule: [] },
        { operation: "patch", rule: ["admin"] },
        { operation: "delete", rule: [] },
      ]);
    });
  }
});

Deno.test("users of another tenant are not there", async (t) => {
  for (const role of ROLES) {
    await t.step(role ?? "user", async () => {
      await using test = await startTestSystem();
      const trial = {
        spec: USER_SPEC,
        made: await makeUser(test.system),
        client: test.as(await stranger(test, role)),
        role,
        find: async (id: string) => {
          const found = await test.system.userController.handleProcessRequest({
            operation: "get",
            id,
          });
          return found.ok ? found.value : undefined;
        },
      };
      await tryOtherTenant(trial, [
        { operation: "list", rule: ["users"] },
        { operation: "get", rule: ["users"] },
        { operation: "replace", rule: [] },
        { operation: "patch", rule: ["owner", "admin"] },
        { operation: "delete", rule: ["admin"] },
      ]);
    });
  }
});

Deno.test("notebooks of another tenant are not there", async (t) => {
  for (const role of ROLES) {
    await t.step(role ?? "user", async () => {
      await using test = await startTestSystem();
      const trial = {
        spec: NOTEBOOK_SPEC,
        made: await makeNotebook(test.system),
        client: test.as(await stranger(test, role)),
        role,
        find: async (id: string) => {
          const found = await test.system.notebookController
            .handleProcessRequest({ operation: "get", id });
          return found.ok ? found.value : undefined;
        },
      };
      await tryOtherTenant(trial, [
        { operation: "list", rule: ["users"] },
        { operation: "get", rule: ["users"] },
        { operation: "replace", rule: ["admin"] },
        { operation: "patch", rule: ["admin"] },
        { operation: "delete", rule: ["admin"] },
      ]);
    });
  }
});

Deno.test("notebooks are made in one's own tenant, of what is there", async () => {
  await using test = await startTestSystem();
  const { id: elsewhere } = await makeOrganisation(test.system);
  const user = await makeUser(test.system, { role: "admin" });
  const client = test.as(user.id);
  const body = await notebookBody();
  expectProblem(
    await client.post(NOTEBOOK_SPEC.path, {
      ...body,
      organisationId: elsewhere,
    }),
    422,
    "organisationId",
  );
});

Deno.test("notes of another tenant are not there", async (t) => {
  for (const role of ROLES) {
    await t.step(role ?? "user", async () => {
      await using test = await startTestSystem();
      const trial = {
        spec: NOTE_SPEC,
        made: await makeNote(test.system),
        client: test.as(await stranger(test, role)),
        role,
        find: async (id: string) => {
          const found = await test.system.noteController.handleProcessRequest({
            operation: "get",
            id,
          });
          return found.ok ? found.value : undefined;
        },
      };
      await tryOtherTenant(trial, [
        { operation: "list", rule: ["users"] },
        { operation: "get", rule: ["users"] },
        { operation: "replace", rule: ["owner", "admin"] },
        { operation: "patch", rule: ["owner", "admin"] },
        { operation: "delete", rule: ["owner", "admin"] },
        { operation: "pin", rule: ["admin"] },
      ]);
    });
  }
});

Deno.test("notes are made in one's own tenant, of what is there", async () => {
  await using test = await startTestSystem();
  const { id: elsewhere } = await makeOrganisation(test.system);
  const user = await makeUser(test.system);
  const client = test.as(user.id);
  const body = await noteBody(test.system);
  expectProblem(
    await client.post(NOTE_SPEC.path, { ...body, organisationId: elsewhere }),
    422,
    "organisationId",
  );
  const outsider = test.as(await stranger(test, user.role));
  const notebookId = (await makeNotebook(test.system)).id;
  expectProblem(
    await outsider.post(NOTE_SPEC.path, { ...body, notebookId }),
    422,
    "notebookId",
  );
  const reviewerId = (await makeUser(test.system)).id;
  expectProblem(
    await outsider.post(NOTE_SPEC.path, { ...body, reviewerId }),
    422,
    "reviewerId",
  );
});

/** What an answer to a registration says of the user. */
interface Member {
  readonly organisationId: string;
  readonly role?: string;
}

Deno.test("whoever registers opens a tenant of their own, as admin", async () => {
  await using test = await startTestSystem();
  const client = test.as();
  const { id } = await home(test.system);
  const wish = { ...await userBody(), password: "a long password" };
  const body = { ...wish, organisation: await organisationBody() };
  expectProblem(await client.post("/auth/register", wish), 422, "organisation");
  expectProblem(
    await client.post("/auth/register", { ...body, organisationId: id }),
    422,
    "organisationId",
  );
  const made = await client.post<{ user: Member }>("/auth/register", body);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  assert.notEqual(made.body.user.organisationId, id);
  assert.equal(made.body.user.role, "admin");
});

Deno.test("who is refused leaves no tenant behind", async () => {
  await using test = await startTestSystem();
  const { email } = await makeUser(test.system);
  const count = async () => {
    const query = { limit: 200, sort: [], filters: [] };
    const reply = await test.system.organisationController.handleProcessRequest(
      { operation: "list", query },
    );
    return reply.ok && reply.value !== null && "items" in reply.value
      ? reply.value.items.length
      : undefined;
  };
  const before = await count();
  const body = {
    ...await userBody(),
    email,
    organisation: await organisationBody(),
  };
  expectProblem(
    await test.as().post("/auth/register", {
      ...body,
      password: "a long password",
    }),
    409,
  );
  assert.equal(await count(), before);
});

Deno.test("whom somebody creates joins their tenant, as member", async () => {
  await using test = await startTestSystem();
  const inviter = await makeUser(test.system, { role: "admin" });
  const client = test.as(inviter.id);
  const body = { ...await userBody(), password: "a long password" };
  const opened = { ...body, organisation: await organisationBody() };
  expectProblem(
    await client.post("/auth/register", opened),
    422,
    "organisation",
  );
  const made = await client.post<{ organisationId: string; role?: string }>(
    "/auth/register",
    body,
  );
  assert.equal(made.status, 201, JSON.stringify(made.body));
  assert.equal(made.body.organisationId, inviter.organisationId);
  assert.equal(made.body.role, "member");
});
