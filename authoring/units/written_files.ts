/**
 * The files of an attempt, as figures count them.
 *
 * @module
 */
import type { WrittenFile } from "../spending.ts";
import { type AuthoredUnit, typeOf } from "./authored_unit.ts";
import type { Attempt } from "./unit_work.ts";

/** Lists what an attempt wrote: a function counts as a file of its own, and so do its tests. */
export function writtenFiles(
  unit: AuthoredUnit,
  { code, files }: Attempt,
): readonly WrittenFile[] {
  const own = { type: typeOf(unit), lines: linesOf(code) };
  if (unit.kind === "file") return [own];
  const tests = Object.values(files).map((text) => ({
    type: "test" as const,
    lines: linesOf(text),
  }));
  return [own, ...tests];
}

function linesOf(text: string): number {
  return text.trimEnd().split("\n").length;
}
