/**
 * What attackers try with notices.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { NOTICE_SPEC } from "../../models/notice.ts";
import { makeNotice, noticeBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: NOTICE_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: noticeBody,
  make: ({ system }) => makeNotice(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
