/**
 * Compares the files of a system with its manifest.
 *
 * @module
 */
import { join } from "node:path";
import { type ManifestEntry, sha256 } from "../generator/output/manifest.ts";
import { counted } from "./counted.ts";
import { readIfThere } from "./read_subject.ts";
import type {
  CheckOutcome,
  FindingDraft,
  Subject,
  TierContext,
} from "./tier.ts";

/** A file of the manifest with its present text. */
export interface SystemFile extends ManifestEntry {
  /** Its text; undefined when it is missing. */
  readonly text?: string;
}

/** Reads every file of the manifest; a path that leads out of the system is not read. */
export function readFiles(subject: Subject): Promise<SystemFile[]> {
  return Promise.all(
    (subject.manifest?.files ?? []).map(async (entry) => ({
      ...entry,
      text: isInside(entry.path)
        ? await readIfThere(join(subject.dir, entry.path))
        : undefined,
    })),
  );
}

/** Finds files that are missing or differ; files that the user owns may differ, edited ones where edits are allowed. */
export async function checkFiles(
  files: readonly SystemFile[],
  context: TierContext,
): Promise<CheckOutcome> {
  const findings: FindingDraft[] = [];
  let edited = 0;
  for (const file of files) {
    if (file.ownership === "yours") continue;
    const isMissing = file.text === undefined;
    if (!isMissing && await sha256(file.text) === file.sha256) continue;
    // Removing a file is an edit too: what needs it fails later, and says so.
    if (context.allowEdits && file.ownership === "generated") edited++;
    else findings.push(isMissing ? missing(file) : changed(file));
  }
  const note = edited === 0
    ? counted(files.length, "file")
    : `${files.length} files, ${edited} of them edited by hand`;
  return { findings, note };
}

function missing(file: SystemFile): FindingDraft {
  return {
    code: "V103",
    place: file.path,
    cause: "found no such file, wanted the generated one",
    nextStep: "generate the system again",
  };
}

function changed(file: SystemFile): FindingDraft {
  return {
    code: "V103",
    place: file.path,
    cause: "found a text with another SHA-256 than the manifest names",
    nextStep: file.ownership === "verbatim"
      ? "restore it: it is a copy that nothing should edit"
      : "restore it, or allow edited files if the edit is meant",
  };
}

function isInside(path: string): boolean {
  return !path.startsWith("/") && !path.split("/").includes("..");
}
