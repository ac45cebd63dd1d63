/**
 * Writes the evidence of a verification: the report in every form, the hashes of what was verified, the raw outputs.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { ValidationPipelineError } from "./errors.ts";
import { TREE_FILE } from "./evidence/check_evidence.ts";
import { renderHtml } from "./evidence/render_html.ts";
import { renderJunit } from "./evidence/render_junit.ts";
import { renderSarif } from "./evidence/render_sarif.ts";
import { treeText } from "./evidence/system_tree.ts";
import { rememberWritten } from "./evidence/written_here.ts";
import { renderReport } from "./render_report.ts";
import type { VerificationReport } from "./report.ts";

/**
 * Writes `report.json`, `report.md`, `report.html`, `junit.xml`, `report.sarif`, `files.sha256` and `raw/` into a folder;
 * what else is there stays.
 *
 * Each part replaces the one before in a single step, `report.json` last: whoever finds it finds the rest.
 *
 * @throws {ValidationPipelineError} when the folder cannot be written to.
 */
export async function writeEvidence(
  folder: string,
  report: VerificationReport,
  logs: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  try {
    await Deno.mkdir(folder, { recursive: true });
    const staging = await Deno.makeTempDir({ dir: folder, prefix: ".new-" });
    try {
      await writeAll(staging, report, logs, files);
      for (const name of PARTS) await replace(staging, folder, name);
      if (report.status === "verified") await rememberWritten(textOf(report));
    } finally {
      await Deno.remove(staging, { recursive: true });
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ValidationPipelineError(
      `Cannot write the evidence to "${folder}": ${reason}`,
      { cause, report },
    );
  }
}

async function writeAll(
  staging: string,
  report: VerificationReport,
  logs: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const texts = new Map([
    ["report.md", renderReport(report)],
    ["report.html", renderHtml(report, logs)],
    ["junit.xml", renderJunit(report)],
    ["report.sarif", renderSarif(report)],
    [TREE_FILE, treeText(files)],
    ["report.json", textOf(report)],
    ...[...logs].map(([name, text]) => [join("raw", name), text] as const),
  ]);
  await Deno.mkdir(join(staging, "raw"));
  for (const [name, text] of texts) {
    await Deno.mkdir(dirname(join(staging, name)), { recursive: true });
    await Deno.writeTextFile(join(staging, name), text);
  }
  await Deno.chmod(join(staging, "raw"), 0o755);
}

function textOf(report: VerificationReport): string {
  return JSON.stringify(report, null, 2) + "\n";
}

async function replace(
  staging: string,
  folder: string,
  name: string,
): Promise<void> {
  const target = join(folder, name);
  // A folder cannot be renamed over one that has files in it.
  if (name === "raw") {
    await Deno.rename(target, join(staging, "old"))
      .catch(ignoreMissing);
  }
  await Deno.rename(join(staging, name), target);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

const PARTS = [
  "raw",
  "report.md",
  "report.html",
  "junit.xml",
  "report.sarif",
  TREE_FILE,
  "report.json",
] as const;
