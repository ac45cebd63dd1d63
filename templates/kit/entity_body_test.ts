import { assert, assertEquals } from "@std/assert";
import { patchedEntity } from "./entity_body.ts";
import { type Post, POST_SPEC } from "./example_blog.ts";
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
