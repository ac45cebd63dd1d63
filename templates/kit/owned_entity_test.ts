import { assertEquals } from "@std/assert";
import { decide, type EntityAccess } from "./access_rule.ts";
import type { Grant } from "./entity_request.ts";
import { OWNERSHIP } from "./owned_entity.ts";
import { failed, invalid, notFound, ok, unauthorized } from "./problem.ts";

const times = { createdAt: "", updatedAt: "" };
const NOTE = { id: "n1", teamId: "t1", authorId: "u1", ...times };
const ACCESS: EntityAccess = {
  owner: "authorId",
  tenant: "teamId",
  rules: { get: ["users"], patch: ["owner", "admin"], list: ["everyone"] },
};

Deno.test("decide() confines whatever it allows to the viewer's tenant, roles included", () => {
  const within = { field: "teamId", id: "t1" };
  for (const role of ["member", "admin"]) {
    const viewer = { id: "u2", role, tenant: "t1" };
    for (const operation of ["get", "patch", "list"]) {
      const granted = decide(ACCESS, operation, viewer);
      assertEquals(granted.ok && granted.value.within, within);
    }
  }
  assertEquals(decide(ACCESS, "list", undefined), failed(unauthorized()));
  assertEquals(decide(ACCESS, "list", { id: "u2" }), failed(unauthorized()));
});

Deno.test("OWNERSHIP tells nothing of what is another tenant's, whoever owns it", () => {
  const own = { field: "authorId", id: "u1", readable: true };
  const grant: Grant = { own, within: { field: "teamId", id: "t2" } };
  assertEquals(OWNERSHIP.refusal(grant, NOTE, "note"), notFound("note"));
  const here: Grant = { own, within: { field: "teamId", id: "t1" } };
  assertEquals(OWNERSHIP.refusal(here, NOTE, "note"), undefined);
});

Deno.test("OWNERSHIP filters lists by tenant and by owner, each once", () => {
  const own = { field: "authorId", id: "u1", readable: false };
  const grant: Grant = { own, within: { field: "teamId", id: "t1" } };
  const query = { limit: 9, sort: [], filters: [] };
  const filters = [
    { field: "authorId", value: "u1" },
    { field: "teamId", value: "t1" },
  ];
  const restricted = OWNERSHIP.list(grant, query);
  assertEquals(restricted, { ...query, filters });
  assertEquals(OWNERSHIP.list(grant, restricted), restricted);
});

Deno.test("OWNERSHIP gives what is made to the viewer's tenant; a body that names another is refused", () => {
  const grant: Grant = { within: { field: "teamId", id: "t1" } };
  assertEquals(OWNERSHIP.created(grant, {}), ok({ teamId: "t1" }));
  assertEquals(
    OWNERSHIP.created(grant, { teamId: "T1" }),
    ok({ teamId: "t1" }),
  );
  const message = "is that of whoever is signed in";
  for (const teamId of ["t2", null]) {
    assertEquals(
      OWNERSHIP.created(grant, { teamId }),
      failed(invalid([{ path: "teamId", message }])),
    );
  }
});
