/**
 * Runs every test that no other check has run: what `deno task test` finds, verification has run too.
 *
 * @module
 */
import { judgeTests, runOtherTests } from "./test_run.ts";
import type { CheckPlan, TierContext } from "./tier.ts";

/** Plans the check; `others` resolves when all other checks have run their tests. */
export function otherTestsCheck(
  context: TierContext,
  others: () => Promise<unknown>,
): CheckPlan {
  return {
    id: "semantics.other_tests",
    title: "tests that no other check runs pass",
    run: async () => {
      await others();
      const run = await runOtherTests(context, "other_tests");
      return run.run.code === 0 && run.tests.length === 0
        ? { notApplicable: "every test file is run by another check" }
        : judgeTests(run, { failed: "V404", none: "V207", place: "tests" });
    },
  };
}
