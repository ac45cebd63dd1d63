/**
 * Reads what a system wrote while it ran.
 *
 * @module
 */
import { CANARY } from "./check_endpoints.ts";
import { counted } from "./counted.ts";
import type { LiveSession } from "./live_session.ts";
import type { CheckOutcome, FindingDraft } from "./tier.ts";

/** Makes sure that standard output is JSON lines, and that nothing written holds a stack trace or a secret. */
export function checkLog(
  { stdout, stderr }: Pick<LiveSession, "stdout" | "stderr">,
): CheckOutcome {
  const lines = stdout.split("\n").filter((line) => line !== "");
  const findings: FindingDraft[] = [];
  const broken = lines.findIndex((line) => !isEntry(line));
  if (broken >= 0) {
    findings.push({
      code: "V310",
      place: `standard output, line ${broken + 1}`,
      cause: `found "${
        lines[broken]?.slice(0, 200)
      }", wanted a JSON object with an event`,
      nextStep: "write through the component's log, not to the console",
    });
  }
  const everything = `${stdout}\n${stderr}`;
  for (const [what, pattern] of FORBIDDEN) {
    const line = everything.split("\n").find((line) => pattern.test(line));
    if (line === undefined) continue;
    findings.push({
      code: "V311",
      place: "the system's log",
      cause: `found ${what}: "${line.trim().slice(0, 200)}", wanted none`,
      nextStep: "log the event and the facts that an operator needs",
    });
  }
  return { findings, note: counted(lines.length, "line") };
}

function isEntry(line: string): boolean {
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === "object" && entry !== null &&
      typeof (entry as { event?: unknown }).event === "string";
  } catch {
    return false;
  }
}

const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  [
    "a stack trace",
    /\bat (?:async )?(?:\S+ \()?(?:file|ext|https?):\/{0,2}\S+:\d+:\d+/,
  ],
  ["a secret that a request carried", new RegExp(CANARY)],
];
