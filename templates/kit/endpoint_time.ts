/**
 * Sets the clock of a system's own endpoint, for tests.
 *
 * @module
 */
import type { CustomEndpoint } from "./custom_endpoint.ts";

/** Gives an endpoint for which it is always this time: RFC 3339, UTC, milliseconds. */
export function atTime<Api>(
  endpoint: CustomEndpoint<Api>,
  now: string,
): CustomEndpoint<Api> {
  return { ...endpoint, run: (call) => endpoint.run({ ...call, now }) };
}
