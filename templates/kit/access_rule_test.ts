import { assert, assertEquals } from "@std/assert";
import { decide, type EntityAccess } from "./access_rule.ts";

const ACCESS: EntityAccess = {
  owner: "authorId",
  assignsOwner: true,
  rules: {
    list: ["owner"],
    get: ["owner"],
    create: ["users"],
    patch: ["owner", "editor"],
    delete: [],
    publish: ["editor"],
  },
};

const OPEN: EntityAccess = {
  ...ACCESS,
  rules: { ...ACCESS.rules, list: ["everyone"] },
};

Deno.test("decide() lets an owner's thing be readable where others find it in the list", () => {
  const grant = decide(OPEN, "patch", { id: "a", role: "member" });
  assert(grant.ok);
  assertEquals(grant.value.own?.readable, true);
});

Deno.test("decide() asks nobody for a token where everyone may", () => {
  assert(decide(OPEN, "list", undefined).ok);
});

Deno.test("decide() denies what has no rule, an empty one, or only a name that objects inherit", () => {
  for (const operation of ["replace", "delete", "constructor", "__proto__"]) {
    const nobody = decide(ACCESS, operation, undefined);
    assert(!nobody.ok && nobody.problem.status === 401, operation);
    const editor = decide(ACCESS, operation, { id: "a", role: "editor" });
    assert(!editor.ok && editor.problem.status === 403, operation);
  }
});

Deno.test("decide() takes no role for a word of the rules", () => {
  const rules = { get: ["owner"], list: ["users"] };
  const access = { rules, owner: "id" };
  const viewer = { id: "a", role: "owner" };
  const grant = decide(access, "get", viewer);
  assert(grant.ok);
  assertEquals(grant.value.own?.id, "a");
  assert(!decide({ rules: { get: ["everyone2"] } }, "get", viewer).ok);
});

Deno.test("decide() grants an owner their own, whatever their role", () => {
  const grant = decide(ACCESS, "patch", { id: "a", role: "member" });
  assert(grant.ok);
  assertEquals(grant.value.own, {
    field: "authorId",
    id: "a",
    readable: false,
  });
  const all = decide(ACCESS, "patch", { id: "a", role: "editor" });
  assert(all.ok);
  assertEquals(all.value.own, undefined);
});

Deno.test("decide() assigns what is created, and withholds the actions of others", () => {
  const grant = decide(ACCESS, "create", { id: "a" });
  assert(grant.ok);
  assertEquals(grant.value.assigned, { field: "authorId", id: "a" });
  assertEquals(grant.value.withheld, [{ action: "publish" }]);
});

Deno.test("decide() makes nobody a keeper of roles by a rule for all users", () => {
  const access: EntityAccess = {
    role: "role",
    rules: { patch: ["users", "admin"], put: ["users"] },
  };
  const admin = decide(access, "patch", { id: "a", role: "admin" });
  assert(admin.ok);
  assertEquals(admin.value.kept, { field: "role", ofId: "a" });
  const member = decide(access, "patch", { id: "a", role: "member" });
  assert(member.ok);
  assertEquals(member.value.kept, { field: "role" });
});
