/**
 * The API of traits has each value that is in use, once.
 *
 * @module
 */
import { tenantValueTrials } from "../../kit/tenant_value_trials.ts";
import { type ValuesSubject, valueTrials } from "../../kit/value_trials.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { startTrialSystem } from "../trial_system.ts";

const SUBJECT: ValuesSubject = {
  path: "/api/traits",
  plural: "traits",
  entity: "animal",
  field: "traits",
  shape: API_SHAPE,
  errors: "fields",
  examples: [["Some traits"], ["Changed"]],
};
const TRIALS = [...valueTrials(SUBJECT), ...tenantValueTrials(SUBJECT)];

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
