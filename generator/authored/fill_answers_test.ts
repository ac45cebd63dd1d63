import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { generateFiles } from "../generate.ts";
import { prepareBlueprint } from "../prepare.ts";
import {
  ANSWER_SCHEMA,
  type AnswerRecord,
  readAnswer,
} from "./answer_record.ts";
import { recordFiles } from "./fill_answers.ts";
import { fileKey, fileUnits, NotAuthored, renderedFiles } from "./file_unit.ts";
import { slugOf } from "./behavior_unit.ts";

const BLUEPRINT = `system: depot
store: { engine: memory }
entities:
  crate:
    fields:
      weight: { type: integer, required: true, min: 1 }
      cost: { type: integer, computed: { behavior: Twice the weight. } }
      fee: { type: integer, computed: { behavior: The cost and one more. } }
`;

/** The same, with nothing for a model to write. */
const PLAIN = BLUEPRINT.replaceAll(/computed: \{[^}]*\}/g, "min: 0");

function record(
  unit: string,
  key: string,
  rest: Partial<AnswerRecord> = {},
): AnswerRecord {
  return {
    schema: ANSWER_SCHEMA,
    unit,
    key,
    model: "scripted/double",
    body: "return 1;",
    files: { [`tests/authored/${slugOf(unit)}_test.ts`]: "export {};\n" },
    rounds: 1,
    calls: 1,
    tokens: { input: 1, output: 1, cached: 0 },
    ...rest,
  };
}

