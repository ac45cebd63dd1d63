/**
 * The API of seat requests keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { SEAT_REQUEST_SUBJECT } from "../subjects/seat_request_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(SEAT_REQUEST_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
