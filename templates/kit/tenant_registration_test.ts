import { assertEquals } from "@std/assert";
import type { EntityRequest } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import { failed, invalid, ok } from "./problem.ts";
import { tenancy } from "./tenant_registration.ts";

/** Opens tenants in a list. */
function opened() {
  const ids: string[] = [];
  const tenants = (request: EntityRequest) => {
    if (request.operation === "delete") {
      ids.splice(ids.indexOf(request.id), 1);
      return Promise.resolve(ok(null));
    }
    if (request.operation !== "create" || request.body.name === "") {
      const errors = [{ path: "name", message: "must not be blank" }];
      return Promise.resolve(failed(invalid(errors)));
    }
    const id = `t${ids.length + 1}`;
    ids.push(id);
    return Promise.resolve(ok<Entity>({ id, createdAt: "", updatedAt: "" }));
  };
  const founder = { field: "role", value: "admin" };
  return {
    ids,
    tenancy: tenancy({ name: "team", field: "teamId", founder, tenants }),
  };
}

Deno.test("tenancy() opens a tenant for whoever registers, who leads it, and takes it back", async () => {
  const { ids, tenancy } = opened();
  const body = { email: "a@b.example", team: { name: "A" } };
  const joined = await tenancy.join(body, undefined);
  if (!joined.ok) throw new Error(joined.problem.detail);
  const user = { email: "a@b.example", role: "admin", teamId: "t1" };
  assertEquals(joined.value.user, user);
  assertEquals(ids, ["t1"]);
  await joined.value.undo();
  assertEquals(ids, []);
});

Deno.test("tenancy() lets settings say what the founder is, and nobody whose tenant it is", async () => {
  const { tenancy } = opened();
  const body = { role: "owner", teamId: "t9", team: { name: "A" } };
  const joined = await tenancy.join(body, undefined);
  if (!joined.ok) throw new Error(joined.problem.detail);
  assertEquals(joined.value.user, { role: "owner", teamId: "t1" });
});

Deno.test("tenancy() says below its name what is wrong with a tenant, and opens none without", async () => {
  const { ids, tenancy } = opened();
  assertEquals(
    await tenancy.join({ team: { name: "" } }, undefined),
    failed(invalid([{ path: "team.name", message: "must not be blank" }])),
  );
  for (const team of [undefined, null, "A", []]) {
    assertEquals(
      await tenancy.join({ team }, undefined),
      failed(invalid([{ path: "team", message: "is required" }])),
    );
  }
  assertEquals(ids, []);
});

Deno.test("tenancy() lets whom somebody creates join theirs, and opens none", async () => {
  const { ids, tenancy } = opened();
  const creator = { id: "u1", tenant: "t7" };
  const joined = await tenancy.join({ email: "a@b.example" }, creator);
  if (!joined.ok) throw new Error(joined.problem.detail);
  assertEquals(joined.value.user, { email: "a@b.example", teamId: "t7" });
  const theirs = "is that of whoever is signed in";
  assertEquals(
    await tenancy.join({ team: { name: "A" } }, creator),
    failed(invalid([{ path: "team", message: theirs }])),
  );
  assertEquals(ids, []);
});
