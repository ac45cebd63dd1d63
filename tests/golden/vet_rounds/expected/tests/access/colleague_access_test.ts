/**
 * Who may do what with colleagues: every rule, tried by everybody.
 *
 * @module
 */
import {
  type Intruder,
  type ResourceStep,
  tryResource,
  tryWrongSchemes,
} from "../../kit/resource_access_trials.ts";
import { COLLEAGUE_SUBJECT } from "../subjects/colleague_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Lets somebody try everything, each in a system of its own. */
function tryAs(
  t: Deno.TestContext,
  who: Intruder,
  steps: readonly ResourceStep[],
): Promise<void> {
  return tryResource(t, COLLEAGUE_SUBJECT, {
    start: startTrialSystem,
    who,
    steps,
  });
}

Deno.test("what nobody who is signed in may do with colleagues", (t) =>
  tryAs(t, { kind: "nobody" }, [
    { operation: "list", answer: 401 },
    { operation: "get", answer: 401 },
    { operation: "delete", answer: 401 },
  ]));

Deno.test("what the owner may do with colleagues", (t) =>
  tryAs(t, { kind: "owner" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "delete", answer: 403 },
  ]));

Deno.test("what another user may do with colleagues", (t) =>
  tryAs(t, { kind: "other" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "delete", answer: 403 },
  ]));

Deno.test("what a user with the role vet may do with colleagues", (t) =>
  tryAs(t, { kind: "other", role: "vet" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
  ]));

Deno.test("no token counts behind another word than the API's own", () =>
  tryWrongSchemes(COLLEAGUE_SUBJECT, startTrialSystem));
