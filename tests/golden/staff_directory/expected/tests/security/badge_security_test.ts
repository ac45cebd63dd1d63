/**
 * What attackers try with badges.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { BADGE_SPEC } from "../../models/badge.ts";
import { badgeBody, makeBadge } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: BADGE_SPEC,
  operations: ["list", "get", "create", "replace"],
  actions: [],
  start: startTestSystem,
  body: ({ system }) => badgeBody(system),
  make: ({ system }) => makeBadge(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
