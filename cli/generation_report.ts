/**
 * What `autocoder generate --json` prints.
 *
 * @module
 */
import type { GeneratedFiles } from "../generator/generate.ts";
import type { AuthoredSystem } from "./author.ts";
import { authoringRecord } from "./author_summary.ts";
import type { HealedSystem } from "../generator/heal_blueprint.ts";
import type { PreparedSystem } from "../generator/prepare.ts";
import type { VerificationReport } from "../validation/report.ts";

/** How far a generation came. */
export interface ReportParts {
  /** Whether the exit code is 0. */
  readonly ok: boolean;
  /** What was read. */
  readonly prepared: PreparedSystem;
  /** What was mended before that. */
  readonly healed?: HealedSystem | undefined;
  /** What a language model has written for it. */
  readonly authored?: AuthoredSystem | undefined;
  /** What was generated. */
  readonly generated?: GeneratedFiles;
  /** Where it is. */
  readonly path?: string;
  /** How it was verified. */
  readonly report?: VerificationReport | undefined;
}

/** Makes the object; its `schema` names the version of its form. */
export function generationReport(
  { ok, prepared, healed, authored, generated, path, report }: ReportParts,
): Readonly<Record<string, unknown>> {
  return {
    schema: "autocoder/generate/v1",
    ok,
    system: prepared.model?.name.snake,
    path,
    healings: healed?.healings,
    diagnostics: prepared.diagnostics,
    understanding: prepared.understanding && {
      plannedBy: prepared.understanding.plannedBy,
      sentences: prepared.understanding.sentences,
      assumptions: prepared.understanding.assumptions,
    },
    authoring: authored && authoringRecord(authored),
    figures: generated?.figures,
    verification: report && {
      status: report.status,
      score: report.score,
      ms: report.ms,
      report: "evidence/report.json",
      ...(report.healings ? { healings: report.healings } : {}),
      findings: report.checks.flatMap(({ findings }) =>
        findings.map(({ code, place, cause, nextStep, origin }) => ({
          code,
          place,
          message: cause,
          nextStep,
          ...(origin ? { origin } : {}),
        }))
      ),
    },
  };
}
