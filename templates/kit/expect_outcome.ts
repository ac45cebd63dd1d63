/**
 * Checks of outcomes, for tests.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Outcome, Problem } from "./problem.ts";

/** Asserts that an outcome is a success, and returns its value. */
export function expectValue<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** Asserts that an outcome is a problem of this status, and returns it. */
export function expectFailure(
  outcome: Outcome<unknown>,
  status: number,
): Problem {
  if (outcome.ok) {
    assert.fail(`succeeded with ${JSON.stringify(outcome.value)}`);
  }
  assert.equal(outcome.problem.status, status, JSON.stringify(outcome.problem));
  return outcome.problem;
}
