import { assertEquals } from "@std/assert";
import { SEMANTICS_TIER } from "./semantics_tier.ts";
import { runSampleTier } from "./testdata/run_sample_tier.ts";
import type { SampleChanges } from "./testdata/sample_system.ts";
import { judgeTests, runTests } from "./test_run.ts";
import type { Tier } from "./tier.ts";

const ACCEPTANCE = "tests/acceptance_test.ts";

Deno.test("the semantics tier traces each requirement to its tests", async () => {
  const run = await runSampleTier(SEMANTICS_TIER);
  assertEquals(run.found, {});
  assertEquals(run.check("semantics.R1").note, "2 tests");
  assertEquals(
    run.requirements.map(({ id, state, tests }) => [id, state, tests.length]),
    [["R1", "not_run", 2], ["R2", "not_understood", 0]],
  );
});

Deno.test("the semantics tier finds a requirement without a test", async () => {
  const run = await runSampleTier(SEMANTICS_TIER, {
    [ACCEPTANCE]: (text) => text.replaceAll("R1 note", "R11 note"),
  });
  assertEquals(run.found, {
    "semantics.R1": ["V401"],
    "semantics.trace": ["V403", "V403"],
  });
});

Deno.test("the semantics tier finds that there are no acceptance tests", async () => {
  const run = await runSampleTier(SEMANTICS_TIER, { [ACCEPTANCE]: null });
  assertEquals(run.found, { "semantics.R1": ["V401"] });
  assertEquals(
    run.check("semantics.R1").findings[0]?.origin?.blueprint?.path,
    "requirements[0]",
  );
});

Deno.test("the semantics tier finds a test that fails, and one that is ignored", async () => {
  const failing = await runSampleTier(SEMANTICS_TIER, {
    [ACCEPTANCE]: (text) => text.replace("201", "200"),
  });
  assertEquals(failing.found, { "semantics.R1": ["V402"] });
  assertEquals(failing.check("semantics.R1").findings[0]?.origin, {
    blueprint: {
      file: "blueprint.yaml",
      line: 6,
      column: 3,
      path: "entities.note",
    },
    template: "templates/tests/acceptance_test.ts.eta",
  });
  const ignored = await runSampleTier(SEMANTICS_TIER, {
    [ACCEPTANCE]: (text) => text.replace("Deno.test(", "Deno.test.ignore("),
  });
  assertEquals(ignored.found, { "semantics.R1": ["V208"] });
  const all = await runSampleTier(SEMANTICS_TIER, {
    [ACCEPTANCE]: (text) => text.replaceAll("Deno.test(", "Deno.test.ignore("),
  });
  assertEquals(all.found, { "semantics.R1": ["V208", "V208", "V401"] });
});

Deno.test("the semantics tier finds a test run that broke off", async () => {
  const run = await runSampleTier(SEMANTICS_TIER, {
    [ACCEPTANCE]: (text) => `${text}\nthrow new Error("while loading");\n`,
  });
  assertEquals(run.found["semantics.R1"]?.[0], "V207");
});

Deno.test("the semantics tier does not apply to a blueprint without requirements", async () => {
  const run = await runSampleTier(SEMANTICS_TIER, {
    "blueprint.yaml": (text) => text.slice(0, text.indexOf("requirements:")),
    [ACCEPTANCE]: null,
  });
  assertEquals(run.check("semantics.requirements").state, "not_applicable");
});

Deno.test("the semantics tier does not apply to what no client can see, and says why", async () => {
  const readOnly = (text: string) =>
    text.replace("[list, get, create]", "[list, get]");
  const run = await runSampleTier(SEMANTICS_TIER, {
    "blueprint.yaml": (text) =>
      readOnly(text).replace(
        "[note.create, note.title]",
        "[note.title.maxLength]",
      ),
  });
  assertEquals(run.check("semantics.R1").state, "not_applicable");
  assertEquals(
    run.check("semantics.R1").note,
    "note.title.maxLength: no request sets title, so none can break its maxLength",
  );
  const partly = await runSampleTier(SEMANTICS_TIER, {
    "blueprint.yaml": (text) =>
      readOnly(text).replace("note.create", "note.title.maxLength"),
  });
  assertEquals(
    partly.check("semantics.R1").note,
    "2 tests; not applicable: note.title.maxLength: no request sets title, so none can break its maxLength",
  );
});

