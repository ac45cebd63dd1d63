import { assertEquals } from "@std/assert";
import { LOGIC_TIER } from "./logic_tier.ts";
import { runSampleTier } from "./testdata/run_sample_tier.ts";

Deno.test("the logic tier passes the sample", async () => {
  const run = await runSampleTier(LOGIC_TIER);
  assertEquals(run.found, {});
  assertEquals(run.check("logic.types").state, "passed");
  assertEquals(run.check("logic.unit.api_gateway").state, "not_applicable");
  assertEquals(run.check("logic.unit.note_store").note, "1 test");
  assertEquals(run.check("logic.conformance.note_store").note, "1 test");
  assertEquals(run.check("logic.conformance.api_gateway").state, "passed");
  assertEquals(run.check("logic.unit.others").state, "not_applicable");
});

Deno.test("the logic tier gives each defect to the check it belongs to", async () => {
  const run = await runSampleTier(LOGIC_TIER, {
    "components/note_store.ts": (text) =>
      text.replace("list(): Note[]", "list(): number[]"),
    "components/note_controller.ts": (text) =>
      text.replace("const note", "var note"),
    "components/api_gateway.ts": (text) =>
      text.replace("/** Answers a request. */\n", ""),
    "main.ts": (text) => text.replace("  store.close();", "    store.close();"),
    "tests/unit/note_store_test.ts": (text) =>
      text.replace("length !== 1", "length !== 2"),
    "tests/unit/note_controller_test.ts": (text) =>
      text.replace("Deno.test(", "Deno.test.ignore("),
    "tests/unit/api_gateway_test.ts": (text) =>
      text.replace(
        ".body?.cancel()",
        '.arrayBuffer().then(() => {\n    throw new Error("no");\n  })',
      ),
    "tests/unit/other_test.ts":
      'Deno.test("other", () => {\n  throw new Error("no");\n});\n',
  });
  assertEquals(run.found["logic.types"]?.[0], "V201");
  delete (run.found as Record<string, unknown>)["logic.types"];
  assertEquals(run.found, {
    "logic.lint": ["V202"],
    "logic.format": ["V203"],
    "logic.docs": ["V204"],
    "logic.unit.note_store": ["V205"],
    "logic.unit.note_controller": ["V208", "V206"],
    "logic.unit.others": ["V205"],
    "logic.conformance.api_gateway": ["V210"],
  });
  const places = (id: string) =>
    run.check(id).findings.map(({ place }) => place);
  assertEquals(places("logic.lint"), ["components/note_controller.ts:21:5"]);
  assertEquals(places("logic.format"), ["main.ts"]);
  assertEquals(places("logic.unit.note_store"), [
    "tests/unit/note_store_test.ts:3",
  ]);
  assertEquals(
    places("logic.types").every((place) => /:\d+:\d+$/.test(place)),
    true,
  );
  const leads = (id: string) => {
    const { blueprint, template } = run.check(id).findings[0]?.origin ?? {};
    return [blueprint?.path, blueprint?.line, template];
  };
  assertEquals(leads("logic.lint"), [
    "entities.note.fields.title",
    8,
    "templates/components/controller.ts.eta",
  ]);
  assertEquals(leads("logic.unit.note_store"), [
    "entities.note",
    6,
    "templates/components/store.ts.eta",
  ]);
  assertEquals(leads("logic.format"), ["system", 2, "templates/main.ts.eta"]);
});

Deno.test("the logic tier finds a component without a unit test", async () => {
  const run = await runSampleTier(LOGIC_TIER, {
    "tests/unit/note_store_test.ts": null,
  });
  assertEquals(run.found, {
    "logic.unit.note_store": ["V206"],
    "logic.conformance.note_store": ["V211"],
  });
});

Deno.test("the logic tier takes a test of the contract for no unit test, and the other way round", async () => {
  const run = await runSampleTier(LOGIC_TIER, {
    "tests/unit/note_store_test.ts": (text) =>
      text.replace("keeps the contract", "keeps a contract"),
    "tests/unit/note_controller_test.ts": (text) =>
      text.replace(/refuses [a-z ]+/, "keeps the contract of a component"),
  });
  assertEquals(run.found, {
    "logic.conformance.note_store": ["V211"],
    "logic.unit.note_controller": ["V206"],
  });
});

Deno.test("the logic tier finds a test run that broke off", async () => {
  const run = await runSampleTier(LOGIC_TIER, {
    "tests/unit/note_store_test.ts": (text) =>
      `${text}\nthrow new Error("while loading");\n`,
  });
  const [finding] = run.check("logic.unit.note_controller").findings;
  assertEquals([finding?.code, finding?.place], [
    "V207",
    "tests/unit/note_store_test.ts",
  ]);
});

Deno.test("the logic tier finds a lock file that is not whole", async () => {
  const run = await runSampleTier(LOGIC_TIER, {
    "deno.json": (text) =>
      text.replace('"imports": {', '"imports": {\n    "zod": "npm:zod@4.6.7",'),
    "main.ts": (text) =>
      text.replace("import { log }", 'import "zod";\nimport { log }'),
  });
  assertEquals(run.found["logic.lock"], ["V209"]);
});
