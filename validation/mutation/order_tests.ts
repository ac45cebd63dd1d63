/**
 * Says which tests come first for a mutant: those most likely to notice it.
 *
 * @module
 */
import { basename } from "node:path";
import type { TestFile } from "./test_file.ts";

/** Tests for a mutated file. */
export interface TestOrder {
  /** To be run first. */
  readonly near: readonly string[];
  /** To be run when those have noticed nothing. */
  readonly rest: readonly string[];
}

/**
 * Orders tests for a mutated file: near are those that import it, and those that are named after the same entity; in both
 * parts the folders that find the most, soonest, come first.
 */
export function orderTests(
  file: string,
  tests: readonly TestFile[],
  entities: readonly string[],
): TestOrder {
  const entity = entityOf(file, entities);
  const isNear = ({ path, imports }: TestFile) =>
    imports.has(file) ||
    entity !== undefined && entityOf(path, entities) === entity;
  const sorted = tests.toSorted((a, b) =>
    rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1)
  );
  return {
    near: sorted.filter(isNear).map(({ path }) => path),
    rest: sorted.filter((test) => !isNear(test)).map(({ path }) => path),
  };
}

/** The entity with the longest name that a file's name begins with. */
function entityOf(
  path: string,
  entities: readonly string[],
): string | undefined {
  const name = basename(path);
  return entities
    .filter((entity) =>
      name.startsWith(`${entity}_`) || name === `${entity}.ts`
    )
    .toSorted((a, b) => b.length - a.length)[0];
}

function rank(path: string): number {
  const folder = FOLDERS.findIndex((folder) => path.startsWith(folder));
  return folder < 0 ? FOLDERS.length : folder;
}

const FOLDERS: readonly string[] = [
  "tests/unit/",
  "tests/contract/",
  "tests/access/",
  "tests/acceptance",
  "tests/flows/",
  "tests/client/",
  "tests/property/",
  "tests/security/",
];
