/**
 * Gathers the tests of a system into a few modules, so that they load the system a few times and not once a file.
 *
 * @module
 */
import { join } from "node:path";
import type { TierContext } from "./tier.ts";

/** What `deno test` is told to run. */
export interface TestSelection {
  /** Its arguments. */
  readonly args: readonly string[];
  /** The test files that these are, or import. */
  readonly files: readonly string[];
  /** Whether some of them are modules that import tests; if not, Deno finds the files by itself. */
  readonly gathered: boolean;
}

/**
 * Selects the tests below some paths for one run in the copy of the system.
 *
 * Only where all of the system is the generator's: its tests share nothing and keep nothing in their modules, so that
 * they find the same in one module as each in its own. What somebody has written by hand may not be like that.
 *
 * @param name names the run, and its modules.
 */
export async function selectTests(
  { bench, subject, allowEdits, noDatabase }: TierContext,
  { name, paths }: { readonly name: string; readonly paths: readonly string[] },
): Promise<TestSelection> {
  const files = subject.manifest?.files ?? [];
  const byHand = allowEdits ||
    files.some(({ ownership }) => ownership === "yours");
  const cwd = await bench.copy();
  const generated = new Set(files.map(({ path }) => path));
  const all = (await Promise.all(paths.map((path) => testFiles(cwd, path))))
    .flat().sort();
  const tests = all.filter((path) => generated.has(path));
  // Without a database the system's own command leaves out the files that need one.
  if (byHand || noDatabase !== undefined || tests.length < 2) {
    return { args: paths, files: all, gathered: false };
  }
  const modules = await gatherTests(cwd, name, tests);
  const others = all.filter((path) => !generated.has(path));
  return { args: [...modules, ...others], files: all, gathered: true };
}

/** Writes the modules that import tests; returns their paths in the folder. */
export function gatherTests(
  cwd: string,
  name: string,
  tests: readonly string[],
): Promise<string[]> {
  return Promise.all(
    dealtOut(tests).map(async (hand, i) => {
      const module = `tests/${name}_tests_${i + 1}.ts`;
      const imports = hand.map((path) =>
        `import ${JSON.stringify(`../${path}`)};\n`
      );
      await Deno.writeTextFile(join(cwd, module), imports.join(""));
      return module;
    }),
  );
}

/** Finds the files that `deno test` would, at a path or below it. */
export async function testFiles(cwd: string, path: string): Promise<string[]> {
  const info = await Deno.stat(join(cwd, path)).catch(() => undefined);
  if (!info?.isDirectory) return info ? [path] : [];
  const entries = await Array.fromAsync(Deno.readDir(join(cwd, path)));
  const found = await Promise.all(
    entries.map(({ name, isDirectory }) => {
      const file = `${path}/${name}`;
      if (isDirectory) return testFiles(cwd, file);
      return TEST_FILE.test(file) ? [file] : [];
    }),
  );
  return found.flat();
}

/** Files that follow each other are alike and go to different modules, so that each takes about as long. */
function dealtOut(tests: readonly string[]): string[][] {
  const count = Math.max(FEWEST_MODULES, Math.ceil(tests.length / MOST_FILES));
  return Array.from(
    { length: count },
    (_, hand) => tests.filter((_, i) => i % count === hand),
  );
}

/** As Deno says: `test.ts`, `*_test.ts`, `*.test.ts`, all below `__tests__/`, in each language that it runs. */
const TEST_FILE = /(?:(?:^|[/._])test|\/__tests__\/.*)\.(?:[cm]?[jt]s|[jt]sx)$/;

/** Two run side by side. */
const FEWEST_MODULES = 2;

/** What is loaded stays until the end of a module: two modules with all tests of a system of 30 entities held 1.1 GB. */
const MOST_FILES = 20;
