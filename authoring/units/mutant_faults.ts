/**
 * Looks whether the tests that a model wrote can fail, by changing the body that they are about.
 *
 * @module
 */
import { join } from "node:path";
import { canFail, type CanFailReport } from "../confine/can_fail.ts";
import { functionRange } from "./function_at.ts";
import type { FoundFaults, UnitBench } from "./unit_bench.ts";
import type { UnitFault, UnitWork } from "./unit_work.ts";

/** Finds tests that notice no change, tests that look at the text of the function, and bodies of which too many changes go unnoticed. */
export async function testsThatCannotFail(
  works: readonly UnitWork[],
  { dir, deno, signal }: UnitBench,
): Promise<FoundFaults> {
  const found: FoundFaults = new Map();
  for (const work of works) {
    const { unit } = work;
    if (unit.kind === "file") continue;
    const text = await Deno.readTextFile(join(dir, unit.file));
    const range = await functionRange(text, unit.name);
    const report = await canFail({
      dir,
      file: unit.file,
      ...(range ? { range } : {}),
      testFile: unit.testFile,
      deno,
      signal,
    });
    const faults = faultsOf(report, unit.testFile);
    if (faults.length > 0) found.set(work, faults);
  }
  return found;
}

function faultsOf(
  { cannotFail, lookAtText, mutants, share }: CanFailReport,
  testFile: string,
): UnitFault[] {
  const textual = lookAtText.map((name) =>
    `${testFile}: "${name}" fails though the function does the same: only its text was changed; a test looks at what the function does`
  );
  const isTried = mutants.some(({ state }) =>
    state === "noticed" || state === "unnoticed"
  );
  const why = isTried
    ? "it notices no change to it but, at most, that it throws"
    : "no change to it could be tried";
  const never = cannotFail.map((name) =>
    `${testFile}: "${name}" passes whatever the function does: ${why}`
  );
  const missed = mutants.filter(({ state }) => state === "unnoticed");
  const isThin = mutants.length >= LEAST_MUTANTS && share < LEAST_SHARE;
  const unseen = isThin
    ? missed.map(({ change }) =>
      `${testFile}: no test fails when the function is changed: ${change}`
    )
    : [];
  return [...textual, ...never, ...unseen]
    .map((text) => ({ stage: "mutants", text }));
}

/** The share of changes that the tests of a whole system must notice, too. */
const LEAST_SHARE = 0.8;
/** Below that, a share says little. */
const LEAST_MUTANTS = 5;
