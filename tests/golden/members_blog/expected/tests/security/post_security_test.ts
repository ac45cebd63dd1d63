/**
 * What attackers try with posts.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { POST_SPEC } from "../../models/post.ts";
import { makePost, postBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: POST_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["publish"],
  start: startTestSystem,
  body: postBody,
  make: ({ system }) => makePost(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
