/**
 * The API of tags has each value that is in use, once.
 *
 * @module
 */
import { valueTrials } from "../../kit/value_trials.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { startTrialSystem } from "../trial_system.ts";

const TRIALS = valueTrials({
  path: "/api/tags",
  plural: "tags",
  entity: "book",
  field: "tags",
  shape: API_SHAPE,
  errors: "messages",
  examples: [["Some tags"], ["Changed"]],
});

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
