/**
 * Tier 4: every requirement leads to an acceptance test that ran.
 *
 * @module
 */
import { untestedReason } from "../generator/plan/acceptance_view.ts";
import type { RequirementTrace, TestResult } from "./report.ts";
import { judgeTests, NO_RUN, runTests, type TestRun } from "./test_run.ts";
import type { CheckOutcome, CheckPlan, Tier, TierContext } from "./tier.ts";

/** Tier 4. */
export const SEMANTICS_TIER: Tier = {
  tier: 4,
  name: "semantics",
  title: "every requirement has an acceptance test that ran",
  plan,
};

/** Lists a system's requirements, none of them tested yet. */
export function requirementsOf(
  { subject }: Pick<TierContext, "subject">,
): RequirementTrace[] {
  return (subject.model?.requirements ?? []).map((requirement) => ({
    ...requirement,
    tests: [],
    state: requirement.covers.length === 0 ? "not_understood" : "not_run",
  }));
}

function plan(context: TierContext): CheckPlan[] {
  const requirements = requirementsOf(context);
  const understood = requirements.filter(({ state }) =>
    state !== "not_understood"
  );
  if (understood.length === 0) {
    return [{
      id: "semantics.requirements",
      title: "every requirement is met",
      run: () =>
        Promise.resolve({ notApplicable: "the blueprint has no requirements" }),
    }];
  }
  const run = acceptanceRun(context, requirements);
  return [
    ...understood.map((requirement): CheckPlan => ({
      id: `semantics.${requirement.id}`,
      title: requirement.text,
      run: async () => {
        const untested = untestedOf(requirement, context);
        return untested.length === requirement.covers.length
          ? { notApplicable: untested.join("; ") }
          : checkRequirement(await run(), requirement, untested);
      },
    })),
    {
      id: "semantics.trace",
      title: "every acceptance test belongs to a requirement",
      run: async () => checkTrace(await run(), requirements),
    },
  ];
}

function acceptanceRun(
  context: TierContext,
  requirements: readonly RequirementTrace[],
): () => Promise<TestRun | undefined> {
  const { subject } = context;
  let run: Promise<TestRun | undefined> | undefined;
  const start = async () => {
    if (!subject.manifest?.files.some(({ path }) => path === ACCEPTANCE)) {
      return undefined;
    }
    const run = await runTests(context, "acceptance", [ACCEPTANCE]);
    context.trace(requirements.map((requirement) => ({
      ...requirement,
      tests: testsOf(requirement.id, run.tests),
    })));
    return run;
  };
  return () => run ??= start();
}

/** Says what of a requirement no test can show, each with the reason. */
function untestedOf(
  { covers }: RequirementTrace,
  { subject }: TierContext,
): string[] {
  const { model } = subject;
  if (!model) return [];
  return covers.flatMap((reference) => {
    const reason = untestedReason(reference, model);
    return reason === undefined ? [] : [`${reference}: ${reason}`];
  });
}

function checkRequirement(
  run: TestRun | undefined,
  { id }: RequirementTrace,
  untested: readonly string[],
): CheckOutcome {
  const place = `${ACCEPTANCE}: ${id}`;
  const rules = { failed: "V402", none: "V401", place } as const;
  const tests = testsOf(id, run?.tests ?? []);
  const outcome = judgeTests(run ?? NO_RUN, rules, tests);
  return untested.length === 0 || !("findings" in outcome) ? outcome : {
    ...outcome,
    note: `${outcome.note}; not applicable: ${untested.join("; ")}`,
  };
}

function checkTrace(
  run: TestRun | undefined,
  requirements: readonly RequirementTrace[],
): CheckOutcome {
  const known = new Set(requirements.map(({ id }) => id));
  const strangers = (run?.tests ?? []).filter((test) =>
    !test.step && !known.has(idOf(test))
  );
  return {
    log: run?.log,
    findings: strangers.map((test) => ({
      code: "V403",
      place: test.file,
      cause:
        `found "${test.name}", wanted a name that starts with the id of a requirement`,
      nextStep:
        "name the test after its requirement, or move it to another file",
    })),
  };
}

function testsOf(id: string, tests: readonly TestResult[]): TestResult[] {
  return tests.filter((test) => idOf(test) === id);
}

function idOf(test: TestResult): string {
  return /^(R\d+)(?=[\s:])/.exec(test.name)?.[1] ?? "";
}

const ACCEPTANCE = "tests/acceptance_test.ts";
