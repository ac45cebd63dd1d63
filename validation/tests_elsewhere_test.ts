import { assertEquals } from "@std/assert";
import type { TestResult } from "./report.ts";
import { NO_RUN } from "./test_run.ts";
import { judgeElsewhere, testsElsewhere } from "./tests_elsewhere.ts";
import { Workbench } from "./workbench.ts";

const FILE = "tests/access/note_access_test.ts";

/** What ran of the tests of who may do what. */
function bench(...tests: readonly Partial<TestResult>[]): Workbench {
  const { signal } = new AbortController();
  const bench = new Workbench({ dir: ".", deno: "deno", signal });
  const all = tests.map((test) => ({
    file: `${FILE}:3`,
    name: "",
    state: "passed" as const,
    ms: 1,
    step: false,
    ...test,
  }));
  bench.testRuns.set("access", { ...NO_RUN, tests: all });
  return bench;
}

const GUESTS = "what guests may do with notes";
const ADMINS = "what admins may do with notes";
/** Steps stand where the code is that makes them. */
const STEP = { file: "kit/access_trial.ts:44", step: true };

Deno.test("testsElsewhere() finds the steps of a file's tests, wherever they are made", () => {
  const [found] = testsElsewhere([{ file: FILE, step: "delete" }], {
    bench: bench(
      { name: GUESTS },
      { name: `${GUESTS} > delete: 403`, ...STEP },
      { name: `${GUESTS} > patch: 403`, ...STEP },
      { name: ADMINS },
      { name: `${ADMINS} > delete: allowed`, ...STEP },
      { name: "what guests may do with cats", file: "tests/access/cat.ts:3" },
      { name: "what guests may do with cats > delete: 403", ...STEP },
    ),
  });
  assertEquals(found?.tests.map(({ name, file, step }) => [name, file, step]), [
    [`${GUESTS} > delete: 403`, `${FILE}:3`, false],
    [`${ADMINS} > delete: allowed`, `${FILE}:3`, false],
  ]);
  assertEquals(judgeElsewhere(found ? [found] : []).findings, []);
});

Deno.test("judgeElsewhere() wants steps that ran, and passed", () => {
  const judge = (...tests: readonly Partial<TestResult>[]) =>
    judgeElsewhere(
      testsElsewhere([{ file: FILE, step: "delete" }], {
        bench: bench(...tests),
      }),
    ).findings.map(({ code }) => code);
  assertEquals(judge({ name: GUESTS }), ["V401"]);
  assertEquals(
    judge({ name: GUESTS, state: "failed" }, {
      name: `${GUESTS} > delete: 403`,
      ...STEP,
      state: "failed",
      message: "200",
    }),
    ["V402"],
  );
});
