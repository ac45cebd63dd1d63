/**
 * The loop of healing: verify, propose, show, change, verify anew, until it passes or nothing helps.
 *
 * @module
 */
import { type TextChange, unifiedDiff } from "../../generator/unified_diff.ts";
import { MANIFEST_PATH } from "../../generator/output/manifest.ts";
import type { HealingRecord, VerificationReport } from "../report.ts";
import { Changes, changesOf, HealingRefused } from "./apply_changes.ts";
import type { HealedTier, Healer } from "./healer.ts";
import { restoreLost } from "./restore_lost.ts";
import { openSickSystem } from "./sick_system.ts";

/** Options of {@link healSystem}. */
export interface HealOptions {
  /** Verifies the system from the first tier on; takes what was mended so far, for the report. */
  readonly verify: (
    healings: readonly HealingRecord[],
  ) => Promise<VerificationReport>;
  /** Who may heal, in order: of two that want to change one file, the first one does. */
  readonly healers: readonly Healer[];
  /** Is shown every change before it is made, and says whether it may be. */
  readonly agree: (diff: string) => boolean | Promise<boolean>;
  /** Keeps the evidence of a report of which the healings were taken back. */
  readonly keep: (report: VerificationReport) => Promise<void>;
  /** What was mended before anything was verified. @default nothing */
  readonly healings?: readonly HealingRecord[];
  /** Stops between two steps. */
  readonly signal: AbortSignal;
}

/**
 * Verifies a system and heals what fails, tier by tier. Every round is shown before it is made, and followed by one whole
 * verification. It ends with the first one that passes; what does not lead there (two rounds without fewer findings, a
 * finding of tier 1 but for lost files, nothing to propose, a refusal) is taken back, so that the tree is as it was.
 */
export async function healSystem(
  dir: string,
  options: HealOptions,
): Promise<VerificationReport> {
  const { verify, healings = [], signal } = options;
  const first = await verify(healings);
  const made: HealingRecord[] = [];
  const changes = new Changes(dir);
  let last = first;
  try {
    for (let round = 1, idle = 0; idle < MOST_IDLE; round++) {
      const step = await stepOf(dir, last, { ...options, round });
      if (step === undefined || !await options.agree(step.diff)) break;
      await changes.write(step.changes);
      made.push(...step.healings);
      const next = await verify([...healings, ...made]);
      if (hasPassed(next)) {
        // What has led to a pass is kept.
        await changes.keep();
        return next;
      }
      idle = isProgress(last, next) ? 0 : idle + 1;
      last = next;
    }
  } catch (error) {
    await changes.takeBack();
    throw error;
  }
  if (made.length === 0) return first;
  await changes.takeBack();
  const report: VerificationReport = {
    ...first,
    ...(signal.aborted ? { status: "interrupted" } : {}),
    healings: [
      ...healings,
      ...made.map((one) => ({ ...one, kept: false })),
    ],
  };
  await options.keep(report);
  return report;
}

/** One round: what is changed, and how it is shown. */
interface Step {
  readonly changes: readonly TextChange[];
  readonly healings: readonly HealingRecord[];
  readonly diff: string;
}

/** Asks the healers of the tier that failed; undefined where none is asked, or none knows what to do. */
async function stepOf(
  dir: string,
  report: VerificationReport,
  { healers, signal, round }: HealOptions & { readonly round: number },
): Promise<Step | undefined> {
  const tier = failedTier(report);
  if (tier === undefined || signal.aborted) return undefined;
  const system = await openSickSystem(dir);
  if (!system) return undefined;
  const findings = report.checks.filter((check) => check.tier === tier)
    .flatMap((check) => check.findings);
  const taken = new Map<string, TextChange>();
  const healings: HealingRecord[] = [];
  const asked = tier === 1
    ? [LOST_FILES]
    : healers.filter(({ tiers }) => tiers.includes(tier));
  for (const healer of asked) {
    if (healer.isLast && healings.length > 0) continue;
    for (const proposal of await healer.propose(findings, system, signal)) {
      const changes = await changesOf(proposal, system, dir)
        .catch(ignoreRefused);
      if (
        changes.length === 0 || changes.some(({ path }) => taken.has(path))
      ) continue;
      for (const change of changes) taken.set(change.path, change);
      healings.push({
        round,
        healer: healer.name,
        codes: proposal.codes,
        reason: proposal.reason,
        files: changes.map(({ path }) => path),
        diff: diffOf(changes),
        kept: true,
      });
    }
  }
  if (healings.length === 0) return undefined;
  return {
    changes: [...taken.values()],
    healings,
    diff: healings.map(({ reason, diff }) => `${reason}\n${diff}`).join("\n"),
  };
}

/** Tier 1 is not healed; but what was removed and comes out to the byte was never wrong. */
const LOST_FILES: Pick<Healer, "name" | "isLast" | "propose"> = {
  name: "restore_lost",
  propose: (_findings, system) => restoreLost(system),
};

/** The manifest's hashes say nothing that the files do not. */
function diffOf(changes: readonly TextChange[]): string {
  return changes.filter(({ path }) => path !== MANIFEST_PATH)
    .map((change) =>
      change.path.endsWith("/")
        ? `--- /dev/null\n+++ b/${change.path} (a folder)\n`
        : unifiedDiff(change)
    ).join("");
}

function failedTier(
  { tiers }: VerificationReport,
): 1 | HealedTier | undefined {
  const failed = tiers.find(({ state }) => state === "failed")?.tier;
  return typeof failed === "number" ? failed : undefined;
}

/** What the deep run finds is nothing that healing could be about: it passes when no tier is left. */
function hasPassed({ status, tiers }: VerificationReport): boolean {
  return status === "verified" ||
    status === "failed" &&
      tiers.every(({ state }) =>
        state === "passed" || state === "not_applicable"
      );
}

/** Whether another tier is the one that fails now, further on, or the same has fewer findings. */
function isProgress(
  before: VerificationReport,
  after: VerificationReport,
): boolean {
  const [old, young] = [failedTier(before) ?? 0, failedTier(after) ?? 0];
  return young > old || young === old && countOf(after) < countOf(before);
}

function countOf({ checks }: VerificationReport): number {
  return checks.reduce((sum, { findings }) => sum + findings.length, 0);
}

function ignoreRefused(error: unknown): TextChange[] {
  if (error instanceof HealingRefused) return [];
  throw error;
}

/** Rounds without progress that end it. */
const MOST_IDLE = 2;
