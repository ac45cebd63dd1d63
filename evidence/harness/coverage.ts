/**
 * Records how much of the harness its own tests reach, file by file, in coverage.md.
 *
 * @module
 */
import { circumstances, print, table } from "../record.ts";
import { type FileCoverage, parseLcov } from "./parse_lcov.ts";

/** Runs the tests and records it; tells whether they passed. */
export async function recordCoverage(): Promise<boolean> {
  const folder = await Deno.makeTempDir({ prefix: "coverage-" });
  try {
    const passed = await deno(
      "test",
      `--coverage=${folder}`,
      "-A",
      "--ignore=harness/admin_browser_test.ts",
      "harness",
    );
    const lcov = `${folder}/lcov.info`;
    await deno(
      "coverage",
      "--lcov",
      `--output=${lcov}`,
      "--include=/harness/[^/]+\\.ts$",
      `--exclude=${FOR_TESTS.source}`,
      folder,
    );
    const files = parseLcov(await Deno.readTextFile(lcov), HARNESS);
    await write(files, await neverLoaded(files));
    return passed;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function deno(...args: readonly string[]): Promise<boolean> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: new URL("../../", import.meta.url),
    env: { NO_COLOR: "1" },
    stdout: "null",
    stderr: "null",
    signal: AbortSignal.timeout(300_000), // a test that hangs is a failure
  }).output();
  return success;
}

async function neverLoaded(files: readonly FileCoverage[]): Promise<string[]> {
  const loaded = new Set(files.map(({ file }) => file));
  const names: string[] = [];
  for await (const { name } of Deno.readDir(HARNESS)) {
    const isOurs = name.endsWith(".ts") && !FOR_TESTS.test(name);
    if (isOurs && !loaded.has(name)) names.push(name);
  }
  return names.sort();
}

async function write(
  files: readonly FileCoverage[],
  never: readonly string[],
): Promise<void> {
  const sum = (of: (file: FileCoverage) => number) =>
    files.reduce((total, file) => total + of(file), 0);
  const all: FileCoverage = {
    file: "**all**",
    lines: sum((file) => file.lines),
    linesHit: sum((file) => file.linesHit),
    branches: sum((file) => file.branches),
    branchesHit: sum((file) => file.branchesHit),
    missed: [],
  };
  const { command, date, machine, versions } = await circumstances(
    "deno run -A evidence/harness/coverage.ts",
  );
  const text = `# What the tests of the harness reach

\`deno test harness\`, without the test in a browser, which runs the live page's own script: parts of a
hundred, of the lines and the branches that have code.

${
    table(
      ["", "lines", "branches", "lines not reached"],
      [all, ...files].map(row),
    )
  }
Never loaded, because nothing in them runs or no test imports them: ${
    never.join(", ") || "none"
  }.

\`${command}\` · ${date} · ${machine} · deno ${versions.deno}
`;
  await Deno.writeTextFile(new URL("coverage.md", import.meta.url), text);
  print(text);
}

function row(file: FileCoverage): string[] {
  return [
    file.file,
    percent(file.linesHit, file.lines),
    percent(file.branchesHit, file.branches),
    file.missed.join(", "),
  ];
}

function percent(hit: number, all: number): string {
  return all === 0 ? "100.0" : (hit / all * 100).toFixed(1);
}

const HARNESS = new URL("../../harness/", import.meta.url);
/** What only tests import. */
const FOR_TESTS =
  /_test\.ts$|(test_doubles|admin_doubles|whatwg_case|channel_model)\.ts$/;

if (import.meta.main) Deno.exit(await recordCoverage() ? 0 : 1);
