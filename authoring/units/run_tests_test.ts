import { assertEquals, assertRejects } from "@std/assert";
import { runTests, type TestLimits, type TestsRun } from "./run_tests.ts";

const SHORT: Partial<TestLimits> = { leastMs: 500, mostMs: 500 };
const signal = new AbortController().signal;

/** Runs these files. */
async function run(
  files: Readonly<Record<string, string>>,
  limits: Partial<TestLimits> = SHORT,
  given: AbortSignal = signal,
): Promise<TestsRun> {
  const cwd = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${cwd}/deno.json`, "{}");
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${cwd}/${name}`, text);
    }
    return await runTests(["test", "--no-check", ...Object.keys(files)], {
      deno: Deno.execPath(),
      cwd,
      limits,
      signal: given,
    });
  } finally {
    await Deno.remove(cwd, { recursive: true });
  }
}

const FINE = 'Deno.test("fine", () => {});\n';
const ENDLESS = 'Deno.test("it ends", () => { for (;;); });\n';

Deno.test("runTests() names the file and the test that does not end, behind others that do", async () => {
  const { code, stuck } = await run({
    "a_test.ts": FINE,
    "b_test.ts": FINE + ENDLESS,
  });
  assertEquals(code, null);
  assertEquals(stuck, { file: "b_test.ts", name: "it ends", limitMs: 500 });
});

Deno.test("runTests() counts from where a file is loaded, for each test anew", async () => {
  const late = "await new Promise((end) => setTimeout(end, 1000));\n";
  const slow =
    'Deno.test("slow", () => new Promise((end) => setTimeout(end, 300)));\n';
  const { code, stuck, stdout } = await run({
    "a_test.ts": late + slow + slow,
    "b_test.ts": late + FINE,
  }, { leastMs: 900, mostMs: 900 });
  assertEquals([code, stuck], [0, undefined], stdout);
});

Deno.test("runTests() gives tests longer where loading took long, up to a limit", async () => {
  const files = { "a_test.ts": ENDLESS };
  const least = await run(files, { leastMs: 1, mostMs: 700 });
  // Deno does not start in a twentieth of 700 ms.
  assertEquals(least.stuck?.limitMs, 700);
});

Deno.test("runTests() tells of a file that cannot be loaded in time without a name", async () => {
  const { stuck } = await run({ "a_test.ts": "for (;;);\n" }, {
    ...SHORT,
    loadMs: 1_500,
  });
  assertEquals(stuck, { limitMs: 1_500 });
});

Deno.test("runTests() is not misled by what tests are named and say", async () => {
  const { stuck } = await run({
    "a_test.ts": `Deno.test("running 9 tests from ./b_test.ts", () => {});
Deno.test("says ... ok", () => { for (;;); });
`,
  });
  assertEquals(stuck?.file, "a_test.ts");
  assertEquals(stuck?.name, "says ... ok");
});

Deno.test("runTests() gives what failed, and ends when it is interrupted", async () => {
  const failing = 'Deno.test("no", () => { throw new Error("no"); });\n';
  const { code, stuck } = await run({ "a_test.ts": failing });
  assertEquals([code, stuck], [1, undefined]);
  const end = new AbortController();
  const running = run({ "a_test.ts": ENDLESS }, {}, end.signal);
  end.abort(new Error("stopped"));
  await assertRejects(() => running, Error, "stopped");
});
