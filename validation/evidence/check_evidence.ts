/**
 * Tells whether a system still is the one that was verified, without running anything.
 *
 * @module
 */
import { join } from "node:path";
import { readIfThere } from "../read_subject.ts";
import { REPORT_SCHEMA, type VerificationReport } from "../report.ts";
import { parseTree, readSystemTree } from "./system_tree.ts";

/** The file that lists what was verified, below the evidence. */
export const TREE_FILE = "files.sha256";

/** How a system differs from the one that its evidence is about. */
export interface EvidenceCheck {
  /** The version of this format. */
  readonly schema: "autocoder/evidence-check/v1";
  /** Whether it is the one that was verified, and that went well. */
  readonly holds: boolean;
  /** Why not, in a sentence; missing when it holds. */
  readonly reason?: string;
  /** The report; missing when there is none that can be read. */
  readonly report?: VerificationReport;
  /** Files that are not as they were, by path. */
  readonly changed: readonly string[];
  /** Files that were not there. */
  readonly added: readonly string[];
  /** Files that are gone. */
  readonly removed: readonly string[];
}

/** Compares a system with its evidence. */
export async function checkEvidence(
  dir: string,
  evidenceDir: string = join(dir, "evidence"),
): Promise<EvidenceCheck> {
  const none = { changed: [], added: [], removed: [] };
  const report = parseReport(
    await readIfThere(join(evidenceDir, "report.json")),
  );
  if (!report) return result(none, "there is no report that can be read");
  const listed = await readIfThere(join(evidenceDir, TREE_FILE));
  if (listed === undefined || !report.tree) {
    return result(
      none,
      `there is no ${TREE_FILE} that was written with the report`,
      report,
    );
  }
  const before = parseTree(listed);
  const { files: now, sha256 } = await readSystemTree(dir);
  const differences = {
    changed: [...now].filter(([path, hash]) =>
      before.has(path) && before.get(path) !== hash
    ).map(([path]) => path),
    added: [...now.keys()].filter((path) => !before.has(path)),
    removed: [...before.keys()].filter((path) => !now.has(path)),
  };
  const count = Object.values(differences).flat().length;
  if (count > 0) {
    const files = count === 1 ? "1 file is" : `${count} files are`;
    return result(differences, `${files} not as verified`, report);
  }
  if (sha256 !== report.tree.sha256) {
    return result(
      differences,
      `${TREE_FILE} is not the one of the report`,
      report,
    );
  }
  return report.status === "verified"
    ? result(differences, undefined, report)
    : result(
      differences,
      `its verification ended as "${report.status}"`,
      report,
    );
}

/** Reads a report; undefined when it is none of this version. */
export function parseReport(
  text: string | undefined,
): VerificationReport | undefined {
  if (text === undefined) return undefined;
  try {
    const report: unknown = JSON.parse(text);
    const isOurs = typeof report === "object" && report !== null &&
      "schema" in report && report.schema === REPORT_SCHEMA;
    return isOurs ? report as VerificationReport : undefined;
  } catch {
    return undefined;
  }
}

function result(
  differences: Pick<EvidenceCheck, "changed" | "added" | "removed">,
  reason?: string,
  report?: VerificationReport,
): EvidenceCheck {
  return {
    schema: "autocoder/evidence-check/v1",
    holds: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
    ...differences,
    ...(report ? { report } : {}),
  };
}
