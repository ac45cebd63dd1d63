/**
 * The lines that sum up a generation and a verification.
 *
 * @module
 */
import type { GenerationFigures } from "../generator/generate.ts";
import { scoreText, type VerificationReport } from "../validation/report.ts";

/** Says what was generated and how long it took. */
export function generationSummary(
  out: string,
  figures: GenerationFigures,
): string {
  const copied = figures.byType.verbatim;
  const own = figures.files - (copied?.files ?? 0);
  const ownLines = figures.lines - (copied?.lines ?? 0);
  const ms = Math.round(figures.planMs + figures.renderMs + figures.formatMs);
  const byType = Object.entries(figures.byType).filter(([type]) =>
    type !== "verbatim"
  )
    .map(([type, { files, lines }]) => `${type} ${files} (${lines})`).join(
      ", ",
    );
  return [
    `Generated ${out}: ${own} files, ${ownLines} lines, and ${
      copied?.files ?? 0
    } files of harness and kit, in ${ms} ms`,
    `  files (lines) by type: ${byType}`,
    `  ${figures.waves.length} waves; ${figures.syntaxErrors.length} syntax errors (${
      (figures.syntaxErrorRate * 100).toFixed(0)
    } %)`,
    "",
  ].join("\n");
}

/** Says how the verification ended. */
export function verificationSummary(
  out: string,
  report: VerificationReport,
): string {
  const findings = report.checks.flatMap((check) => check.findings);
  const missed = report.requirements.filter((requirement) =>
    requirement.state === "not_understood"
  );
  const notRun = report.checks.filter((check) => check.state === "not_run");
  return [
    `${HEADLINES[report.status]}: ${scoreText(report)} (${
      (report.ms / 1000).toFixed(1)
    } s, ${out}/evidence/report.md)`,
    ...(missed.length === 0 ? [] : [
      `  not built (not understood, or not built yet): ${
        missed.map(({ text }) => JSON.stringify(text)).join(", ")
      }`,
    ]),
    ...findings.map((finding) =>
      `  ${finding.code} ${finding.place}: ${finding.cause}\n    next: ${finding.nextStep}`
    ),
    ...(findings.length === 0
      ? notRun.map((check) =>
        `  not run: ${check.title}${check.note ? ` (${check.note})` : ""}`
      )
      : []),
    "",
  ].join("\n");
}

const HEADLINES: Readonly<Record<VerificationReport["status"], string>> = {
  verified: "Verified",
  failed: "FAILED",
  interrupted: "Interrupted",
  not_run: "Not fully verified",
};
