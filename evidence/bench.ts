/**
 * Everything that is measured and recorded: `deno task bench`.
 *
 * Takes about four minutes on two cores. Figures are recorded, not judged; only a difference between two generations
 * of one input, or between the answers of the compared servers, is a failure.
 *
 * @module
 */
import { benchApi } from "./api/bench_api.ts";
import { benchGeneration } from "./generation/bench_generation.ts";
import { checkIdentity } from "./generation/identity.ts";

if (import.meta.main) {
  await benchApi({ rounds: 5, seconds: 3 });
  await benchGeneration();
  const same = await checkIdentity(
    Deno.env.get("DENO") ?? Deno.env.get("COMPILE_DENO"),
  );
  Deno.exit(same ? 0 : 1);
}
