/**
 * Stands before a system's own endpoints: finds who asks, and decides by the rules before anything is read.
 *
 * @module
 */
import { type AskAuth, refusal, viewerOf } from "./access_guard.ts";
import { decide } from "./access_rule.ts";
import type { EndpointGuard } from "./custom_routes.ts";
import { failed, ok, unauthorized } from "./problem.ts";

/** Makes the guard. A token is looked at wherever one is sent, and one that is not valid makes nobody anonymous. */
export function endpointGuard(ask: AskAuth, scheme?: string): EndpointGuard {
  return {
    async decide(request, rule) {
      const viewer = await viewerOf(request, ask, scheme);
      if (viewer === undefined && request.headers.has("authorization")) {
        return failed(unauthorized());
      }
      const decided = decide({ rules: { call: rule } }, "call", viewer);
      return decided.ok ? ok(viewer) : decided;
    },
    refuse: (request, problem) => refusal(request, problem, scheme),
  };
}
