/**
 * The deep run: what takes minutes, part by part, on a system that its tiers have passed.
 *
 * @module
 */
import { join } from "node:path";
import { TOOL_VERSION } from "../generator/version.ts";
import { DeepJournal } from "./deep_journal.ts";
import {
  DEEP_LIMITS,
  type DeepContext,
  type DeepLimits,
  type DeepPart,
  DEFAULT_SEED,
} from "./deep_part.ts";
import { FUZZ_PART } from "./fuzz/fuzz_part.ts";
import { MUTATION_PART } from "./mutation/mutation_part.ts";
import { PRODUCTION_PART } from "./production/production_part.ts";
import type { ProgressEvent } from "./progress.ts";
import type { Check, DeepName, TierResult } from "./report.ts";
import { type FinishedTier, runTier } from "./run_tier.ts";
import { SECURITY_PART } from "./security/security_part.ts";
import type { Tier, TierContext } from "./tier.ts";

/** What a deep run does. */
export interface DeepOptions {
  /** The parts to run. @default all */
  readonly parts?: readonly DeepName[];
  /** How far it goes. @default {@link DEEP_LIMITS} */
  readonly limits?: Partial<DeepLimits>;
  /** Decides all that is random. @default {@link DEFAULT_SEED} */
  readonly seed?: number;
}

/** The parts that there are, in the order in which they run. */
export const DEEP_PARTS: readonly DeepPart[] = [
  SECURITY_PART,
  FUZZ_PART,
  MUTATION_PART,
  PRODUCTION_PART,
];

/** Runs the parts. `skip` is the reason why none must run: their checks are listed as not run. */
export async function runDeep(
  context: TierContext,
  options: DeepOptions & {
    readonly parts?: readonly DeepName[];
    readonly evidenceDir: string;
    readonly treeSha256: string;
    readonly skip?: string;
    readonly onProgress: (event: ProgressEvent) => void;
  },
): Promise<{ results: TierResult[]; checks: Check[] }> {
  const { evidenceDir, treeSha256, seed = DEFAULT_SEED, onProgress } = options;
  const limits = { ...DEEP_LIMITS, ...options.limits };
  const { deno, subject: { model, manifest } } = context;
  // Tiers that have passed had all three; where one is missing, there is a reason not to run.
  if (!deno || !model || !manifest) return { results: [], checks: [] };
  const journal = await DeepJournal.open(
    join(evidenceDir, "deep", "journal.jsonl"),
    { treeSha256, autocoder: TOOL_VERSION, deno: deno.version, seed },
  );
  const finished: FinishedTier[] = [];
  for (const part of DEEP_PARTS) {
    if (options.parts && !options.parts.includes(part.part)) continue;
    const tell = (id: string, text: string) =>
      onProgress({ event: "check_progress", tier: part.part, id, text });
    const deep: DeepContext = {
      ...context,
      deno,
      model,
      manifest,
      seed,
      limits,
      journal,
      tell,
    };
    const skip = options.skip ??
      (context.signal.aborted ? "interrupted" : undefined);
    finished.push(
      await runTier(asTier(part, deep), context, {
        ...(skip === undefined ? {} : { skip }),
        onProgress,
      }),
    );
  }
  return {
    results: finished.map(({ result }) => result),
    checks: finished.flatMap(({ checks }) => checks),
  };
}

function asTier(part: DeepPart, context: DeepContext): Tier {
  return {
    tier: part.part,
    name: part.part,
    title: part.title,
    inTurn: true,
    plan: () => part.plan(context),
  };
}
