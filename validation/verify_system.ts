/**
 * Verifies a generated system: four tiers, in order, each needing the one before.
 *
 * @module
 */
import { join, resolve } from "node:path";
import { MANIFEST_PATH, sha256 } from "../generator/output/manifest.ts";
import { TOOL_VERSION } from "../generator/version.ts";
import { DEFAULT_SEED } from "./deep_part.ts";
import { readAuthoring } from "./evidence/read_authoring.ts";
import { findReport } from "./evidence/find_report.ts";
import { readSystemTree, type SystemTree } from "./evidence/system_tree.ts";
import { findDeno, type FoundDeno } from "./find_deno.ts";
import { FRAMEWORK_TIER } from "./framework_tier.ts";
import { INTEGRATION_TIER } from "./integration_tier.ts";
import { LOGIC_TIER } from "./logic_tier.ts";
import { notProved } from "./not_proved.ts";
import type { ProgressEvent } from "./progress.ts";
import { readIfThere, readSubject } from "./read_subject.ts";
import {
  type Check,
  type HealingRecord,
  REPORT_SCHEMA,
  type RequirementTrace,
  type Score,
  scoreOf,
  type TierResult,
  type Toolchain,
  type VerificationReport,
  type VerificationStatus,
} from "./report.ts";
import { type DeepOptions, runDeep } from "./run_deep.ts";
import { runTier } from "./run_tier.ts";
import { requirementsOf, SEMANTICS_TIER } from "./semantics_tier.ts";
import { openTestDatabase } from "./test_database.ts";
import type { Subject, Tier, TierContext } from "./tier.ts";
import { Workbench } from "./workbench.ts";
import { writeEvidence } from "./write_evidence.ts";

/** Options of {@link verifySystem}. */
export interface VerifyOptions {
  /** The Deno to use. @default `$DENO`, `deno` on the PATH, our own executable */
  readonly deno?: string;
  /** Interrupts: everything that runs is killed, the report says "interrupted". */
  readonly signal?: AbortSignal;
  /** Takes each step as it happens. */
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Where the evidence goes. @default `evidence` in the system's folder */
  readonly evidenceDir?: string;
  /** Runs what takes minutes as well, when the tiers have passed. @default not */
  readonly deep?: DeepOptions;
  /** Lets generated files differ from the manifest, for a system edited by hand. @default false */
  readonly allowEdits?: boolean;
  /** What was mended before, for the report. @default nothing */
  readonly healings?: readonly HealingRecord[];
  /**
   * Takes the report that is there when it was verified by the same tools and nothing has changed since, and runs nothing.
   * @default false
   */
  readonly reuse?: boolean;
}

/** The tiers, in order. */
export const TIERS: readonly Tier[] = [
  FRAMEWORK_TIER,
  LOGIC_TIER,
  INTEGRATION_TIER,
  SEMANTICS_TIER,
];

/**
 * Verifies the system in a folder and writes the evidence.
 *
 * The system's sources are read where they are and executed in a temporary copy: its data is never touched. A system that
 * is not good, an interruption and a missing Deno are results, told by the report's status, not errors; see
 * {@link requireVerified}.
 *
 * @throws {ValidationPipelineError} when there is no such folder, or the evidence cannot be written.
 */
export async function verifySystem(
  dir: string,
  options: VerifyOptions = {},
): Promise<VerificationReport> {
  const subject = await readSubject(resolve(dir));
  const deno = await findDeno({ deno: options.deno });
  const evidenceDir = options.evidenceDir ?? join(subject.dir, "evidence");
  const tools: Toolchain = {
    autocoder: TOOL_VERSION,
    ...(deno ? { deno: deno.version } : {}),
    platform: `${Deno.build.os} ${Deno.build.arch}`,
  };
  if (options.reuse) {
    const found = await findReport(subject.dir, {
      ...options,
      evidenceDir,
      tools,
    });
    if (found) {
      const { startedAt } = found;
      options.onProgress?.({ event: "reused", startedAt });
      return found;
    }
  }
  return await verifyNow({ subject, deno, tools, evidenceDir }, options);
}

interface Verification {
  readonly subject: Subject;
  readonly deno: FoundDeno | undefined;
  readonly tools: Toolchain;
  readonly evidenceDir: string;
}

