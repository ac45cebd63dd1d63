import { assert, assertEquals } from "@std/assert";
import { createdEntity, patchedEntity, replacedEntity } from "./entity_body.ts";
import type { JsonObject } from "./entity_request.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { type Post, POST_SPEC } from "./example_blog.ts";
import { ok } from "./problem.ts";
import { sampleEntity } from "./sample_entity.ts";

Deno.test("patchedEntity() lets no JSON field become larger than a body can be", () => {
  const half = "x".repeat(600_000);
  const post = sampleEntity<Post>(POST_SPEC, 1, { meta: { a: half } });
  const refused = patchedEntity(POST_SPEC, post, { meta: { b: half } });
  assert(!refused.ok);
  assertEquals([refused.problem.status, refused.problem.errors], [422, [{
    path: "meta",
    message: "must have at most 1048576 characters as JSON",
  }]]);
  const exchanged = { meta: { a: null, b: half } };
  assert(patchedEntity(POST_SPEC, post, exchanged).ok);
});

Deno.test("createdEntity() spells defaults as values are kept", () => {
  const spec: EntitySpec = {
    ...POST_SPEC,
    fields: {
      key: { kind: "uuid", column: "key", nullable: false },
      tea: { kind: "time", column: "tea", nullable: false },
    },
  };
  const defaults = {
    key: "01890A5D-AC96-774B-BCCE-B302099A8057",
    tea: "16:00",
  };
  const now = "2030-01-01T00:00:00.000Z";
  const created = createdEntity(spec, defaults, { id: "1", now, body: {} });
  assert(created.ok);
  assertEquals(created.value, {
    id: "1",
    createdAt: now,
    updatedAt: now,
    key: "01890a5d-ac96-774b-bcce-b302099a8057",
    tea: "16:00:00",
  } as never);
});

Deno.test("a list begins empty, is never null, and its elements are spelled as values are kept", () => {
  const spec: EntitySpec = {
    ...POST_SPEC,
    fields: {
      times: { kind: "list", items: "time", column: "times", nullable: false },
      ids: { kind: "list", items: "uuid", column: "ids", nullable: false },
    },
  };
  const now = "2030-01-01T00:00:00.000Z";
  const create = (body: JsonObject) =>
    createdEntity<Entity>(spec, {}, { id: "1", now, body });
  const server = { id: "1", createdAt: now, updatedAt: now };
  assertEquals(create({}), ok({ ...server, times: [], ids: [] }));
  const made = create({ times: ["16:00"], ids: ["01890A5D-AC96"] });
  const times = ["16:00:00"];
  const current = { ...server, times, ids: ["01890a5d-ac96"] };
  assertEquals(made, ok(current));
  const replaced = replacedEntity(spec, {}, { current, body: { times } });
  assertEquals(replaced, ok({ ...current, ids: [] }));
  assert(!patchedEntity(spec, current, { times: null }).ok);
  assert(!create({ times: ["\0"] }).ok);
});