/** Prepares a blueprint beside these records. */
async function prepare(
  text: string,
  records: readonly AnswerRecord[],
) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/.autocoder/answers`, { recursive: true });
    for (const { path, text } of recordFiles(records)) {
      if (path.startsWith(".autocoder/")) {
        await Deno.writeTextFile(`${folder}/${path}`, text);
      }
    }
    return await prepareBlueprint(text, "depot.yaml", { folder });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const open = async (text: string, records: readonly AnswerRecord[] = []) =>
  (await prepare(text, records)).open ?? [];

Deno.test("fillAnswers() opens the unit alone whose words have changed", async () => {
  const units = await open(BLUEPRINT);
  assertEquals(units.map(({ id }) => id), [
    "entities.crate.fields.cost.computed",
    "entities.crate.fields.fee.computed",
  ]);
  assertEquals(units.map(({ dependsOn }) => dependsOn), [[], [
    "entities.crate.fields.cost.computed",
  ]]);
  const records = units.map(({ id, key }) => record(id, key));
  assertEquals(await open(BLUEPRINT, records), []);
  const changed = BLUEPRINT.replace("Twice", "Thrice");
  assertEquals((await open(changed, records)).map(({ id }) => id), [
    "entities.crate.fields.cost.computed",
  ]);
});

Deno.test("fillAnswers() opens what has another type, and nothing for what stands beside it", async () => {
  const units = await open(BLUEPRINT);
  const records = units.map(({ id, key }) => record(id, key));
  const wider = BLUEPRINT.replace(
    "integer, computed: { behavior: T",
    "number, computed: { behavior: T",
  );
  assert((await open(wider, records)).length > 0);
  const more =
    `${BLUEPRINT}  lorry:\n    fields: { plate: { type: string } }\n`;
  assertEquals(await open(more, records), []);
});

Deno.test("what is kept goes into the output with its tests, and comes to the same bytes again", async () => {
  const units = await open(BLUEPRINT);
  const records = units.map(({ id, key }) => record(id, key));
  const { model } = await prepare(BLUEPRINT, records);
  assert(model);
  const { files } = await generateFiles(model, BLUEPRINT);
  const text = (wanted: string) =>
    files.find(({ path }) => path === wanted)?.text ?? "";
  assert(text("logic/crate_logic.ts").includes("return 1;"));
  assert(text("tests/authored/crate_cost_computed_test.ts") !== "");
  const kept = text(
    ".autocoder/answers/entities.crate.fields.cost.computed.json",
  );
  assertEquals(readAnswer(kept), records[0]);
});

Deno.test("generateFiles() refuses a system with an open behaviour", async () => {
  const { model } = await prepareBlueprint(BLUEPRINT, "depot.yaml");
  assert(model);
  await assertRejects(() => generateFiles(model, BLUEPRINT), TypeError);
});

Deno.test("records that are none, name another unit or hold another file are errors", async () => {
  const [unit] = await open(BLUEPRINT);
  assert(unit);
  for (
    const wrong of [
      record(unit.id, unit.key, { body: "return 1;}" }),
      record(unit.id, unit.key, { files: { "main.ts": "export {};\n" } }),
      record(unit.id, unit.key, { files: { "../x_test.ts": "export {};\n" } }),
      record(unit.id, unit.key, { schema: "other" as typeof ANSWER_SCHEMA }),
    ]
  ) {
    const { model, diagnostics } = await prepare(BLUEPRINT, [wrong]);
    assertEquals(model, undefined);
    assertEquals(diagnostics.map(({ code }) => code).includes("AC700"), true);
  }
});

Deno.test("what a record holds is scanned before it goes into a system", async () => {
  const [unit] = await open(BLUEPRINT);
  assert(unit);
  const body = 'fetch("http://127.0.0.1:9/"); return 1;';
  const test = { [unit.testFile]: 'import "node:fs";\n' };
  const { model } = await prepare(PLAIN, []);
  const path = "validations/crate_rules.ts";
  const text = model && (await renderedFiles(model)).get(path)?.text;
  assert(text);
  const file = await forged(path, text);
  for (
    const [blueprint, wrong, found] of [
      [BLUEPRINT, record(unit.id, unit.key, { body }), "fetch"],
      [BLUEPRINT, record(unit.id, unit.key, { files: test }), "node:fs"],
      [PLAIN, {
        ...file,
        files: { [path]: `${text}\nexport const HERE: number = Deno.pid;\n` },
      }, "Deno"],
    ] as const
  ) {
    const { model, diagnostics } = await prepare(blueprint, [wrong]);
    assertEquals(model, undefined);
    const told = diagnostics.filter(({ code }) => code === "AC700");
    assertEquals(told.length, 1);
    assertStringIncludes(told[0]?.message ?? "", found);
  }
});

/** A record of a whole file, with the key that any program can work out. */
async function forged(path: string, rendered: string): Promise<AnswerRecord> {
  const { body: _, ...rest } = record(path, await fileKey(path, rendered));
  return { ...rest, files: { [path]: "export {};\n" } };
}

Deno.test("a record that leads out of the folder, or is a test without a behaviour, is an error", async () => {
  for (
    const path of [
      "../../x.sh",
      "/tmp/x.sh",
      "docs/../../x.sh",
      "docs\\..\\..\\x.sh",
      "./x.sh",
      "tests/authored/x_test.ts",
    ]
  ) {
    const { model, diagnostics } = await prepare(PLAIN, [
      await forged(path, ""),
    ]);
    assertEquals(model, undefined, path);
    assertEquals(diagnostics.map(({ code }) => code), ["AC700"], path);
  }
});

Deno.test("a record of a file that is not for a model to write is an error, whatever its key; of one that nobody planned it is not used", async () => {
  const { model } = await prepare(PLAIN, []);
  assert(model);
  const rendered = await renderedFiles(model);
  for (
    const path of [
      "deno.json",
      "main.ts",
      "kit/problem.ts",
      "tests/boot_test.ts",
    ]
  ) {
    const { text } = rendered.get(path) ?? { text: "" };
    const found = await prepare(PLAIN, [await forged(path, text)]);
    assertEquals(found.model, undefined, path);
    assertEquals(found.diagnostics.map(({ code }) => code), ["AC700"], path);
  }
  const other = await prepare(PLAIN, [await forged("extra.ts", "")]);
  assertEquals(other.model?.answers, undefined);
  assertEquals(other.diagnostics.map(({ code }) => code), ["AC701"]);
});

Deno.test("a file that a model wrote holds while the same is rendered, and is told when it is stale", async () => {
  const text = PLAIN;
  const { model } = await prepareBlueprint(text, "depot.yaml");
  assert(model);
  const [unit] = await fileUnits(model, text, ["validations/*"]);
  assert(unit);
  const own = `// Mine.\n${unit.reference}`;
  const kept = record(unit.id, unit.key, { files: { [unit.file]: own } });
  const { body: _, ...file } = kept;
  const again = await prepare(text, [file]);
  assert(again.model);
  const { files } = await generateFiles(again.model, text);
  assertEquals(files.find(({ path }) => path === unit.file)?.text, own);
  const stale = await prepare(text.replace("min: 1", "min: 2"), [file]);
  assertEquals(stale.model?.answers, undefined);
  assertEquals(stale.diagnostics.map(({ code }) => code), ["AC701"]);
});

Deno.test("fileUnits() refuses what is not there, tests of the plan, and what is copied", async () => {
  const text = PLAIN;
  const { model } = await prepareBlueprint(text, "depot.yaml");
  assert(model);
  for (
    const pattern of [
      "components/nothing.ts",
      "tests/boot_test.ts",
      "kit/problem.ts",
      "deno.json",
      "deno.lock",
      "deploy/Dockerfile",
      "deploy/compose.yaml",
      "docs/openapi.json",
      "AGENTS.md",
    ]
  ) {
    await assertRejects(() => fileUnits(model, text, [pattern]), NotAuthored);
  }
  assertEquals(await fileUnits(model, text, ["tests/**"]), []);
});
