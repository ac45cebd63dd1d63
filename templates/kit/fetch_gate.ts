/**
 * Gives endpoints of a system's own what they may fetch, and answers for hosts that do not.
 *
 * @module
 */
import type { Log } from "@autocoder/harness";
import type { FetchGate } from "./custom_routes.ts";
import { FetchFailed, listedFetch } from "./listed_fetch.ts";
import { problem } from "./problem.ts";

/** Makes the gate. The log hears which host failed and why; the client only that one did. */
export function fetchGate(log: Log = () => {}): FetchGate {
  return {
    open: listedFetch,
    answer(endpoint, error) {
      if (!(error instanceof FetchFailed)) return undefined;
      // A stack would tell of nothing that is wrong here.
      const { origin, why } = error;
      log({ level: "warn", event: "fetch_failed", endpoint, origin, why });
      return problem(502, "A service that this depends on did not answer.");
    },
  };
}
