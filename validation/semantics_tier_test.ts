import { assertEquals } from "@std/assert";
import { SEMANTICS_TIER } from "./semantics_tier.ts";
import { runSampleTier } from "./testdata/run_sample_tier.ts";

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
  assertEquals(run.checks.map(({ state }) => state), ["not_applicable"]);
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
