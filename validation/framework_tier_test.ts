import { assertEquals, assertStringIncludes } from "@std/assert";
import { FRAMEWORK_TIER } from "./framework_tier.ts";
import { runSampleTier } from "./testdata/run_sample_tier.ts";

Deno.test("the framework tier passes the sample", async () => {
  const run = await runSampleTier(FRAMEWORK_TIER);
  assertEquals(run.found, {});
  assertEquals(run.checks.map(({ state }) => state), Array(6).fill("passed"));
});

Deno.test("the framework tier finds a file that differs from the manifest", async () => {
  const change = {
    "main.ts": (text: string) => text.replace('"stopped"', '"ended"'),
  };
  const run = await runSampleTier(FRAMEWORK_TIER, {}, change);
  assertEquals(run.found, { "framework.files": ["V103"] });
  const [finding] = run.check("framework.files").findings;
  assertEquals(finding?.place, "main.ts");
  assertEquals(finding?.origin, {
    blueprint: { file: "blueprint.yaml", line: 2, column: 1, path: "system" },
    template: "templates/main.ts.eta",
    edited: ["main.ts"],
  });
});

Deno.test("the framework tier finds a file that is missing", async () => {
  const run = await runSampleTier(FRAMEWORK_TIER, {}, { "deno.lock": null });
  assertEquals(run.found, { "framework.files": ["V103"] });
});

Deno.test("the framework tier takes edits where they are allowed, but not of verbatim files", async () => {
  const edit = (text: string) => text + "\n";
  const generated = await runSampleTier(
    FRAMEWORK_TIER,
    {},
    { "main.ts": edit },
    { allowEdits: true },
  );
  assertEquals(generated.found, {});
  assertStringIncludes(
    generated.check("framework.files").note ?? "",
    "1 of them edited",
  );
  const verbatim = await runSampleTier(
    FRAMEWORK_TIER,
    {},
    { "kit/log.ts": edit },
    { allowEdits: true },
  );
  assertEquals(verbatim.found, { "framework.files": ["V103"] });
  const removed = await runSampleTier(
    FRAMEWORK_TIER,
    {},
    { "tests/boot_test.ts": null },
    { allowEdits: true },
  );
  assertEquals(removed.found, {});
});

Deno.test("the framework tier finds a system without a manifest", async () => {
  const run = await runSampleTier(FRAMEWORK_TIER, {}, {
    ".autocoder/manifest.json": "{}",
  });
  assertEquals(run.found["framework.files"], ["V102"]);
  assertEquals(run.check("framework.placeholders").state, "not_run");
});

Deno.test("the framework tier finds unrendered templates and unfinished code", async () => {
  const run = await runSampleTier(FRAMEWORK_TIER, {
    "main.ts": (text) => `${text}// <%= it.port %>\n`,
    "components/note_store.ts": (text) =>
      text.replace("this.#database.close();", "// TODO close"),
    "components/note_controller.ts": (text) =>
      text.replace("return undefined;", 'throw new Error("not implemented");'),
    "tests/client.ts": "",
  });
  assertEquals(run.found, {
    "framework.placeholders": ["V104", "V104", "V104", "V104"],
  });
});

Deno.test("the framework tier takes what the blueprint says for data", async () => {
  const run = await runSampleTier(FRAMEWORK_TIER, {
    "blueprint.yaml": (text) =>
      text.replace("description: Notes", 'description: "TODO: <%"'),
    "main.ts": (text) => text.replace("* Starts", "* TODO: <%\n * Starts"),
  });
  assertEquals(run.found, {});
});

Deno.test("the framework tier finds imports that lead nowhere", async () => {
  const run = await runSampleTier(FRAMEWORK_TIER, {
    "kit/log.ts": null,
    "tests/boot_test.ts": (text) => `import "left-pad";\n${text}`,
  });
  assertEquals(run.found, { "framework.imports": ["V106", "V106"] });
  assertEquals(
    run.check("framework.imports").findings.map(({ place }) => place),
    ["main.ts:6", "tests/boot_test.ts:1"],
  );
});

Deno.test("the framework tier finds a blueprint that is not valid", async () => {
  const run = await runSampleTier(FRAMEWORK_TIER, {
    "blueprint.yaml": (text) => text.replace("type: string", "type: strin"),
  });
  assertEquals(run.found, { "framework.graph": ["V107"] });
  assertEquals(
    run.check("framework.graph").findings[0]?.place,
    "blueprint.yaml:8:22",
  );
  assertEquals(run.check("framework.graph").findings[0]?.origin?.blueprint, {
    file: "blueprint.yaml",
    line: 8,
    column: 22,
  });
});

Deno.test("the framework tier finds a component that is missing", async () => {
  const run = await runSampleTier(FRAMEWORK_TIER, {
    "blueprint.yaml": (text) =>
      text.replace(
        "requirements:",
        "  tag:\n    fields:\n      name: { type: string }\nrequirements:",
      ),
  });
  assertEquals(run.found, { "framework.graph": ["V108", "V108"] });
});
