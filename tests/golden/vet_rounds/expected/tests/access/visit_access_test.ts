/**
 * Who may do what with visits: every rule, tried by everybody.
 *
 * @module
 */
import {
  type Intruder,
  type ResourceStep,
  tryResource,
  tryTheft,
  tryWrongSchemes,
} from "../../kit/resource_access_trials.ts";
import { VISIT_SUBJECT } from "../subjects/visit_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Lets somebody try everything, each in a system of its own. */
function tryAs(
  t: Deno.TestContext,
  who: Intruder,
  steps: readonly ResourceStep[],
): Promise<void> {
  return tryResource(t, VISIT_SUBJECT, { start: startTrialSystem, who, steps });
}

Deno.test("what nobody who is signed in may do with visits", (t) =>
  tryAs(t, { kind: "nobody" }, [
    { operation: "list", answer: 401 },
    { operation: "get", answer: 401 },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
    { operation: "restore", answer: 401 },
  ]));

Deno.test("what the owner may do with visits", (t) =>
  tryAs(t, { kind: "owner" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
    { operation: "restore", answer: "allowed" },
  ]));

Deno.test("what another user may do with visits", (t) =>
  tryAs(t, { kind: "other" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
    { operation: "restore", answer: 403 },
  ]));

Deno.test("what a user with the role vet may do with visits", (t) =>
  tryAs(t, { kind: "other", role: "vet" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
    { operation: "restore", answer: "allowed" },
  ]));

Deno.test("no token counts behind another word than the API's own", () =>
  tryWrongSchemes(VISIT_SUBJECT, startTrialSystem));

Deno.test("nobody makes a visit another's, or takes one", () =>
  tryTheft(VISIT_SUBJECT, startTrialSystem));
