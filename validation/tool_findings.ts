/**
 * Reads the output of Deno's tools as findings.
 *
 * @module
 */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { FindingCode } from "./finding_codes.ts";
import type { CheckOutcome, FindingDraft } from "./tier.ts";
import type { ToolRun } from "./workbench.ts";

/** What a tool finds, with places as it writes them. */
export interface ToolFinding {
  /** Where. */
  readonly place: string;
  /** What. */
  readonly cause: string;
  /** Other places that it names. */
  readonly related?: readonly string[];
}

/** A tool of Deno that passes judgement on sources. */
export interface SourceTool {
  /** Its arguments. */
  readonly args: readonly string[];
  /** The code of what it finds. */
  readonly code: FindingCode;
  /** What to do about it. */
  readonly nextStep: string;
  /** Reads its findings; only called when it failed. */
  readonly read: (
    output: string,
  ) => readonly ToolFinding[];
}

/**
 * `deno check` over everything that is not excluded.
 *
 * @param lock a lock file it may write to: some versions of Deno add the packages that only types need.
 */
export function typeCheck(lock: string): SourceTool {
  return {
    args: ["check", `--lock=${lock}`, "."],
    code: "V201",
    nextStep: "correct the type where it is declared",
    read: (output) =>
      output.split(/^(?=TS\d+ \[ERROR\]: \S)/m).flatMap((part) =>
        [...part.matchAll(TYPE_ERROR)].map((match) => ({
          place: match[3] ?? "",
          cause: `${match[1]} ${match[2]?.trim()}${hintIn(part)}`,
          related: [...part.matchAll(/^ {8}at (\S+)$/gm)]
            .map(([, place = ""]) => place),
        }))
      ),
  };
}

/** What the compiler asks beside its finding, which it writes as one of its own. */
function hintIn(part: string): string {
  const hint = /^TS\d+ \[ERROR\]: {2,}(Did you .*\?)$/m.exec(part)?.[1];
  return hint === undefined ? "" : ` ${hint}`;
}

/** `deno install` for the program, as the container file does it; it may write to that lock file. */
export function install(lock: string): SourceTool {
  return {
    args: ["install", `--lock=${lock}`, "--entrypoint", "main.ts"],
    code: "V209",
    nextStep: "run deno install --entrypoint main.ts in the system's folder",
    read: () => [],
  };
}

/** `deno lint`. */
export const LINT: SourceTool = {
  args: ["lint", "--compact"],
  code: "V202",
  nextStep: "run deno lint in the system's folder",
  read: (output) =>
    [...output.matchAll(/^(\S+): line (\d+), col (\d+) - (.*)$/gm)]
      .map(([, file, line, column, cause]) => ({
        place: `${file}:${line}:${column}`,
        cause: cause ?? "",
      })),
};

/** `deno fmt --check`. */
export const FORMAT: SourceTool = {
  args: ["fmt", "--check"],
  code: "V203",
  nextStep: "run deno fmt in the system's folder",
  read: (output) =>
    [
      ...output.matchAll(/^from (.*):$/gm),
      ...output.matchAll(/^Error formatting: (.*)$/gm),
    ].map(([, file]) => ({
      place: file ?? "",
      cause: "found another format than deno fmt's",
    })),
};

/** `deno doc --lint` over these modules. */
export function docLint(modules: readonly string[]): SourceTool {
  return {
    args: ["doc", "--lint", ...modules],
    code: "V204",
    nextStep: "document the export and give it explicit types",
    read: (output) =>
      [...output.matchAll(/^error\[([\w-]+)\]: (.*)\n\s*--> (.*)$/gm)]
        .map(([, rule, cause, place]) => ({
          place: place ?? "",
          cause: `${cause} (${rule})`,
        })),
  };
}

/** Judges a tool's run: passed, findings, or not run where packages could not be fetched. */
export function judgeTool(
  tool: SourceTool,
  run: ToolRun,
  options: { readonly dir: string; readonly log: string },
): CheckOutcome {
  const { log } = options;
  if (run.code === 0) return { findings: [], log, ms: run.ms };
  const output = `${run.stdout}\n${run.stderr}`;
  const read = tool.read(output);
  const missing = read.length === 0 ? fetchFailure(run.stderr) : undefined;
  if (missing) return { notRun: missing };
  const found = read.length > 0
    ? read.slice(0, MOST_FINDINGS)
    : [{ place: `deno ${tool.args[0]}`, cause: firstError(run) }];
  const findings = found.map((
    { place, cause, related = [] }: ToolFinding,
  ): FindingDraft => ({
    code: tool.code,
    place: shortPlace(place, options.dir),
    cause,
    nextStep: tool.nextStep,
    ...(related.length === 0
      ? {}
      : { related: related.map((one) => shortPlace(one, options.dir)) }),
  }));
  return {
    findings,
    log,
    ms: run.ms,
    note: read.length > findings.length
      ? `the first ${findings.length} of ${read.length} findings`
      : undefined,
  };
}

/** Tells that Deno could not get its packages, which says nothing about the system. */
export function fetchFailure(stderr: string): string | undefined {
  const match = FETCH_FAILURES.exec(stderr);
  return match
    ? `Deno could not fetch the packages: ${match[0].trim()}`
    : undefined;
}

/** Picks the line that says why a run failed. */
export function firstError(run: Pick<ToolRun, "code" | "stderr">): string {
  const lines = run.stderr.split("\n").map((line) => line.trim());
  return lines.find((line) => /^error\b/i.test(line)) ??
    lines.findLast((line) => line !== "") ?? `exit code ${run.code}`;
}

/** Names a place relative to the system. */
export function shortPlace(place: string, dir: string): string {
  const [, file = place, position = ""] =
    /^(.*?)((?::\d+){0,2})$/.exec(place) ??
      [];
  const path = file.startsWith("file://") ? fileURLToPath(file) : file;
  return `${path.startsWith("/") ? relative(dir, path) : path}${position}`;
}

const TYPE_ERROR =
  /^(TS\d+) \[ERROR\]: (.*(?:\n(?! {4}at ).*)*?)(?:\n.*){0,6}?\n {4}at (\S+)$/gm;

const FETCH_FAILURES =
  /^.*(?:error sending request|failed to lookup address|dns error|Connection refused|certificate|not found in cache|--cached-only).*$/im;

/** Findings shown of one tool; the raw output has them all. */
const MOST_FINDINGS = 50;
