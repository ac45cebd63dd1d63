/**
 * What attackers try with announcements.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { ANNOUNCEMENT_SPEC } from "../../models/announcement.ts";
import { announcementBody, makeAnnouncement } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: ANNOUNCEMENT_SPEC,
  operations: ["list"],
  actions: [],
  start: startTestSystem,
  body: announcementBody,
  make: ({ system }) => makeAnnouncement(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
