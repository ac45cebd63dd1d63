/**
 * Which units are told of what a tool or a test finds.
 *
 * @module
 */
import {
  type AuthoredUnit,
  exampleTestOf,
  ownTestOf,
} from "./authored_unit.ts";
import { functionAt } from "./function_at.ts";
import type { UnitWork } from "./unit_work.ts";

/**
 * Who is told of a test that failed: the unit that it is named after or, where that stands aside, nobody; else those that its
 * file is about, else all.
 */
export function toldOfTest(
  { path, name }: { readonly path: string; readonly name: string },
  units: readonly AuthoredUnit[],
  works: readonly UnitWork[],
): readonly UnitWork[] {
  const own = units.filter((unit) =>
    ownTestOf(unit) === path || isExampleOf(unit, path, name)
  );
  if (own.length > 0) return works.filter(({ unit }) => own.includes(unit));
  const about = works.filter(({ unit }) => path.includes(subjectOf(unit)));
  return about.length > 0 ? about : works;
}

/**
 * Who is told of a place in a file: whose function or test stands there; of what is nobody's, everybody whose file it is, else
 * all.
 */
export async function toldOfPlace(
  { file, line, text }: {
    readonly file: string;
    readonly line: number;
    readonly text: string;
  },
  works: readonly UnitWork[],
): Promise<readonly UnitWork[]> {
  const tested = works.filter(({ unit }) => ownTestOf(unit) === file);
  if (tested.length > 0) return tested;
  const beside = works.filter(({ unit }) => unit.file === file);
  if (beside.length === 0) return works;
  const name = await functionAt(text, line);
  const own = beside.filter(({ unit }) =>
    unit.kind !== "file" && unit.name === name
  );
  return own.length > 0 ? own : beside;
}

function isExampleOf(unit: AuthoredUnit, path: string, name: string): boolean {
  return unit.kind !== "file" && exampleTestOf(unit) === path &&
    (unit.kind === "endpoint" || name.startsWith(`${unit.name} `));
}

/** What stands in the names of the tests that are about a unit: its entity or endpoint, or the name of its file. */
function subjectOf(unit: AuthoredUnit): string {
  return unit.kind === "file"
    ? /([^/]*?)\.\w+$/.exec(unit.file)?.[1] ?? unit.file
    : `${unit.id.split(".")[1]}_`;
}
