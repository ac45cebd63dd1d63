/**
 * Runs tests of a system under its own permissions and counts what was executed.
 *
 * @module
 */
import { counted } from "./counted.ts";
import { readIfThere } from "./read_subject.ts";
import { parseJunit } from "./junit.ts";
import type { TestResult } from "./report.ts";
import { selectTests } from "./test_modules.ts";
import type { CheckOutcome, FindingDraft, TierContext } from "./tier.ts";
import type { FindingCode } from "./finding_codes.ts";
import { fetchFailure, firstError } from "./tool_findings.ts";
import type { ToolRun } from "./workbench.ts";

/** What a run of tests gave. */
export interface TestRun {
  /** Every test and step it reported. */
  readonly tests: readonly TestResult[];
  /** The run itself. */
  readonly run: ToolRun;
  /** Its raw output; missing when nothing ran. */
  readonly log?: string;
}

/** What there is to judge where the files of the tests are missing. */
export const NO_RUN: TestRun = {
  tests: [],
  run: { code: 0, stdout: "", stderr: "", ms: 0 },
};

/**
 * Runs the tests below some paths by `deno task test`, in the copy. Types are not checked again. What the run gave
 * is kept on the bench, for whatever leads to one of its tests.
 *
 * @param name names the run; its raw output is `<name>.log`.
 */
export async function runTests(
  context: TierContext,
  name: string,
  paths: readonly string[],
): Promise<TestRun> {
  const run = await runSelected(context, name, paths);
  context.bench.testRuns.set(name, run);
  return run;
}

async function runSelected(
  context: TierContext,
  name: string,
  paths: readonly string[],
): Promise<TestRun> {
  const { args, files, gathered } = await selectTests(context, {
    name,
    paths,
  });
  for (const file of files) context.bench.tested.add(file);
  const ran = await runOnce(context, name, args);
  if (!gathered || !brokeOff(ran)) return ran;
  // Deno names the module that broke off: once more as files, to know which of them it was.
  const again = await runOnce(context, name, paths);
  return again.run.code === 0 ? ran : again;
}

/** Runs the tests that `deno task test` finds in the system's folder and no run before this one has run. */
export function runOtherTests(
  context: TierContext,
  name: string,
): Promise<TestRun> {
  const { tested } = context.bench;
  return runOnce(context, name, [
    "--permit-no-files",
    ...(tested.size > 0
      ? [`--ignore=${[...tested].toSorted().join(",")}`]
      : []),
  ]);
}

async function runOnce(
  { bench }: TierContext,
  name: string,
  selected: readonly string[],
): Promise<TestRun> {
  const cwd = await bench.copy();
  const junit = await bench.temporary(`${name}.xml`);
  const log = `${name}.log`;
  const args = ["task", "test", "--no-check", `--junit-path=${junit}`];
  const run = await bench.run([...args, ...selected], { cwd, log });
  return { tests: parseJunit(await readIfThere(junit) ?? "", cwd), run, log };
}

/** How tests are judged. */
export interface TestRules {
  /** The code of a failed test. */
  readonly failed: FindingCode;
  /** The code of having none. */
  readonly none: FindingCode;
  /** The place to name when there are none. */
  readonly place: string;
}

/**
 * Judges the tests of a run, or some of them: all must have run and passed, and there must be some.
 *
 * A run that broke off fails every check that leans on it, as nobody knows what it did not report.
 */
export function judgeTests(
  { run, log, tests: all }: TestRun,
  rules: TestRules,
  tests: readonly TestResult[] = all,
): CheckOutcome {
  const broken = brokenRun(run, all);
  if (broken && "notRun" in broken) return broken;
  const findings: FindingDraft[] = broken ? [...broken.findings] : [];
  for (const test of tests) {
    if (test.state === "ignored") findings.push(ignored(test));
    if (test.state === "failed" && !hasFailedStep(test, tests)) {
      findings.push(failed(test, rules.failed));
    }
  }
  const whole = tests.filter((test) => !test.step);
  if (!whole.some((test) => test.state !== "ignored")) {
    findings.push(none(rules));
  }
  const steps = tests.length - whole.length;
  const ms = tests === all
    ? run.ms
    : whole.reduce((sum, test) => sum + test.ms, 0);
  const note = counted(whole.length, "test") +
    (steps > 0 ? `, ${counted(steps, "step")}` : "");
  return { findings, ...(log === undefined ? {} : { log }), note, ms };
}

function brokenRun(
  run: ToolRun,
  tests: readonly TestResult[],
): { notRun: string } | { findings: FindingDraft[] } | undefined {
  if (run.code === 0) return undefined;
  const missing = tests.length === 0 ? fetchFailure(run.stderr) : undefined;
  if (missing) return { notRun: missing };
  if (!brokeOff({ run, tests })) return undefined;
  const uncaught = uncaughtError(run);
  return {
    findings: [{
      code: "V207",
      place: (uncaught?.[1] ?? "deno task test").replace(/^\.\//, ""),
      cause: uncaught?.[2] ?? firstError(run),
      nextStep: "run deno task test in the system's folder",
    }],
  };
}

/** Tells whether a run ended by something else than tests that failed. */
function brokeOff({ run, tests }: TestRun): boolean {
  return run.code !== 0 && (uncaughtError(run) !== null ||
    !tests.some((test) => test.state === "failed"));
}

/** Finds the file and the first line of an error that no test caught. */
function uncaughtError({ stdout, stderr }: ToolRun): RegExpExecArray | null {
  return /^(\S+) \(uncaught error\)\n(.*)$/m.exec(`${stdout}\n${stderr}`);
}

function hasFailedStep(
  test: TestResult,
  tests: readonly TestResult[],
): boolean {
  return tests.some((other) =>
    other.state === "failed" && other.name.startsWith(`${test.name} > `)
  );
}

function failed(test: TestResult, code: FindingCode): FindingDraft {
  return {
    code,
    place: test.file,
    cause: `"${test.name}": ${test.message ?? "failed"}`,
    nextStep: `run deno task test ${test.file.replace(/:\d+$/, "")}`,
    ...(test.frames ? { frames: test.frames } : {}),
  };
}

function ignored(test: TestResult): FindingDraft {
  return {
    code: "V208",
    place: test.file,
    cause: `found "${test.name}" ignored, wanted it to run`,
    nextStep: "let it run, or remove it",
  };
}

function none(rules: TestRules): FindingDraft {
  return {
    code: rules.none,
    place: rules.place,
    cause: "found no test that ran, wanted at least one",
    nextStep: "generate the system again, or write the test",
  };
}
