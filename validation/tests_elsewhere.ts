/**
 * Tests of other tiers that a requirement leads to: they count as far as they ran in this verification.
 *
 * @module
 */
import type { TestPlace } from "../generator/plan/acceptance_proof.ts";
import type { TestResult } from "./report.ts";
import { judgeTests, NO_RUN, type TestRun } from "./test_run.ts";
import type { CheckOutcome, FindingDraft, TierContext } from "./tier.ts";

/** A place that a requirement leads to, and what ran there. */
export interface ElsewhereTests {
  /** The place. */
  readonly place: TestPlace;
  /** The tests that ran there; empty where none did. */
  readonly tests: readonly TestResult[];
  /** The raw output of their run; missing where there was none. */
  readonly log?: string;
}

/** Finds the tests of some places, each place once, among all that ran. */
export function testsElsewhere(
  places: readonly TestPlace[],
  { bench }: Pick<TierContext, "bench">,
): readonly ElsewhereTests[] {
  const all = new Map(places.map((place) => [JSON.stringify(place), place]));
  return [...all.values()].map((place) => {
    for (const { tests, log } of bench.testRuns.values()) {
      const own = testsAt(tests, place);
      if (own.length > 0) return { place, tests: own, ...log ? { log } : {} };
    }
    return { place, tests: [] };
  });
}

/** Judges them as acceptance tests are: each must have run, and passed. */
export function judgeElsewhere(
  found: readonly ElsewhereTests[],
): Extract<CheckOutcome, { readonly findings: unknown }> {
  const findings = found.flatMap(
    ({ place, tests }): readonly FindingDraft[] => {
      const { file, name = place.step } = place;
      const rules = {
        failed: "V402",
        none: "V401",
        place: name === undefined ? file : `${file}: "${name}"`,
      } as const;
      const run: TestRun = { ...NO_RUN, tests };
      const outcome = judgeTests(run, rules);
      return "findings" in outcome ? outcome.findings : [];
    },
  );
  const tests = found.flatMap(({ tests }) => tests);
  const ms = tests.filter(({ step }) => !step)
    .reduce((sum, test) => sum + test.ms, 0);
  const log = found.find(({ log }) => log !== undefined)?.log;
  return { findings, note: noteOf(found), ms, ...log ? { log } : {} };
}

/** Names the tests: one by its name, several of one file by their number. */
function noteOf(found: readonly ElsewhereTests[]): string {
  const files = Map.groupBy(found, ({ place }) => place.file);
  return "shown by " + [...files].map(([file, all]) => {
    const names = all.flatMap(({ tests }) =>
      tests.filter(({ step }) => !step).map(({ name }) => name)
    );
    const [only] = names;
    return names.length === 1
      ? `"${only}" of ${file}`
      : `${names.length} tests of ${file}`;
  }).join(", ");
}

/** A step that is meant by itself counts as a test of its file, wherever the code stands that makes it. */
function testsAt(
  tests: readonly TestResult[],
  { file, name, step }: TestPlace,
): readonly TestResult[] {
  const isIn = (test: TestResult) => test.file.replace(/:\d+$/, "") === file;
  if (step === undefined) {
    return tests.filter((test) =>
      isIn(test) &&
      (name === undefined || test.name === name ||
        test.name.startsWith(`${name} > `))
    );
  }
  return tests.filter((test) => !test.step && isIn(test)).flatMap((whole) =>
    tests.filter((test) => test.name.startsWith(`${whole.name} > ${step}: `))
      .map((test) => ({ ...test, file: whole.file, step: false }))
  );
}
