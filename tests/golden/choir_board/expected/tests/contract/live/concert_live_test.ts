/**
 * Whoever listens to concerts is told what they could read at that moment, and nothing else.
 *
 * @module
 */
import { liveTrials } from "../../../kit/resource_live_trials.ts";
import { CONCERT_SUBJECT } from "../../subjects/concert_subject.ts";
import { startTrialSystem } from "../../trial_system.ts";

const TRIALS = liveTrials(CONCERT_SUBJECT, {
  listeners: [
    {
      title: "nobody who is signed in",
      who: { kind: "nobody" },
      answer: "allowed",
    },
    { title: "the owner", who: { kind: "owner" }, answer: "allowed" },
    { title: "another user", who: { kind: "other" }, answer: "allowed" },
    {
      title: "a user with the role conductor",
      who: { kind: "other", role: "conductor" },
      answer: "allowed",
    },
  ],
  unseen: { state: "planned" },
});

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
