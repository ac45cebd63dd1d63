/**
 * Runs the checks of a tier, or says why none ran.
 *
 * @module
 */
import { type OriginFinder, originFinder } from "./origin/finding_origin.ts";
import type { ProgressEvent } from "./progress.ts";
import {
  type Check,
  countStates,
  type Finding,
  type TierResult,
  worstState,
} from "./report.ts";
import type {
  CheckOutcome,
  CheckPlan,
  FindingDraft,
  Tier,
  TierContext,
} from "./tier.ts";

/** A tier with its checks. */
export interface FinishedTier {
  readonly result: TierResult;
  readonly checks: readonly Check[];
}

/** Runs a tier. `skip` is the reason why it must not run: its checks are listed as not run. */
export async function runTier(
  tier: Tier,
  context: TierContext,
  options: {
    readonly skip?: string;
    readonly onProgress: (event: ProgressEvent) => void;
  },
): Promise<FinishedTier> {
  const { skip, onProgress } = options;
  const plans = tier.plan(context);
  const { tier: number, name, title } = tier;
  const head = { tier: number, name, title };
  onProgress({ event: "tier_started", ...head, checks: plans.length });
  const start = performance.now();
  const origins = originFinder(context.subject);
  let shut: string | undefined;
  const run = async (plan: CheckPlan) => {
    const { id, title } = plan;
    onProgress({ event: "check_started", tier: number, id, title });
    const why = skip ?? (context.signal.aborted ? "interrupted" : shut);
    const check = why === undefined
      ? await runCheck(plan, tier, { ...context, origins })
      : await finished(plan, tier, {
        outcome: { notRun: why },
        ms: 0,
        origins,
      });
    onProgress({ event: "check_finished", check });
    return check;
  };
  const gates = new Map<CheckPlan, Check>();
  for (const plan of plans.filter(({ isGate }) => isGate)) {
    const check = await run(plan);
    gates.set(plan, check);
    if (check.state !== "passed") shut ??= `${plan.id} did not pass`;
  }
  const others = async (plan: CheckPlan) => gates.get(plan) ?? await run(plan);
  const checks = tier.inTurn
    ? await inTurn(plans, others)
    : await Promise.all(plans.map(others));
  const result: TierResult = {
    ...head,
    state: worstState(checks),
    ms: Math.round(performance.now() - start),
    counts: countStates(checks),
  };
  onProgress({ event: "tier_finished", result });
  return { result, checks };
}

async function inTurn(
  plans: readonly CheckPlan[],
  run: (plan: CheckPlan) => Promise<Check>,
): Promise<Check[]> {
  const checks: Check[] = [];
  for (const plan of plans) checks.push(await run(plan));
  return checks;
}

async function runCheck(
  plan: CheckPlan,
  tier: Tier,
  context: TierContext & { readonly origins: OriginFinder },
): Promise<Check> {
  const { origins } = context;
  const start = performance.now();
  const outcome = await plan.run().catch((error: unknown): CheckOutcome => {
    if (context.signal.aborted) return { notRun: "interrupted" };
    const cause = error instanceof Error ? error.message : String(error);
    return { notRun: `the check itself failed: ${cause}` };
  });
  const ms = performance.now() - start;
  return await finished(plan, tier, { outcome, ms, origins });
}

async function finished(
  plan: CheckPlan,
  tier: Tier,
  result: {
    readonly outcome: CheckOutcome;
    readonly ms: number;
    readonly origins: OriginFinder;
  },
): Promise<Check> {
  const { id, title } = plan;
  const { outcome } = result;
  const head = { id, tier: tier.tier, title };
  if ("notRun" in outcome) {
    const note = outcome.notRun;
    return { ...head, state: "not_run", ms: 0, note, findings: [] };
  }
  if ("notApplicable" in outcome) {
    const note = outcome.notApplicable;
    return { ...head, state: "not_applicable", ms: 0, note, findings: [] };
  }
  const findings = await Promise.all(
    outcome.findings.map((draft) => withOrigin(draft, tier, result.origins)),
  );
  return {
    ...head,
    state: findings.length === 0 ? "passed" : "failed",
    ms: Math.round(outcome.ms ?? result.ms),
    ...(outcome.log === undefined ? {} : { log: `raw/${outcome.log}` }),
    ...(outcome.note === undefined ? {} : { note: outcome.note }),
    findings,
  };
}

/** Every finding passes here, whatever found it. */
async function withOrigin(
  draft: FindingDraft,
  { tier }: Tier,
  origins: OriginFinder,
): Promise<Finding> {
  const { code, place, cause, nextStep } = draft;
  const origin = await origins.originOf(draft);
  return { code, tier, place, cause, nextStep, ...(origin ? { origin } : {}) };
}
