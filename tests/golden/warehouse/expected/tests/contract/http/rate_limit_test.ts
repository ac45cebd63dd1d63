/**
 * How often a client may ask, and what it hears after that.
 *
 * @module
 */
import { RATE_LIMIT_TRIALS } from "../../../kit/rate_limit_trials.ts";
import { startTestSystem } from "../../test_system.ts";

for (const { title, run } of RATE_LIMIT_TRIALS) {
  Deno.test(title, () =>
    run(async (limit) => {
      const test = await startTestSystem(limit);
      return {
        fetch: (request) => test.system.apiGateway.fetch(request),
        [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
      };
    }));
}
