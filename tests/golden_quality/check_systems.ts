/**
 * Holds generated golden systems to what their owner would: format, lint, types, docs, and their own tests.
 *
 * `deno test --parallel` runs modules side by side, never the tests of one module; so the systems are dealt out to
 * the modules of this folder.
 *
 * @module
 */
import { assert } from "@std/assert";
import { writeSystem } from "../../generator/output/write_system.ts";
import { gatherTests, testFiles } from "../../validation/test_modules.ts";
import { generateCase, type GoldenCase, goldenCases } from "../golden.ts";

/** Adds a test for each system that falls to a module, given by its `import.meta.url`. */
export async function checkSystemsOf(module: string): Promise<void> {
  const files = await Array.fromAsync(
    Deno.readDir(new URL(".", import.meta.url)),
    ({ name }) => name,
  );
  const modules = files.filter((name) => name.endsWith("_test.ts")).sort();
  const mine = modules.findIndex((name) => module.endsWith(`/${name}`));
  const cases = await goldenCases();
  for (const testCase of cases.filter((_, i) => i % modules.length === mine)) {
    Deno.test(
      `golden system "${testCase.name}" passes fmt, lint, check, doc lint and its own tests`,
      (t) => checkSystem(testCase, t),
    );
  }
}

async function checkSystem(
  testCase: GoldenCase,
  t: Deno.TestContext,
): Promise<void> {
  const parent = await Deno.makeTempDir();
  try {
    const folder = await writeSystem(
      `${parent}/${testCase.name}`,
      await generateCase(testCase),
    );
    for (const args of QUALITY) {
      await t.step(args.join(" "), () => run(args, folder));
    }
    // Types have just been checked, those of the tests too; Deno would do it all again.
    const test = ["task", "test", "--no-check"];
    await t.step(test.join(" "), async () => {
      const tests = (await testFiles(folder, "tests")).sort();
      assert(tests.length > 0);
      const args = AS_FILES.has(testCase.name)
        ? test
        : [...test, ...await gatherTests(folder, "golden", tests)];
      await run(args, folder);
    });
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
}

/**
 * Runs deno in a folder.
 *
 * @throws {Error} with the end of what it said, when it fails.
 */
async function run(args: readonly string[], cwd: string): Promise<void> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  if (success) return;
  const decoder = new TextDecoder();
  const said = decoder.decode(stdout) + decoder.decode(stderr);
  throw new Error(`deno ${args.join(" ")} failed:\n${said.slice(-10_000)}`);
}

const QUALITY = [
  ["fmt", "--check"],
  ["lint"],
  ["check", "main.ts", "tests"],
  ["doc", "--lint", "main.ts"],
];

/**
 * Systems whose tests run as their owner runs them, file by file. Those of the others are gathered into a few modules, as
 * verification does: each file would load the system anew, which took five minutes of CI.
 */
const AS_FILES: ReadonlySet<string> = new Set(["task_manager", "newsroom"]);
