/**
 * What the results of several tools have in common.
 *
 * @module
 */
import * as z from "zod";
import type { Diagnostic } from "../../generator/diagnostic.ts";

/** Something found in a blueprint or a request. */
export const DIAGNOSTIC = z.object({
  code: z.string().describe("Stable, such as AC110; explain_finding knows it"),
  severity: z.enum(["error", "warning", "assumed"]).describe(
    "An error stops generation; assumed is what was decided without being asked for",
  ),
  message: z.string(),
  path: z.string().optional().describe(
    "Where in the blueprint, such as entities.task.fields.title",
  ),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  hint: z.string().optional().describe("What to do about it"),
});

/** The language model that planned a request. */
export const PLANNED_BY = z.object({
  model: z.string(),
  rounds: z.number().int(),
  calls: z.number().int().describe(
    "None where it was answered by what an earlier call has kept",
  ),
}).describe("The language model that planned it, where one did");

/** A finding of a verification. */
export const FINDING = z.object({
  code: z.string().describe("Stable, such as V201; explain_finding knows it"),
  place: z.string().describe("A file with its line, an endpoint or a test"),
  cause: z.string().describe("What was found and what was wanted"),
  nextStep: z.string().describe("What to do about it"),
  blueprint: z.string().optional().describe(
    "The line of the blueprint that the place was made for",
  ),
  log: z.string().optional().describe(
    "The raw output of the check, below the system's folder",
  ),
});

/** Describes diagnostics for an agent. */
export function diagnosticsOf(
  diagnostics: readonly Diagnostic[],
): z.input<typeof DIAGNOSTIC>[] {
  return diagnostics.map((
    { code, severity, message, path, position, hint },
  ) => ({
    code,
    severity,
    message,
    path,
    line: position?.line,
    column: position?.column,
    hint,
  }));
}

/** As much of a check as is told. */
export interface ToldCheck {
  /** Its raw output, below the evidence. */
  readonly log?: string | undefined;
  /** What it found. */
  readonly findings: readonly {
    readonly code: string;
    readonly place: string;
    readonly cause: string;
    readonly nextStep: string;
    readonly origin?: {
      readonly blueprint?:
        | { readonly file: string; readonly line: number }
        | undefined;
    } | undefined;
  }[];
}

/** Describes the findings of checks for an agent: the first ones, as the others are in the report. */
export function findingsOf(
  checks: readonly ToldCheck[],
): z.input<typeof FINDING>[] {
  return checks.flatMap(({ findings, log }) =>
    findings.map(({ code, place, cause, nextStep, origin }) => ({
      code,
      place,
      cause: cause.slice(0, LONGEST),
      nextStep,
      blueprint: origin?.blueprint &&
        `${origin.blueprint.file}:${origin.blueprint.line}`,
      log: log === undefined ? undefined : `evidence/${log}`,
    }))
  ).slice(0, MOST_FINDINGS);
}

/** Findings that are told at once. */
export const MOST_FINDINGS = 50;

/** Characters of a cause: a test that fails may say very much. */
const LONGEST = 4_000;
