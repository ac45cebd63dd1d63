import { assertEquals } from "@std/assert";
import { readSubject } from "./read_subject.ts";
import { selectTests } from "./test_modules.ts";
import { runTests } from "./test_run.ts";
import { type SampleChanges, sampleSystem } from "./testdata/sample_system.ts";
import type { TierContext } from "./tier.ts";
import { Workbench } from "./workbench.ts";

const UNITS = [
  "tests/unit/api_gateway_test.ts",
  "tests/unit/note_controller_test.ts",
  "tests/unit/note_store_test.ts",
];

/** Lets a test work with the sample, with what has been written beside it, and with what its generator would have changed. */
async function withSample(
  afterwards: SampleChanges,
  work: (context: TierContext) => Promise<void>,
  changes: SampleChanges = {},
): Promise<void> {
  await using sample = await sampleSystem(changes, afterwards);
  const { signal } = new AbortController();
  await using bench = new Workbench({
    dir: sample.dir,
    deno: Deno.execPath(),
    signal,
  });
  const subject = await readSubject(sample.dir);
  await work({ subject, bench, signal, allowEdits: false, trace: () => {} });
}

Deno.test("selectTests() has each generated test in one module, and one that is written by hand alone", async () => {
  const byHand = "tests/unit/some.test.ts";
  await withSample({ [byHand]: "" }, async (context) => {
    const paths = ["tests/unit"];
    const { args, gathered } = await selectTests(context, {
      name: "unit",
      paths,
    });
    assertEquals(gathered, true);
    assertEquals(args.slice(2), [byHand]);
    const cwd = await context.bench.copy();
    const texts = await Promise.all(
      args.slice(0, 2).map((module) => Deno.readTextFile(`${cwd}/${module}`)),
    );
    const imported = texts.flatMap((text) =>
      [...text.matchAll(/"\.\.\/(.*)"/g)].map(([, path]) => path)
    );
    assertEquals(imported.sort(), UNITS);
  });
});

Deno.test("selectTests() leaves it to Deno where a system is not wholly the generator's, or its database is missing", async () => {
  await withSample({}, async (context) => {
    const { subject } = context;
    const files = (subject.manifest?.files ?? []).map((file, i) =>
      i === 0 ? { ...file, ownership: "yours" as const } : file
    );
    const manifest = subject.manifest && { ...subject.manifest, files };
    const paths = ["tests/unit"];
    const different: TierContext[] = [
      { ...context, allowEdits: true },
      { ...context, noDatabase: "there is none" },
      { ...context, subject: { ...subject, manifest } },
    ];
    for (const one of different) {
      assertEquals(await selectTests(one, { name: "unit", paths }), {
        args: paths,
        files: UNITS,
        gathered: false,
      });
    }
  });
});

Deno.test("runTests() runs the same tests from modules as from files, and names the file of each", async () => {
  const byHand = 'Deno.test("by hand", () => {});\n';
  const told: Record<string, string[]> = {};
  await withSample({ "tests/unit/own_test.ts": byHand }, async (context) => {
    for (const allowEdits of [false, true]) {
      const run = await runTests({ ...context, allowEdits }, "unit", [
        "tests/unit",
      ]);
      assertEquals(run.run.code, 0, run.run.stdout + run.run.stderr);
      told[String(allowEdits)] = run.tests.map(({ file, name, step, state }) =>
        [file, name, step, state].join(" ")
      ).sort();
    }
  });
  assertEquals(told["false"], told["true"]);
  assertEquals(told["true"]?.length, 6);
});

Deno.test("runTests() takes a run for failed that breaks off as modules, even if it does not as files", async () => {
  const [first = "", , third = ""] = UNITS; // these two are in one module
  const work = async (context: TierContext) => {
    const { run } = await runTests(context, "unit", ["tests/unit"]);
    assertEquals(run.code, 1);
    assertEquals(run.stdout.includes("not alone"), true);
  };
  await withSample({}, work, {
    [first]: (text) => `${text}\nReflect.set(globalThis, "isHere", true);\n`,
    [third]: (text) =>
      `${text}\nif ("isHere" in globalThis) throw new Error("not alone");\n`,
  });
});
