/**
 * The tool `verify`: checks a generated system.
 *
 * @module
 */
import * as z from "zod";
import {
  DEEP_NAMES,
  readinessText,
  type VerificationReport,
} from "../../validation/report.ts";
import { verifyCommand } from "../verify.ts";
import { FINDING, findingsOf, MOST_FINDINGS } from "./result_schemas.ts";
import { runCommand } from "./run_command.ts";
import { resolveSystem } from "./resolve_system.ts";
import type { Tool } from "./tool.ts";

const INPUT = z.strictObject({
  system: z.string().describe("The system's folder, relative to the root"),
  allowEdits: z.boolean().default(false).describe(
    "Let generated files differ from what was generated: they were edited by hand",
  ),
  heal: z.boolean().default(false).describe(
    "Mend what fails in tiers 2 to 4 and verify anew; what leads to no pass is taken back",
  ),
  fresh: z.boolean().default(false).describe(
    "Run everything, also when nothing has changed since the last verification",
  ),
  deep: z.array(z.enum(DEEP_NAMES)).min(1).optional().describe(
    "Parts that take minutes, to run after the tiers",
  ),
});

const OUTPUT = z.object({
  ok: z.boolean().describe("Whether it is verified"),
  status: z.enum(["verified", "failed", "interrupted", "not_run"]),
  passed: z.number().int().describe("Checks that passed"),
  applicable: z.number().int().describe(
    "Checks that passed, failed or did not run",
  ),
  findings: z.array(FINDING).describe(
    `What is wrong; at most ${MOST_FINDINGS}, all are in the report`,
  ),
  notRun: z.array(z.string()).describe("Checks that did not run, and why"),
  notUnderstood: z.array(z.string()).describe(
    "Requirements that are in no blueprint, and that nothing checks",
  ),
  healings: z.array(z.object({
    reason: z.string(),
    files: z.array(z.string()),
    kept: z.boolean().describe("False where it was taken back"),
  })).describe("What was mended"),
  readiness: z.string().optional().describe(
    "How ready for production, where that part of the deep run was asked for",
  ),
  report: z.string().describe("The whole report, relative to the root"),
});

/** Verifies a system; its sources are read where they are and run in a copy. */
export const VERIFY: Tool<typeof INPUT, typeof OUTPUT> = {
  name: "verify",
  title: "Verify a system",
  description:
    "Checks a generated system in four tiers (files and wiring; types, lint and tests; boot, calls and restart; requirements) and writes the evidence into it. Takes about a minute. Each finding says what to do next.",
  input: INPUT,
  output: OUTPUT,
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  },
  alone: true,
  async run({ system, deep, ...options }, { root, signal, tell }) {
    const dir = await resolveSystem(system, root);
    // A command that was told to print JSON prints exactly its report.
    const report = await runCommand(
      async (console) =>
        await verifyCommand(
          {
            ...options,
            dir,
            json: true,
            ...(deep ? { deep: deep.join(",") } : {}),
          },
          console,
          signal,
        ),
      tell,
    ) as VerificationReport;
    return resultOf(report, `${root.relative(dir)}/evidence/report.html`);
  },
};

function resultOf(
  { status, score, checks, requirements, healings, readiness }:
    VerificationReport,
  report: string,
): z.input<typeof OUTPUT> {
  return {
    ok: status === "verified",
    status,
    passed: score.passed,
    applicable: score.applicable,
    findings: findingsOf(checks),
    notRun: checks.filter(({ state }) => state === "not_run")
      .map(({ title, note }) =>
        note === undefined ? title : `${title}: ${note}`
      ),
    notUnderstood: requirements
      .filter(({ state }) => state === "not_understood")
      .map(({ text }) => text),
    healings: (healings ?? []).map(({ reason, files, kept }) => ({
      reason,
      files: [...files],
      kept,
    })),
    ...(readiness ? { readiness: readinessText(readiness) } : {}),
    report,
  };
}
