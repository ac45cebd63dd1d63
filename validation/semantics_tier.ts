/**
 * Tier 4: every requirement leads to a test that ran.
 *
 * @module
 */
import type { SystemModel } from "../generator/model/system_model.ts";
import { makeFieldExamples } from "../generator/plan/field_examples.ts";
import {
  type ReferenceProofs,
  referenceProofs,
} from "../generator/plan/reference_proofs.ts";
import { judgeElsewhere, testsElsewhere } from "./tests_elsewhere.ts";
import { otherTestsCheck } from "./check_other_tests.ts";
import type { RequirementTrace, TestResult } from "./report.ts";
import { judgeTests, NO_RUN, runTests, type TestRun } from "./test_run.ts";
import type { CheckOutcome, CheckPlan, Tier, TierContext } from "./tier.ts";

/** Tier 4. */
export const SEMANTICS_TIER: Tier = {
  tier: 4,
  name: "semantics",
  title: "every requirement leads to a test that ran",
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
    return [
      {
        id: "semantics.requirements",
        title: "every requirement is met",
        run: () =>
          Promise.resolve({
            notApplicable: "the blueprint has no requirements",
          }),
      },
      otherTestsCheck(context, () => Promise.resolve()),
    ];
  }
  const evidence = evidenceOf(requirements, context);
  return [
    ...understood.map((requirement): CheckPlan => ({
      id: `semantics.${requirement.id}`,
      title: requirement.text,
      run: async () => checkRequirement(requirement, await evidence(), context),
    })),
    {
      id: "semantics.trace",
      title: "every acceptance test belongs to a requirement",
      run: async () => checkTrace((await evidence()).run, requirements),
    },
    otherTestsCheck(context, evidence),
  ];
}

/** What there is to judge requirements by. */
interface Evidence {
  /** The run of the acceptance tests; missing where there are none. */
  readonly run?: TestRun;
  /** How each requirement is proved, by its id. */
  readonly proofs: ReadonlyMap<string, ReferenceProofs>;
}

/** Runs the acceptance tests, once, and tells which tests each requirement leads to. */
function evidenceOf(
  requirements: readonly RequirementTrace[],
  context: TierContext,
): () => Promise<Evidence> {
  const { manifest, model } = context.subject;
  let evidence: Promise<Evidence> | undefined;
  const start = async (): Promise<Evidence> => {
    const run = manifest?.files.some(({ path }) => path === ACCEPTANCE)
      ? await runTests(context, "acceptance", [ACCEPTANCE])
      : undefined;
    // As files are planned: what tests there are depends on its samples.
    const system = model && (await makeFieldExamples(model)).system;
    const proofs = new Map(
      requirements.map((one) => [one.id, proofsOf(one, system)]),
    );
    context.trace(requirements.map((requirement) => ({
      ...requirement,
      tests: [
        ...testsOf(requirement.id, run?.tests ?? []),
        ...testsElsewhere(proofs.get(requirement.id)?.elsewhere ?? [], context)
          .flatMap(({ tests }) => tests),
      ],
    })));
    return { ...run ? { run } : {}, proofs };
  };
  return () => evidence ??= start();
}

/** Says how a requirement is proved, all that it became together. */
function proofsOf(
  { covers }: RequirementTrace,
  system: SystemModel | undefined,
): ReferenceProofs {
  if (!system) return ACCEPTED;
  const all = covers.map((reference) => ({
    reference,
    ...referenceProofs(reference, system),
  }));
  return {
    accepted: all.some(({ accepted }) => accepted),
    elsewhere: all.flatMap(({ elsewhere }) => elsewhere),
    reasons: all.flatMap(({ reference, reasons }) =>
      reasons.map((reason) => `${reference}: ${reason}`)
    ),
  };
}

function checkRequirement(
  { id }: RequirementTrace,
  { run, proofs }: Evidence,
  context: TierContext,
): CheckOutcome {
  const { accepted, elsewhere, reasons } = proofs.get(id) ?? ACCEPTED;
  const place = `${ACCEPTANCE}: ${id}`;
  const rules = { failed: "V402", none: "V401", place } as const;
  const outcomes = [
    ...(accepted
      ? [judgeTests(run ?? NO_RUN, rules, testsOf(id, run?.tests ?? []))]
      : []),
    ...(elsewhere.length > 0
      ? [judgeElsewhere(testsElsewhere(elsewhere, context))]
      : []),
  ];
  const [first, second] = outcomes;
  if (!first) return { notApplicable: reasons.join("; ") };
  if (!("findings" in first)) return first;
  if (second && !("findings" in second)) return second;
  const notes = [
    ...[first.note, second?.note].filter((note) => note !== undefined),
    ...(reasons.length > 0 ? [`not applicable: ${reasons.join("; ")}`] : []),
  ];
  return {
    ...first,
    findings: [...first.findings, ...second?.findings ?? []],
    note: notes.join("; "),
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

/** Where nothing is known of the system, acceptance tests are wanted. */
const ACCEPTED: ReferenceProofs = {
  accepted: true,
  elsewhere: [],
  reasons: [],
};
const ACCEPTANCE = "tests/acceptance_test.ts";
