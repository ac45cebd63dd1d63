/**
 * Verifies a system on disk, and heals it where that is wanted.
 *
 * @module
 */
import { join, resolve } from "node:path";
import { readLogs } from "../evidence/read_logs.ts";
import { readSystemTree } from "../evidence/system_tree.ts";
import type { HealingRecord, VerificationReport } from "../report.ts";
import { type VerifyOptions, verifySystem } from "../verify_system.ts";
import { writeEvidence } from "../write_evidence.ts";
import { lockHealing } from "./healing_lock.ts";
import { takeBackHealing } from "./take_back.ts";
import { HEAL_CODE } from "./heal_code.ts";
import { HEAL_CONFIGURATION } from "./heal_configuration.ts";
import { healSystem } from "./heal_system.ts";
import type { Healer } from "./healer.ts";
import { modelHealer, type RepairModel } from "./model_healer.ts";
import { REGENERATE_UNIT } from "./regenerate_unit.ts";

/** Options of {@link verifyAndHeal}. */
export interface VerifyAndHealOptions extends VerifyOptions {
  /** Is shown every change before it is made, as `diff -u` does, and says whether it may be. @default nothing is healed */
  readonly agree?: (diff: string) => boolean | Promise<boolean>;
  /** Repairs what the other healers do not. @default no model */
  readonly model?: RepairModel;
}

/** The healers that there are, in order: what says least beyond the finding comes first. */
export const HEALERS: readonly Healer[] = [
  HEAL_CODE,
  HEAL_CONFIGURATION,
  REGENERATE_UNIT,
];

/**
 * Verifies the system in a folder; what fails in tiers 2 to 4 is healed and verified anew as a whole. What leads to no
 * pass is taken back, and the report tells both. What an earlier healing left that was killed is taken back first.
 *
 * @throws {ValidationPipelineError} when there is no such folder, or the evidence cannot be written.
 */
export async function verifyAndHeal(
  dir: string,
  options: VerifyAndHealOptions = {},
): Promise<VerificationReport> {
  const { agree, model, ...plain } = options;
  const { signal = new AbortController().signal } = options;
  const folder = resolve(dir);
  const taken = await takeBackHealing(folder, { signal });
  if (taken) options.onProgress?.({ event: "taken_back", ...taken });
  // Who is interrupted waits for nobody; and nothing would be healed.
  if (!agree || signal.aborted) return await verifySystem(folder, plain);
  using _lock = await lockHealing(folder, { signal });
  const evidenceDir = options.evidenceDir ?? join(folder, "evidence");
  let firstLogs: ReadonlyMap<string, string> | undefined;
  const verify = async (healings: readonly HealingRecord[]) => {
    const report = await verifySystem(folder, {
      ...plain,
      evidenceDir,
      healings,
      // Nothing that was found out before says anything about what was healed.
      ...(firstLogs ? { reuse: false } : {}),
    });
    firstLogs ??= await readLogs(evidenceDir);
    return report;
  };
  return await healSystem(folder, {
    verify,
    healers: [...HEALERS, ...(model ? [modelHealer(model)] : [])],
    agree,
    keep: async (report) => {
      const { files } = await readSystemTree(folder);
      await writeEvidence(evidenceDir, report, firstLogs ?? new Map(), files);
    },
    healings: options.healings ?? [],
    signal,
  });
}
