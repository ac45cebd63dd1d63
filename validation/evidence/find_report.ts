/**
 * Finds the report of a verification that need not be made again.
 *
 * @module
 */
import { join } from "node:path";
import { DEFAULT_SEED } from "../deep_part.ts";
import type { DeepOptions } from "../run_deep.ts";
import {
  DEEP_NAMES,
  type Toolchain,
  type VerificationReport,
} from "../report.ts";
import { readIfThere } from "../read_subject.ts";
import { checkEvidence } from "./check_evidence.ts";
import { isWrittenHere } from "./written_here.ts";

/** What a verification is asked for. */
export interface WantedReport {
  /** Where its evidence would be. */
  readonly evidenceDir: string;
  /** What would verify it. */
  readonly tools: Toolchain;
  /** What takes minutes. */
  readonly deep?: DeepOptions;
  /** Whether generated files may differ from the manifest. */
  readonly allowEdits?: boolean;
}

/**
 * Finds the report of a system that was verified by the same tools, as far as is wanted, and has not changed since.
 *
 * What failed, was interrupted or did not run is never taken again, nor is anything that another version found out, or
 * that this user did not find out on this machine: a report may have been written by anybody.
 */
export async function findReport(
  dir: string,
  wanted: WantedReport,
): Promise<VerificationReport | undefined> {
  const { holds, report } = await checkEvidence(dir, wanted.evidenceDir);
  if (!holds || !report) return undefined;
  const text = await readIfThere(join(wanted.evidenceDir, "report.json"));
  if (text === undefined || !await isWrittenHere(text)) return undefined;
  const { tools, deep } = wanted;
  const isSame = report.tools.autocoder === tools.autocoder &&
    report.tools.deno === tools.deno &&
    report.tools.platform === tools.platform &&
    (report.allowEdits ?? false) === (wanted.allowEdits ?? false);
  if (!isSame) return undefined;
  if (deep === undefined) return report;
  // What was found with other limits or another seed is something else.
  if (
    deep.limits !== undefined || (deep.seed ?? DEFAULT_SEED) !== report.seed
  ) return undefined;
  const done = new Set(report.deep?.map(({ tier }) => tier));
  const parts = deep.parts ?? DEEP_NAMES;
  return parts.every((part) => done.has(part)) ? report : undefined;
}