Deno.test("the semantics tier leads a requirement to the test of an example that no client can play", async () => {
  const run = await runExample();
  assertEquals(run.found, {});
  const check = run.check("semantics.R1");
  assertEquals([check.state, check.log], ["passed", "raw/unit.log"]);
  assertEquals(check.note, `shown by "${EXAMPLE_TEST}" of ${EXAMPLES}`);
  const [requirement] = run.requirements;
  assertEquals(
    requirement?.tests.map(({ name, file, state }) => [name, file, state]),
    [[EXAMPLE_TEST, `${EXAMPLES}:1`, "passed"]],
  );
});

Deno.test("the semantics tier counts no test elsewhere that did not run and pass in this verification", async (t) => {
  const variants = {
    "it is not there": [{ [EXAMPLES]: null }, ["V401"]],
    "it has another name": [
      { [EXAMPLES]: exampleText(`${EXAMPLE_TEST}!`) },
      ["V401"],
    ],
    "it is ignored": [
      { [EXAMPLES]: exampleText(EXAMPLE_TEST, "Deno.test.ignore") },
      ["V208", "V401"],
    ],
    "it fails": [
      { [EXAMPLES]: `${exampleText(EXAMPLE_TEST, "", "throw new Error();")}` },
      ["V402"],
    ],
  } as const;
  for (const [name, [files, codes]] of Object.entries(variants)) {
    await t.step(name, async () => {
      const run = await runExample(files);
      assertEquals(run.found["semantics.R1"], [...codes]);
    });
  }
  await t.step("its tier did not run", async () => {
    const run = await runExample({}, []);
    assertEquals(run.found["semantics.R1"], ["V401"]);
    const [finding] = run.check("semantics.R1").findings;
    assertEquals(finding?.place, `${EXAMPLES}: "${EXAMPLE_TEST}"`);
  });
  await t.step("an acceptance test does not make up for it", async () => {
    const run = await runExample(
      { [EXAMPLES]: null },
      [UNIT_TESTS],
      "[note.size, note.create, note.title]",
    );
    assertEquals(run.found["semantics.R1"], ["V401"]);
    assertEquals(run.requirements[0]?.tests.length, 2);
  });
  await t.step("nor does it for an acceptance test", async () => {
    const run = await runExample(
      { [ACCEPTANCE]: (text: string) => text.replaceAll("R1 note", "R9 note") },
      [UNIT_TESTS],
      "[note.size, note.create, note.title]",
    );
    assertEquals(run.found["semantics.R1"], ["V401"]);
    assertEquals(run.requirements[0]?.tests.length, 1);
  });
});

/** Runs the tier on notes whose size is worked out of their id, which no client gives. */
function runExample(
  changes: SampleChanges = {},
  after: readonly Tier[] = [UNIT_TESTS],
  covers = "[note.size]",
) {
  return runSampleTier(
    SEMANTICS_TIER,
    {
      "blueprint.yaml": (text) =>
        text.replace("[note.create, note.title]", covers)
          .replace("maxLength: 100 }", `maxLength: 100 }\n${SIZE_FIELD}`),
      ...(covers === "[note.size]" ? { [ACCEPTANCE]: null } : {}),
      [EXAMPLES]: exampleText(EXAMPLE_TEST),
      ...changes,
    },
    {},
    { after },
  );
}

function exampleText(name: string, call = "Deno.test", body = ""): string {
  return `${call || "Deno.test"}(${JSON.stringify(name)}, () => {${body}});\n`;
}

/** The unit tests, as the second tier runs them. */
const UNIT_TESTS: Tier = {
  tier: 2,
  name: "logic",
  title: "unit tests",
  plan: (context) => [{
    id: "logic.unit",
    title: "unit tests",
    run: async () =>
      judgeTests(await runTests(context, "unit", ["tests/unit"]), {
        failed: "V205",
        none: "V206",
        place: "tests/unit",
      }),
  }],
};
const EXAMPLES = "tests/unit/note_examples_test.ts";
const EXAMPLE_TEST = "computeSize gives 36 for a note";
const SIZE_FIELD = `      size:
        type: integer
        computed:
          run: return note.id.length;
          examples: [{ gives: 36 }]`;
