/**
 * Who may do what with people: every rule, tried by everybody.
 *
 * @module
 */
import {
  type Intruder,
  type ResourceStep,
  tryResource,
  tryWrongSchemes,
} from "../../kit/resource_access_trials.ts";
import { PERSON_SUBJECT } from "../subjects/person_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Lets somebody try everything, each in a system of its own. */
function tryAs(
  t: Deno.TestContext,
  who: Intruder,
  steps: readonly ResourceStep[],
): Promise<void> {
  return tryResource(t, PERSON_SUBJECT, {
    start: startTrialSystem,
    who,
    steps,
  });
}

Deno.test("what nobody who is signed in may do with people", (t) =>
  tryAs(t, { kind: "nobody" }, [
    { operation: "get", answer: 401 },
  ]));

Deno.test("what the owner may do with people", (t) =>
  tryAs(t, { kind: "owner" }, [
    { operation: "get", answer: "allowed" },
  ]));

Deno.test("what another user may do with people", (t) =>
  tryAs(t, { kind: "other" }, [
    { operation: "get", answer: "allowed" },
  ]));

Deno.test("what a user with the role conductor may do with people", (t) =>
  tryAs(t, { kind: "other", role: "conductor" }, [
    { operation: "get", answer: "allowed" },
  ]));

Deno.test("no token counts behind another word than the API's own", () =>
  tryWrongSchemes(PERSON_SUBJECT, startTrialSystem));
