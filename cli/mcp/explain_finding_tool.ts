/**
 * The tool `explain_finding`: what a code means and what to do about it.
 *
 * @module
 */
import { join } from "node:path";
import * as z from "zod";
import { DIAGNOSTIC_CODES } from "../../generator/blueprint/diagnostic_codes.ts";
import { nearName } from "../../generator/blueprint/near_name.ts";
import { parseReport } from "../../validation/evidence/check_evidence.ts";
import { FINDING_CODES } from "../../validation/finding_codes.ts";
import { readIfThere } from "../../validation/read_subject.ts";
import { CommandFailure, EXIT } from "../exit_code.ts";
import { findingAdvice } from "./finding_advice.ts";
import { resolveSystem } from "./resolve_system.ts";
import { FINDING, findingsOf } from "./result_schemas.ts";
import type { Tool } from "./tool.ts";

const INPUT = z.strictObject({
  code: z.string().describe(
    "Such as AC110, of a blueprint, or V201, of a system",
  ),
  system: z.string().optional().describe(
    "A system's folder, relative to the root: the findings of its last report are told, too",
  ),
});

const OUTPUT = z.object({
  code: z.string(),
  about: z.enum(["blueprint", "system"]).describe("What it is found in"),
  meaning: z.string(),
  advice: z.string().describe("What to do about it"),
  verifiedAt: z.string().optional().describe(
    "When the last verification of the system began",
  ),
  findings: z.array(FINDING).optional().describe(
    "What it found with this code",
  ),
});

/** Explains a code; writes nothing. */
export const EXPLAIN_FINDING: Tool<typeof INPUT, typeof OUTPUT> = {
  name: "explain_finding",
  title: "Explain a finding",
  description:
    "Says what the code of a diagnostic (AC…) or of a finding (V…) means and what to do; with a system, also where its last verification found it.",
  input: INPUT,
  output: OUTPUT,
  annotations: { readOnlyHint: true, openWorldHint: false },
  async run({ code, system }, { root }) {
    const meaning = meaningOf(code.trim().toUpperCase());
    if (system === undefined) return meaning;
    const dir = await resolveSystem(system, root);
    const { success, data: report } = REPORT.safeParse(
      parseReport(await readIfThere(join(dir, "evidence/report.json"))),
    );
    if (!success) {
      throw new CommandFailure(
        `Cannot tell the findings of "${system}": found no report of this version in it, wanted one that verify has written`,
        EXIT.couldNotRun,
      );
    }
    return {
      ...meaning,
      verifiedAt: report.startedAt,
      findings: findingsOf(onlyOf(meaning.code, report)),
    };
  },
};

function meaningOf(code: string): z.input<typeof OUTPUT> {
  const known = { ...DIAGNOSTIC_CODES };
  const diagnostic = Object.hasOwn(known, code) ? known[code] : undefined;
  if (diagnostic) {
    const { title, advice } = diagnostic;
    const meaning = code.startsWith("AC9")
      ? `${title} known, not built yet`
      : title;
    return { code, about: "blueprint", meaning, advice };
  }
  if (isFindingCode(code)) {
    return {
      code,
      about: "system",
      meaning: FINDING_CODES[code],
      advice: findingAdvice(code),
    };
  }
  const near = nearName(code, [
    ...Object.keys(known),
    ...Object.keys(FINDING_CODES),
  ]);
  throw new CommandFailure(
    `Cannot explain ${JSON.stringify(code.slice(0, 40))}: found no such code${
      near === undefined ? "" : ` (the nearest is ${near})`
    }, wanted one of a diagnostic (AC…) or of a finding (V…)`,
    EXIT.couldNotRun,
  );
}

function isFindingCode(code: string): code is keyof typeof FINDING_CODES {
  return Object.hasOwn(FINDING_CODES, code);
}

function onlyOf(code: string, { checks }: z.output<typeof REPORT>) {
  return checks.map(({ findings, log }) => ({
    findings: findings.filter((finding) => finding.code === code),
    ...(log === undefined ? {} : { log }),
  }));
}

/** What is read of a report: anybody may have written it. */
const REPORT = z.object({
  startedAt: z.string(),
  checks: z.array(z.object({
    log: z.string().optional(),
    findings: z.array(z.object({
      code: z.string(),
      place: z.string(),
      cause: z.string(),
      nextStep: z.string(),
      origin: z.object({
        blueprint: z.object({ file: z.string(), line: z.number() }).optional(),
      }).optional(),
    })),
  })),
});
