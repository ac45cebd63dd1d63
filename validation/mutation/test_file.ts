/**
 * Finds the tests of a system, its owner's too.
 *
 * @module
 */
import { join, posix } from "node:path";

/** A file of tests and what it imports. */
export interface TestFile {
  /** Relative to the system. */
  readonly path: string;
  /** What it imports directly, relative to the system. */
  readonly imports: ReadonlySet<string>;
}

/** Reads every file of tests in `tests/`. */
export async function readTestFiles(dir: string): Promise<TestFile[]> {
  const paths = await testsBelow(dir, "tests");
  return await Promise.all(
    paths.toSorted().map(async (path) => ({
      path,
      imports: importsOf(path, await Deno.readTextFile(join(dir, path))),
    })),
  );
}

async function testsBelow(dir: string, folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(dir, folder))) {
    const path = `${folder}/${name}`;
    if (isDirectory) found.push(...await testsBelow(dir, path));
    else if (name.endsWith("_test.ts")) found.push(path);
  }
  return found;
}

function importsOf(path: string, source: string): Set<string> {
  const specifiers = source.matchAll(/\bfrom "(\.[^"]+)"/g);
  return new Set(
    Array.from(
      specifiers,
      ([, specifier = ""]) => posix.join(posix.dirname(path), specifier),
    ),
  );
}
