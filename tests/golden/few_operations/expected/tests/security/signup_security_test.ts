/**
 * What attackers try with signups.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { SIGNUP_SPEC } from "../../models/signup.ts";
import { makeSignup, signupBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: SIGNUP_SPEC,
  operations: ["create"],
  actions: [],
  start: startTestSystem,
  body: signupBody,
  make: ({ system }) => makeSignup(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
