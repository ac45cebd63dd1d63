/**
 * What attackers try with comments.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { COMMENT_SPEC } from "../../models/comment.ts";
import { commentBody, makeComment } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: COMMENT_SPEC,
  operations: ["list", "get", "create", "delete"],
  actions: [],
  start: startTestSystem,
  body: ({ system }) => commentBody(system),
  make: ({ system }) => makeComment(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
