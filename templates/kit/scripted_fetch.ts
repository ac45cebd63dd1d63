/**
 * Plays the hosts that logic fetches from, for tests.
 *
 * @module
 */
import type { CustomEndpoint } from "./custom_endpoint.ts";
import type { ScriptedAnswer } from "./endpoint_subject.ts";
import { FetchFailed, type ListedFetch } from "./listed_fetch.ts";

export type { ScriptedAnswer };

/** Makes a fetch that answers by a script; what is not in it cannot be reached. */
export function scriptedFetch(
  answers: readonly ScriptedAnswer[] = [],
): ListedFetch {
  return (input) => {
    const { href, origin } = new URL(input);
    const found = answers.find(({ url }) => new URL(url).href === href);
    if (found === undefined) {
      const failed = new FetchFailed(origin, `the script has no "${href}"`);
      return Promise.reject(failed);
    }
    const { status = 200, body = null } = found;
    return Promise.resolve(new Response(body, { status }));
  };
}

/** Gives an endpoint whose hosts answer by a script. */
export function withScript<Api>(
  endpoint: CustomEndpoint<Api>,
  answers: readonly ScriptedAnswer[] = [],
): CustomEndpoint<Api> {
  const fetch = scriptedFetch(answers);
  return {
    ...endpoint,
    run: (call) => {
      const played = { ...call, fetch };
      return endpoint.run(played);
    },
  };
}
