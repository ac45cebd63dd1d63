/**
 * Who may do what with books: every rule, tried by everybody.
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
import { BOOK_SUBJECT } from "../subjects/book_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Lets somebody try everything, each in a system of its own. */
function tryAs(
  t: Deno.TestContext,
  who: Intruder,
  steps: readonly ResourceStep[],
): Promise<void> {
  return tryResource(t, BOOK_SUBJECT, { start: startTrialSystem, who, steps });
}

Deno.test("what nobody who is signed in may do with books", (t) =>
  tryAs(t, { kind: "nobody" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
    { method: "POST", operation: "want", answer: 401 },
    { method: "DELETE", operation: "want", answer: 401 },
  ]));

Deno.test("what the owner may do with books", (t) =>
  tryAs(t, { kind: "owner" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
    { method: "POST", operation: "want", answer: "allowed" },
    { method: "DELETE", operation: "want", answer: "allowed" },
  ]));

Deno.test("what another user may do with books", (t) =>
  tryAs(t, { kind: "other" }, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
    { method: "POST", operation: "want", answer: "allowed" },
    { method: "DELETE", operation: "want", answer: "allowed" },
  ]));

Deno.test("no token counts behind another word than the API's own", () =>
  tryWrongSchemes(BOOK_SUBJECT, startTrialSystem));

Deno.test("nobody makes a book another's, or takes one", () =>
  tryTheft(BOOK_SUBJECT, startTrialSystem));
