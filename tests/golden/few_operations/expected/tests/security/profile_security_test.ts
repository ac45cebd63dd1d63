/**
 * What attackers try with profiles.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { PROFILE_SPEC } from "../../models/profile.ts";
import { makeProfile, profileBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: PROFILE_SPEC,
  operations: ["replace"],
  actions: [],
  start: startTestSystem,
  body: profileBody,
  make: ({ system }) => makeProfile(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
