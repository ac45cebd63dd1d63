/**
 * Who may do what with practices: every rule, tried by everybody.
 *
 * @module
 */
import {
  type Intruder,
  type ResourceStep,
  tryResource,
  tryWrongSchemes,
} from "../../kit/resource_access_trials.ts";
import { PRACTICE_SUBJECT } from "../subjects/practice_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Lets somebody try everything, each in a system of its own. */
function tryAs(
  t: Deno.TestContext,
  who: Intruder,
  steps: readonly ResourceStep[],
): Promise<void> {
  return tryResource(t, PRACTICE_SUBJECT, {
    start: startTrialSystem,
    who,
    steps,
  });
}

Deno.test("what nobody who is signed in may do with practices", (t) =>
  tryAs(t, { kind: "nobody" }, [
    { operation: "get", answer: 401 },
    { operation: "patch", answer: 401 },
  ]));

Deno.test("what the owner may do with practices", (t) =>
  tryAs(t, { kind: "owner" }, [
    { operation: "get", answer: "allowed" },
    { operation: "patch", answer: 403 },
  ]));

Deno.test("what another user may do with practices", (t) =>
  tryAs(t, { kind: "other" }, [
    { operation: "get", answer: "allowed" },
    { operation: "patch", answer: 403 },
  ]));

Deno.test("what a user with the role vet may do with practices", (t) =>
  tryAs(t, { kind: "other", role: "vet" }, [
    { operation: "get", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
  ]));

Deno.test("no token counts behind another word than the API's own", () =>
  tryWrongSchemes(PRACTICE_SUBJECT, startTrialSystem));
