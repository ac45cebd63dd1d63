/**
 * Who sends a request, for what each sender has of their own.
 *
 * @module
 */
import { type AskAuth, refusal, viewerOf } from "./access_guard.ts";
import { unauthorized } from "./problem.ts";

/**
 * Makes what finds who sends a request: the user's id, and nothing for whoever sends no token. One that is not valid
 * makes nobody anonymous: it is refused.
 */
export function senderOf(
  ask: AskAuth,
  scheme?: string,
): (request: Request) => Promise<string | Response> {
  return async (request) => {
    const viewer = await viewerOf(request, ask, scheme);
    if (viewer !== undefined) return viewer.id;
    return request.headers.has("authorization")
      ? refusal(request, unauthorized(), scheme)
      : "";
  };
}
