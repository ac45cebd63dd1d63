/**
 * Who may do what with seat requests: every rule, tried by everybody.
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
import { SEAT_REQUEST_SUBJECT } from "../subjects/seat_request_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Lets somebody try everything, each in a system of its own. */
function tryAs(
  t: Deno.TestContext,
  who: Intruder,
  steps: readonly ResourceStep[],
): Promise<void> {
  return tryResource(t, SEAT_REQUEST_SUBJECT, {
    start: startTrialSystem,
    who,
    steps,
  });
}

Deno.test("what nobody who is signed in may do with seat requests", (t) =>
  tryAs(t, { kind: "nobody" }, [
    { operation: "list", answer: 401 },
    { operation: "get", answer: 401 },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
  ]));

Deno.test("what the owner may do with seat requests", (t) =>
  tryAs(t, { kind: "owner" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
  ]));

Deno.test("what another user may do with seat requests", (t) =>
  tryAs(t, { kind: "other" }, [
    { operation: "list", answer: "own" },
    { operation: "get", answer: 404 },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 404 },
    { operation: "patch", answer: 404 },
    { operation: "delete", answer: 404 },
  ]));

Deno.test("what a user with the role conductor may do with seat requests", (t) =>
  tryAs(t, { kind: "other", role: "conductor" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
  ]));

Deno.test("no token counts behind another word than the API's own", () =>
  tryWrongSchemes(SEAT_REQUEST_SUBJECT, startTrialSystem));

Deno.test("nobody makes a seat request another's, or takes one", () =>
  tryTheft(SEAT_REQUEST_SUBJECT, startTrialSystem));
