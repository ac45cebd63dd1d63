/**
 * Everything that is measured and recorded: `deno task bench`.
 *
 * Takes about nine minutes on two cores; the soak (`deno task soak`) is not part of it. Figures are
 * recorded, not judged; only a difference between two generations of one input or between the answers of
 * the compared servers, or a ledger that is not exact, is a failure.
 *
 * @module
 */
import { benchApi } from "./api/bench_api.ts";
import { benchPostgres } from "./api/bench_postgres.ts";
import { benchGeneration } from "./generation/bench_generation.ts";
import { checkIdentity } from "./generation/identity.ts";
import { benchHarness } from "./harness/bench_harness.ts";
import { measureFairness } from "./harness/fairness.ts";

if (import.meta.main) {
  await benchApi({ rounds: 5, seconds: 3 });
  await benchPostgres({ rounds: 3, seconds: 3 });
  await benchGeneration();
  await benchHarness();
  const exact = await measureFairness();
  const same = await checkIdentity(
    Deno.env.get("DENO") ?? Deno.env.get("COMPILE_DENO"),
  );
  Deno.exit(same && exact ? 0 : 1);
}