async function verifyNow(
  { subject, deno, tools, evidenceDir }: Verification,
  options: VerifyOptions,
): Promise<VerificationReport> {
  const startedAt = new Date().toISOString();
  const start = performance.now();
  const onProgress = options.onProgress ?? (() => {});
  const signal = options.signal ?? new AbortController().signal;
  const tree = await readSystemTree(subject.dir);
  let requirements: readonly RequirementTrace[] = requirementsOf({ subject });
  await using database = await openTestDatabase(
    deno ? subject.model : undefined,
  );
  await using bench = new Workbench({
    dir: subject.dir,
    deno: deno?.path ?? "deno",
    env: database.env,
    signal,
  });
  const context: TierContext = {
    subject,
    deno,
    bench,
    signal,
    noDatabase: database.missing,
    allowEdits: options.allowEdits ?? false,
    trace: (traced) => requirements = traced,
  };
  const { tiers, checks, skip } = await runTiers(context, onProgress);
  const deep = options.deep && await runDeep(context, {
    ...options.deep,
    evidenceDir,
    treeSha256: tree.sha256,
    ...(skip === undefined ? {} : { skip }),
    onProgress,
  });
  checks.push(...deep?.checks ?? []);
  const status = statusOf(checks, signal);
  const traced = requirements.map((one) => withState(one, checks));
  const authoring = await readAuthoring(subject.dir, subject.model?.answers);
  const report: VerificationReport = {
    schema: REPORT_SCHEMA,
    system: subject.manifest?.system ?? "",
    status,
    score: scoreOf(checks, traced),
    tools,
    ...await identityOf(subject.dir, tree),
    ...(options.healings?.length ? { healings: options.healings } : {}),
    ...(options.allowEdits ? { allowEdits: true } : {}),
    ...(options.deep ? { seed: options.deep.seed ?? DEFAULT_SEED } : {}),
    startedAt,
    ms: Math.round(performance.now() - start),
    tiers,
    ...(deep ? { deep: deep.results } : {}),
    ...readinessOf(checks),
    checks,
    requirements: traced,
    notProved: notProved(checks, traced, subject),
    ...(authoring ? { authoring } : {}),
  };
  await writeEvidence(evidenceDir, report, bench.logs, tree.files);
  onProgress({ event: "finished", status, ms: report.ms });
  return report;
}

/** What was verified; without its files when they have changed since it was begun. */
async function identityOf(
  dir: string,
  { files, sha256: treeSha256 }: SystemTree,
): Promise<Pick<VerificationReport, "manifestSha256" | "tree">> {
  const manifest = await readIfThere(join(dir, MANIFEST_PATH));
  const now = await readSystemTree(dir);
  return {
    ...(manifest === undefined
      ? {}
      : { manifestSha256: await sha256(manifest) }),
    ...(now.sha256 === treeSha256
      ? { tree: { files: files.size, sha256: treeSha256 } }
      : {}),
  };
}

async function runTiers(
  context: TierContext,
  onProgress: (event: ProgressEvent) => void,
): Promise<{ tiers: TierResult[]; checks: Check[]; skip?: string }> {
  const tiers: TierResult[] = [];
  const checks: Check[] = [];
  let skip: string | undefined = context.deno
    ? undefined
    : "no Deno 2.4 or later was found";
  for (const tier of TIERS) {
    if (context.signal.aborted) skip ??= "interrupted";
    const finished = await runTier(tier, context, { skip, onProgress });
    tiers.push(finished.result);
    checks.push(...finished.checks);
    const { state } = finished.result;
    if (state === "failed") skip ??= `tier ${tier.tier} failed`;
    if (state === "not_run") skip ??= `tier ${tier.tier} did not run whole`;
  }
  return { tiers, checks, ...(skip === undefined ? {} : { skip }) };
}

function readinessOf(checks: readonly Check[]): { readiness?: Score } {
  const own = checks.filter(({ tier }) => tier === "production");
  return own.length === 0 ? {} : { readiness: scoreOf(own, []) };
}

function statusOf(
  checks: readonly Check[],
  signal: AbortSignal,
): VerificationStatus {
  const some = (state: Check["state"]) =>
    checks.some((check) => check.state === state);
  if (signal.aborted && some("not_run")) return "interrupted";
  if (some("failed")) return "failed";
  return some("not_run") ? "not_run" : "verified";
}

function withState(
  requirement: RequirementTrace,
  checks: readonly Check[],
): RequirementTrace {
  if (requirement.state === "not_understood") return requirement;
  const check = checks.find(({ id }) => id === `semantics.${requirement.id}`);
  return { ...requirement, state: check?.state ?? "not_run" };
}
