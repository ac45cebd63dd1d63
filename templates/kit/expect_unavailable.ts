/**
 * Tells a refusal because something is down from one because the time for an answer was up.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  type LogEntry,
  RequestFailed,
  RequestTimeout,
} from "@autocoder/harness";

/** Expects that requests were refused, and none because nobody answered in time. */
export function expectUnavailable(log: readonly LogEntry[]): void {
  const causes = log.filter(({ event }) => event === "request_unavailable")
    .map(({ error }) => rootOf(error));
  assert.ok(causes.length > 0, "found no request_unavailable in the log");
  for (const cause of causes) {
    assert.ok(!(cause instanceof RequestTimeout), `found ${cause}`);
  }
}

/** Each component that a failure travels through wraps it. */
function rootOf(error: unknown): unknown {
  return error instanceof RequestFailed ? rootOf(error.cause) : error;
}
