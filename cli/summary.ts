/**
 * The lines that sum up a generation and a verification.
 *
 * @module
 */
import type { GenerationFigures } from "../generator/generate.ts";
import type { EvidenceCheck } from "../validation/evidence/check_evidence.ts";
import { healingText } from "../validation/healing/healing_text.ts";
import { originText } from "../validation/origin/origin_text.ts";
import {
  readinessText,
  scoreText,
  type VerificationReport,
} from "../validation/report.ts";
import { secondReadingText } from "../validation/second_reading.ts";

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
    `  rendered in ${figures.waves.length} waves, with ${figures.syntaxErrors.length} syntax errors (${
      (figures.syntaxErrorRate * 100).toFixed(0)
    } %)`,
    "",
  ].join("\n");
}

/** Says how the verification ended. */
export function verificationSummary(
  evidence: string,
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
    } s, ${evidence}/report.html)`,
    ...(report.readiness
      ? [`  production readiness: ${readinessText(report.readiness)}`]
      : []),
    ...(report.healings ?? []).map((one) => `  ${healingText(one)}`),
    ...secondReading(report),
    ...(missed.length === 0 ? [] : [
      `  not built (not understood, or not built yet): ${
        missed.map(({ text }) => JSON.stringify(text)).join(", ")
      }`,
    ]),
    ...findings.map((finding) =>
      `  ${finding.code} ${finding.place}: ${finding.cause}\n${
        finding.origin ? `    from: ${originText(finding.origin)}\n` : ""
      }    next: ${finding.nextStep}`
    ),
    ...(findings.length === 0
      ? notRun.map((check) =>
        `  not run: ${check.title}${check.note ? ` (${check.note})` : ""}`
      )
      : []),
    "",
  ].join("\n");
}

function secondReading({ secondReading }: VerificationReport): string[] {
  if (!secondReading) return [];
  const open = secondReading.claims.filter(({ outcome }) => outcome === "open");
  return [
    `  ${secondReadingText(secondReading)}`,
    ...open.map(({ id, quote, reason }) =>
      `    open ${id} ${JSON.stringify(quote)}: ${reason ?? ""}`
    ),
  ];
}

/** Says whether a system still is the one that was verified. */
export function evidenceSummary(
  evidence: string,
  { holds, reason, report, changed, added, removed }: EvidenceCheck,
): string {
  const verified = report
    ? `${scoreText(report)} at ${report.startedAt} (${evidence}/report.html)`
    : "";
  if (holds) return `This is what was verified: ${verified}\n`;
  const list = (word: string, paths: readonly string[]) =>
    paths.map((path) => `  ${word} ${path}\n`).join("");
  return `This is NOT what was verified: ${reason}\n` +
    list("changed", changed) + list("added", added) +
    list("removed", removed) + (report ? `  evidence: ${verified}\n` : "");
}

const HEADLINES: Readonly<Record<VerificationReport["status"], string>> = {
  verified: "Verified",
  failed: "FAILED",
  interrupted: "Interrupted",
  not_run: "Not fully verified",
};
