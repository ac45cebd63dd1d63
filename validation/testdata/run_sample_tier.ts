/**
 * Runs one tier on a sample, without those before it.
 *
 * @module
 */
import { findDeno } from "../find_deno.ts";
import { readSubject } from "../read_subject.ts";
import type { Check, RequirementTrace } from "../report.ts";
import { runTier } from "../run_tier.ts";
import type { Tier, TierContext } from "../tier.ts";
import { Workbench } from "../workbench.ts";
import { type SampleChanges, sampleSystem } from "./sample_system.ts";

/** What a tier made of a sample. */
export interface SampleRun {
  readonly checks: readonly Check[];
  readonly requirements: readonly RequirementTrace[];
  /** The codes of all findings by check, without checks that have none. */
  readonly found: Readonly<Record<string, readonly string[]>>;
  /** The check of that id. */
  check(id: string): Check;
}

/** Runs a tier on a sample with these changes, which are part of its manifest, and with those made afterwards. */
export async function runSampleTier(
  tier: Tier,
  changes: SampleChanges = {},
  afterwards: SampleChanges = {},
  options: {
    readonly allowEdits?: boolean;
    /** Tiers that run first, whatever comes of them. @default none */
    readonly after?: readonly Tier[];
  } = {},
): Promise<SampleRun> {
  await using sample = await sampleSystem(changes, afterwards);
  const subject = await readSubject(sample.dir);
  const deno = await findDeno({ deno: Deno.execPath() });
  const { signal } = new AbortController();
  let requirements: readonly RequirementTrace[] = [];
  await using bench = new Workbench({
    dir: sample.dir,
    deno: deno?.path ?? "",
    signal,
  });
  const context: TierContext = {
    subject,
    deno,
    bench,
    signal,
    allowEdits: options.allowEdits ?? false,
    trace: (traced) => requirements = traced,
  };
  const silent = { onProgress: () => {} };
  for (const one of options.after ?? []) await runTier(one, context, silent);
  const { checks } = await runTier(tier, context, silent);
  const found = checks.filter(({ findings }) => findings.length > 0)
    .map(({ id, findings }) => [id, findings.map(({ code }) => code)] as const);
  return {
    checks,
    requirements,
    found: Object.fromEntries(found),
    check: (id) => {
      const check = checks.find((check) => check.id === id);
      if (!check) throw new RangeError(`Cannot find "${id}" among the checks`);
      return check;
    },
  };
}
