/**
 * What attackers try with seat requests.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { SEAT_REQUEST_SUBJECT } from "../subjects/seat_request_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(SEAT_REQUEST_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
