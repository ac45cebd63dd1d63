/**
 * What attackers try with settings.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { SETTING_SPEC } from "../../models/setting.ts";
import { makeSetting, settingBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: SETTING_SPEC,
  operations: ["patch"],
  actions: [],
  start: startTestSystem,
  body: settingBody,
  make: ({ system }) => makeSetting(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
