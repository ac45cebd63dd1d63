/**
 * Whoever listens to seat requests is told what they could read at that moment, and nothing else.
 *
 * @module
 */
import { liveTrials } from "../../../kit/resource_live_trials.ts";
import { SEAT_REQUEST_SUBJECT } from "../../subjects/seat_request_subject.ts";
import { startTrialSystem } from "../../trial_system.ts";

const TRIALS = liveTrials(SEAT_REQUEST_SUBJECT, {
  listeners: [
    { title: "nobody who is signed in", who: { kind: "nobody" }, answer: 401 },
    { title: "the owner", who: { kind: "owner" }, answer: "allowed" },
    { title: "another user", who: { kind: "other" }, answer: "own" },
    {
      title: "a user with the role conductor",
      who: { kind: "other", role: "conductor" },
      answer: "allowed",
    },
  ],
  underUnseen: true,
});

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
