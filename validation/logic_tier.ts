/**
 * Tier 2: the sources, and every component alone.
 *
 * @module
 */
import type { ComponentModel } from "../generator/model/system_model.ts";
import { authoredChecks } from "./check_authored.ts";
import { hostChecks } from "./check_hosts.ts";
import { addedToLock, copyLock } from "./check_lock.ts";
import { withBlueprintPlaces } from "./logic_places.ts";
import { readIfThere } from "./read_subject.ts";
import type { TestResult } from "./report.ts";
import { judgeTests, runTests, type TestRun } from "./test_run.ts";
import type { CheckOutcome, CheckPlan, Tier, TierContext } from "./tier.ts";
import {
  docLint,
  FORMAT,
  install,
  judgeTool,
  LINT,
  type SourceTool,
  typeCheck,
} from "./tool_findings.ts";

/** Tier 2. */
export const LOGIC_TIER: Tier = {
  tier: 2,
  name: "logic",
  title: "types, lint, format, every component alone",
  plan,
};

function plan(context: TierContext): CheckPlan[] {
  const { bench, subject } = context;
  const { dir } = subject;
  const judged = async (tool: SourceTool, log: string, cwd = dir) =>
    judgeTool(tool, await bench.run(tool.args, { cwd, log }), {
      dir: cwd,
      log,
    });
  const placed = async (tool: SourceTool, id: string) =>
    withBlueprintPlaces(await judged(tool, `${id}.log`), {
      subject,
      folder: () => bench.temporary(`logic-${id}`),
      run: (dir) => judged(tool, `${id}.log`, dir),
    });
  const tool = (id: string, title: string, tool: SourceTool): CheckPlan => ({
    id: `logic.${id}`,
    title,
    run: () => placed(tool, id),
  });
  let unit: Promise<TestRun> | undefined;
  const units = () => unit ??= runTests(context, "unit", ["tests/unit"]);
  // The longest first: with two turns, the others fit beside it.
  return [
    {
      id: "logic.types",
      title: "all types fit",
      run: async () => {
        const { path } = await copyLock(context, "types");
        return placed(typeCheck(path), "types");
      },
    },
    ...(subject.model?.components ?? []).map((component): CheckPlan => ({
      id: `logic.unit.${component.name}`,
      title: `${component.className} passes its unit tests`,
      run: () =>
        needing(component, context, () => checkUnits(component, units)),
    })),
    ...(subject.model?.components ?? []).map((component): CheckPlan => ({
      id: `logic.conformance.${component.name}`,
      title: conformanceTitle(component),
      run: () =>
        needing(component, context, () => checkConformance(component, units)),
    })),
    {
      id: "logic.unit.others",
      title: "unit tests of no single component pass",
      run: () => checkOthers(context, units),
    },
    {
      id: "logic.lock",
      title: "the lock file holds all packages",
      run: async () => {
        const { path, text } = await copyLock(context, "lock");
        const cwd = await bench.copy();
        const outcome = await judged(install(path), "lock.log", cwd);
        return addedToLock(outcome, text, await readIfThere(path));
      },
    },
    ...authoredChecks(context),
    ...hostChecks(subject),
    tool("lint", "the linter is content", LINT),
    tool("format", "every file is formatted", FORMAT),
    tool("docs", "every export is documented", docLint(documented(context))),
  ];
}

/** Runs a check of a component, if what it needs is there: a store on PostgreSQL needs a server. */
function needing(
  { type }: ComponentModel,
  { subject, noDatabase }: TierContext,
  check: () => Promise<CheckOutcome>,
): Promise<CheckOutcome> {
  const needsIt = type === "Store" && subject.model?.engine === "postgres";
  return needsIt && noDatabase !== undefined
    ? Promise.resolve({ notRun: noDatabase })
    : check();
}

async function checkUnits(
  component: ComponentModel,
  units: () => Promise<TestRun>,
): Promise<CheckOutcome> {
  const run = await units();
  const own = run.tests.filter((test) =>
    isOf(component, test) && !isConformance(component, test)
  );
  if (component.type === "APIEndpoint" && own.length === 0) {
    return { notApplicable: "tested as a whole by the contract tests" };
  }
  const place = testFile(component);
  return judgeTests(run, { failed: "V205", none: "V206", place }, own);
}

async function checkConformance(
  component: ComponentModel,
  units: () => Promise<TestRun>,
): Promise<CheckOutcome> {
  const run = await units();
  const own = run.tests.filter((test) => isConformance(component, test));
  const place = testFile(component);
  return judgeTests(run, { failed: "V210", none: "V211", place }, own);
}

/** A hand-written unit test must pass too. */
async function checkOthers(
  { subject }: TierContext,
  units: () => Promise<TestRun>,
): Promise<CheckOutcome> {
  const components = subject.model?.components ?? [];
  const run = await units();
  const others = run.tests.filter((test) =>
    !components.some((component) => isOf(component, test))
  );
  if (others.length === 0) return { notApplicable: "there are none" };
  const rules = { failed: "V205", none: "V206", place: "tests/unit" } as const;
  return judgeTests(run, rules, others);
}

function testFile({ name }: ComponentModel): string {
  return `tests/unit/${name}_test.ts`;
}

function isOf(component: ComponentModel, { file }: TestResult): boolean {
  return file.startsWith(`${testFile(component)}:`);
}

/** Tells whether a test, or a step of it, is the one that holds the component against the harness's contract. */
function isConformance(component: ComponentModel, test: TestResult): boolean {
  const title = conformanceTitle(component);
  return isOf(component, test) && `${test.name} > `.startsWith(`${title} > `);
}

function conformanceTitle({ className }: ComponentModel): string {
  return `${className} keeps the contract of a component`;
}

/** Everything but the tests; of the harness its public side, as its inner modules are not imported. */
function documented({ subject }: TierContext): string[] {
  return (subject.manifest?.files ?? [])
    .map((file) => file.path)
    .filter((path) =>
      path.endsWith(".ts") && !path.startsWith("tests/") &&
      (!path.startsWith("harness/") || path === "harness/mod.ts")
    );
}
