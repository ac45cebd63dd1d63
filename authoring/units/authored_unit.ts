/**
 * What a language model can be asked to write: the function of a behaviour, or a whole file of the plan.
 *
 * @module
 */
import {
  type BehaviorUnit,
  slugOf,
} from "../../generator/authored/behavior_unit.ts";
import type { FileUnit } from "../../generator/authored/file_unit.ts";
import type { FileType } from "../../generator/plan/file_plan.ts";

/** A unit of work for a model. */
export type AuthoredUnit = BehaviorUnit | FileUnit;

/** Lists the files that an answer has, and no other: with those of a behaviour, its function alone and its tests. */
export function answerFiles(unit: AuthoredUnit): readonly string[] {
  return unit.kind === "file"
    ? [unit.file]
    : [functionFile(unit), unit.testFile];
}

/** Names the file of an answer that holds the function of a behaviour alone. */
export function functionFile({ id }: BehaviorUnit): string {
  return `${slugOf(id)}.ts`;
}

/** Lists the modules of the system that a unit shows itself in. */
export function modulesOf(unit: AuthoredUnit): readonly string[] {
  if (unit.kind !== "file") return [unit.file, unit.testFile];
  return unit.file.endsWith(".ts") ? [unit.file] : [];
}

/** Tells what a unit is, for figures. */
export function typeOf(unit: AuthoredUnit): FileType {
  return unit.kind === "file" ? unit.type : "logic";
}

/** Names the file of the tests that a model writes with a unit; none for a file. */
export function ownTestOf(unit: AuthoredUnit): string | undefined {
  return unit.kind === "file" ? undefined : unit.testFile;
}

/** Names the tests that are made of the blueprint's examples of a behaviour, where it may have some. */
export function exampleTestOf(unit: AuthoredUnit): string | undefined {
  if (unit.kind === "file") return undefined;
  const owner = unit.id.split(".")[1] ?? "";
  return unit.kind === "endpoint"
    ? `tests/contract/${owner}_endpoint_test.ts`
    : `tests/unit/${owner}_examples_test.ts`;
}
