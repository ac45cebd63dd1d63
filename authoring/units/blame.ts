/**
 * Finds out whose fault a failed test of the system is, by trying it without some of what was written.
 *
 * @module
 */
import { fileOfPlace } from "../../validation/file_of_place.ts";
import type { TestResult } from "../../validation/report.ts";
import type { UnitWork } from "./unit_work.ts";

/** Runs test files of the system with these units in it, and none of the others; undefined when they do not end. */
export type TryWith = (
  works: readonly UnitWork[],
  files: readonly string[],
) => Promise<readonly TestResult[] | undefined>;

/** A failed test and who is told of it. */
export interface BlamedTest {
  /** The test, as it failed with all units. */
  readonly test: TestResult;
  /** The whole file without which it passes; undefined where none is found: names tell then. */
  readonly culprit: UnitWork | undefined;
}

/**
 * Leaves out the tests that fail in the same way without anything that was written: they are nobody's fault. Of the others it
 * finds the whole file without which they pass, as the file that is rendered then stands in its place.
 */
export async function blame(
  failed: readonly TestResult[],
  works: readonly UnitWork[],
  tryWith: TryWith,
): Promise<readonly BlamedTest[]> {
  const filesOf = (tests: readonly TestResult[]) => [
    ...new Set(tests.map(({ file }) => fileOfPlace(file).file)),
  ];
  const bare = await tryWith([], filesOf(failed)) ?? [];
  const theirs = failed.filter((test) =>
    !bare.some((other) => isSame(test, other) && reason(test) === reason(other))
  );
  const culprits = new Map<TestResult, UnitWork>();
  const files = works.filter(({ unit }) => unit.kind === "file");
  for (const file of works.length > 1 ? files : []) {
    const open = theirs.filter((test) => !culprits.has(test));
    if (open.length === 0) break;
    const others = works.filter((work) => work !== file);
    const without = await tryWith(others, filesOf(open));
    for (const test of open) {
      const again = without?.find((other) => isSame(test, other));
      if (again?.state === "passed") culprits.set(test, file);
    }
  }
  return theirs.map((test) => ({ test, culprit: culprits.get(test) }));
}

function isSame(one: TestResult, other: TestResult): boolean {
  return one.name === other.name &&
    fileOfPlace(one.file).file === fileOfPlace(other.file).file;
}

/** Why a test failed, without what differs from run to run: ids, ports, times. */
function reason({ state, message = "" }: TestResult): string {
  return `${state} ${message.replaceAll(/[0-9a-f-]{8,}|\d+/gi, "#")}`;
}
