/**
 * What attackers try with tags.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { TAG_SPEC } from "../../models/tag.ts";
import { makeTag, tagBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: TAG_SPEC,
  operations: ["list", "get", "create", "replace"],
  actions: [],
  start: startTestSystem,
  body: tagBody,
  make: ({ system }) => makeTag(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
