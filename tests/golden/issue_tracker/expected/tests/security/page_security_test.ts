/**
 * What attackers try with pages.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { PAGE_SPEC } from "../../models/page.ts";
import { makePage, pageBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: PAGE_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: pageBody,
  make: ({ system }) => makePage(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
