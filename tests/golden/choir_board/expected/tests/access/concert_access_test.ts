/**
 * Who may do what with concerts: every rule, tried by everybody.
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
import { CONCERT_SUBJECT } from "../subjects/concert_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Lets somebody try everything, each in a system of its own. */
function tryAs(
  t: Deno.TestContext,
  who: Intruder,
  steps: readonly ResourceStep[],
): Promise<void> {
  return tryResource(t, CONCERT_SUBJECT, {
    start: startTrialSystem,
    who,
    steps,
  });
}

Deno.test("what nobody who is signed in may do with concerts", (t) =>
  tryAs(t, { kind: "nobody" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
  ]));

Deno.test("what the owner may do with concerts", (t) =>
  tryAs(t, { kind: "owner" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
  ]));

Deno.test("what another user may do with concerts", (t) =>
  tryAs(t, { kind: "other" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
  ]));

Deno.test("what a user with the role conductor may do with concerts", (t) =>
  tryAs(t, { kind: "other", role: "conductor" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
  ]));

/** What puts one into a state in which not everybody sees it. */
const UNSEEN = { state: "planned" };

/** Lets somebody try everything with one that not everybody sees. */
function tryUnseenAs(
  t: Deno.TestContext,
  who: Intruder,
  steps: readonly ResourceStep[],
): Promise<void> {
  return tryResource(t, CONCERT_SUBJECT, {
    start: startTrialSystem,
    who,
    state: UNSEEN,
    steps,
  });
}

Deno.test("what nobody who is signed in may do with concerts that not everybody sees", (t) =>
  tryUnseenAs(t, { kind: "nobody" }, [
    { operation: "list", answer: "own" },
    { operation: "get", answer: 404 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
  ]));

Deno.test("what the owner may do with concerts that not everybody sees", (t) =>
  tryUnseenAs(t, { kind: "owner" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
  ]));

Deno.test("what another user may do with concerts that not everybody sees", (t) =>
  tryUnseenAs(t, { kind: "other" }, [
    { operation: "list", answer: "own" },
    { operation: "get", answer: 404 },
    { operation: "replace", answer: 404 },
    { operation: "patch", answer: 404 },
    { operation: "delete", answer: 404 },
  ]));

Deno.test("what a user with the role conductor may do with concerts that not everybody sees", (t) =>
  tryUnseenAs(t, { kind: "other", role: "conductor" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
  ]));

Deno.test("no token counts behind another word than the API's own", () =>
  tryWrongSchemes(CONCERT_SUBJECT, startTrialSystem));

Deno.test("nobody makes a concert another's, or takes one", () =>
  tryTheft(CONCERT_SUBJECT, startTrialSystem));
