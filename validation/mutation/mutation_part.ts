/**
 * The mutation run: changes the code of a system, one small change at a time, and sees whether its tests notice.
 *
 * @module
 */
import type { DeepContext, DeepPart } from "../deep_part.ts";
import type { CheckOutcome } from "../tier.ts";
import { chooseMutants } from "./choose_mutants.ts";
import { findMutants, isMutated } from "./find_mutants.ts";
import { mutationLog } from "./mutation_log.ts";
import { judgeScore, tellScore } from "./mutation_score.ts";
import { tryMutants } from "./try_mutants.ts";

/** The part of the deep run. */
export const MUTATION_PART: DeepPart = {
  part: "mutation",
  title: "the tests notice changes to the code",
  plan: (context) => [{
    id: CHECK,
    title: "tests notice at least 80 % of small changes to the code",
    run: () => checkScore(context),
  }],
};

async function checkScore(context: DeepContext): Promise<CheckOutcome> {
  const { subject, manifest, model, noDatabase, limits, seed, bench } = context;
  if (noDatabase !== undefined) return { notRun: noDatabase };
  const files = manifest.files.map(({ path }) => path).filter(isMutated);
  const mutants = await findMutants(subject.dir, files);
  if (mutants.length === 0) return { notApplicable: "there is no code" };
  const [chosen, notTried] = chooseMutants(mutants, {
    seed,
    limit: limits.mutants,
  });
  const tried = await tryMutants(
    context,
    chosen,
    (text) => context.tell(CHECK, text),
  );
  bench.log(LOG, mutationLog(tried, notTried, model));
  return {
    findings: judgeScore(tried),
    note: tellScore(tried, notTried.length),
    log: LOG,
  };
}

const CHECK = "mutation.score";
const LOG = "mutation.log";
