/**
 * Who may do what with animals: every rule, tried by everybody.
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
import { ANIMAL_SUBJECT } from "../subjects/animal_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Lets somebody try everything, each in a system of its own. */
function tryAs(
  t: Deno.TestContext,
  who: Intruder,
  steps: readonly ResourceStep[],
): Promise<void> {
  return tryResource(t, ANIMAL_SUBJECT, {
    start: startTrialSystem,
    who,
    steps,
  });
}

Deno.test("what nobody who is signed in may do with animals", (t) =>
  tryAs(t, { kind: "nobody" }, [
    { operation: "list", answer: 401 },
    { operation: "get", answer: 401 },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
    { operation: "heal", answer: 401 },
    { method: "POST", operation: "watch", answer: 401 },
    { method: "DELETE", operation: "watch", answer: 401 },
  ]));

Deno.test("what the owner may do with animals", (t) =>
  tryAs(t, { kind: "owner" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
    { operation: "heal", answer: 403 },
    { method: "POST", operation: "watch", answer: "allowed" },
    { method: "DELETE", operation: "watch", answer: "allowed" },
  ]));

Deno.test("what another user may do with animals", (t) =>
  tryAs(t, { kind: "other" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
    { operation: "heal", answer: 403 },
    { method: "POST", operation: "watch", answer: "allowed" },
    { method: "DELETE", operation: "watch", answer: "allowed" },
  ]));

Deno.test("what a user with the role vet may do with animals", (t) =>
  tryAs(t, { kind: "other", role: "vet" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
    { operation: "heal", answer: "allowed" },
    { method: "POST", operation: "watch", answer: "allowed" },
    { method: "DELETE", operation: "watch", answer: "allowed" },
  ]));

Deno.test("no token counts behind another word than the API's own", () =>
  tryWrongSchemes(ANIMAL_SUBJECT, startTrialSystem));

Deno.test("nobody makes an animal another's, or takes one", () =>
  tryTheft(ANIMAL_SUBJECT, startTrialSystem));
