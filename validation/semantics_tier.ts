/**
 * Tier 4: every requirement leads to an acceptance test that ran.
 *
 * @module
 */
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
      run: async () => checkRequirement(await run(), requirement),
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
  const { subject, bench } = context;
  let run: Promise<TestRun | undefined> | undefined;
  const start = async () => {
    if (!subject.manifest?.files.some(({ path }) => path === ACCEPTANCE)) {
      return undefined;
    }
    const run = await runTests(bench, "acceptance", [ACCEPTANCE]);
    context.trace(requirements.map((requirement) => ({
      ...requirement,
      tests: testsOf(requirement.id, run.tests),
    })));
    return run;
  };
  return () => run ??= start();
}

function checkRequirement(
  run: TestRun | undefined,
  { id }: RequirementTrace,
): CheckOutcome {
  const place = `${ACCEPTANCE}: ${id}`;
  const rules = { failed: "V402", none: "V401", place } as const;
  return judgeTests(run ?? NO_RUN, rules, testsOf(id, run?.tests ?? []));
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
