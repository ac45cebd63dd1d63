import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { Workbench } from "../workbench.ts";
import { runBounded, type TestTime } from "./bounded_tests.ts";

const PLENTY: TestTime = { whole: 60_000, silence: 60_000 };

Deno.test("runBounded() tells the first test that fails, and runs no more", async () => {
  const run = await runTests({
    "a_test.ts": 'Deno.test("one", () => {});\n',
    "b_test.ts": 'Deno.test("two", () => { throw new Error("no"); });\n',
    "c_test.ts": 'Deno.test("three", () => {});\n',
  }, PLENTY);
  assertEquals([run.state, run.failed], ["failed", "two"]);
  assert(run.output.includes("one ... ok") && !run.output.includes("three"));
});

Deno.test("runBounded() tells what keeps the tests from running", async () => {
  const run = await runTests({
    "a_test.ts": 'throw new Error("broken");\n',
  }, PLENTY);
  assertEquals(run.state, "failed");
  assert(run.failed?.includes("error"), run.failed);
});

Deno.test("runBounded() passes when all tests pass", async () => {
  const run = await runTests({
    "a_test.ts": 'Deno.test("one", () => {});\n',
  }, PLENTY);
  assertEquals([run.state, run.failed], ["passed", undefined]);
});

Deno.test("runBounded() stops tests that never end", async () => {
  const tests = { "a_test.ts": 'Deno.test("one", () => { while (true); });\n' };
  const silent = await runTests(tests, { ...PLENTY, silence: 500 });
  const whole = await runTests(tests, { ...PLENTY, whole: 500 });
  assertEquals([silent.state, whole.state], ["stopped", "stopped"]);
});

async function runTests(
  files: Readonly<Record<string, string>>,
  limit: TestTime,
) {
  const dir = await Deno.makeTempDir({ prefix: "autocoder-mutation-" });
  try {
    await Deno.mkdir(join(dir, "tests"));
    const config = JSON.stringify({ tasks: { test: "deno test" } });
    await Deno.writeTextFile(join(dir, "deno.json"), config);
    for (const [path, text] of Object.entries(files)) {
      await Deno.writeTextFile(join(dir, "tests", path), text);
    }
    const { signal } = new AbortController();
    await using bench = new Workbench({ dir, deno: Deno.execPath(), signal });
    const tests = Object.keys(files).map((path) => `tests/${path}`);
    return await runBounded(bench, { cwd: dir, tests, limit, signal });
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}
