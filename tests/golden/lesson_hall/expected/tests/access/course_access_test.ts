/**
 * Who may do what with courses: every rule, tried by everybody.
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
import { COURSE_SUBJECT } from "../subjects/course_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Lets somebody try everything, each in a system of its own. */
function tryAs(
  t: Deno.TestContext,
  who: Intruder,
  steps: readonly ResourceStep[],
): Promise<void> {
  return tryResource(t, COURSE_SUBJECT, {
    start: startTrialSystem,
    who,
    steps,
  });
}

Deno.test("what nobody who is signed in may do with courses", (t) =>
  tryAs(t, { kind: "nobody" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
    { operation: "open", answer: 401 },
    { operation: "close", answer: 401 },
    { method: "POST", operation: "like", answer: 401 },
    { method: "DELETE", operation: "like", answer: 401 },
  ]));

Deno.test("what the owner may do with courses", (t) =>
  tryAs(t, { kind: "owner" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
    { operation: "open", answer: "allowed" },
    { operation: "close", answer: 403 },
    { method: "POST", operation: "like", answer: "allowed" },
    { method: "DELETE", operation: "like", answer: "allowed" },
  ]));

Deno.test("what another user may do with courses", (t) =>
  tryAs(t, { kind: "other" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
    { operation: "open", answer: 403 },
    { operation: "close", answer: 403 },
    { method: "POST", operation: "like", answer: "allowed" },
    { method: "DELETE", operation: "like", answer: "allowed" },
  ]));

Deno.test("what a user with the role teacher may do with courses", (t) =>
  tryAs(t, { kind: "other", role: "teacher" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
    { operation: "open", answer: 403 },
    { operation: "close", answer: "allowed" },
    { method: "POST", operation: "like", answer: "allowed" },
    { method: "DELETE", operation: "like", answer: "allowed" },
  ]));

/** What puts one into a state in which not everybody sees it. */
const UNSEEN = { state: "draft" };

/** Lets somebody try everything with one that not everybody sees. */
function tryUnseenAs(
  t: Deno.TestContext,
  who: Intruder,
  steps: readonly ResourceStep[],
): Promise<void> {
  return tryResource(t, COURSE_SUBJECT, {
    start: startTrialSystem,
    who,
    state: UNSEEN,
    steps,
  });
}

Deno.test("what nobody who is signed in may do with courses that not everybody sees", (t) =>
  tryUnseenAs(t, { kind: "nobody" }, [
    { operation: "list", answer: "own" },
    { operation: "get", answer: 404 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
    { operation: "open", answer: 401 },
    { operation: "close", answer: 401 },
    { method: "POST", operation: "like", answer: 401 },
    { method: "DELETE", operation: "like", answer: 401 },
  ]));

Deno.test("what the owner may do with courses that not everybody sees", (t) =>
  tryUnseenAs(t, { kind: "owner" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
    { operation: "open", answer: "allowed" },
    { operation: "close", answer: 403 },
    { method: "POST", operation: "like", answer: "allowed" },
    { method: "DELETE", operation: "like", answer: "allowed" },
  ]));

Deno.test("what another user may do with courses that not everybody sees", (t) =>
  tryUnseenAs(t, { kind: "other" }, [
    { operation: "list", answer: "own" },
    { operation: "get", answer: 404 },
    { operation: "replace", answer: 404 },
    { operation: "patch", answer: 404 },
    { operation: "delete", answer: 404 },
    { operation: "open", answer: 404 },
    { operation: "close", answer: 403 },
    { method: "POST", operation: "like", answer: 404 },
    { method: "DELETE", operation: "like", answer: 404 },
  ]));

Deno.test("what a user with the role teacher may do with courses that not everybody sees", (t) =>
  tryUnseenAs(t, { kind: "other", role: "teacher" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
    { operation: "open", answer: 403 },
    { operation: "close", answer: "allowed" },
    { method: "POST", operation: "like", answer: "allowed" },
    { method: "DELETE", operation: "like", answer: "allowed" },
  ]));

Deno.test("no token counts behind another word than the API's own", () =>
  tryWrongSchemes(COURSE_SUBJECT, startTrialSystem));

Deno.test("nobody makes a course another's, or takes one", () =>
  tryTheft(COURSE_SUBJECT, startTrialSystem));
