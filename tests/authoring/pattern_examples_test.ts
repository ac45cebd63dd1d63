import { assert, assertEquals } from "@std/assert";
import { stringify } from "yaml";
import { withLogic } from "../../authoring/patterns/logic_place.ts";
import type { Pattern } from "../../authoring/patterns/pattern.ts";
import { PatternBank } from "../../authoring/patterns/pattern_bank.ts";
import { denoIn } from "../../authoring/patterns/testdata/bank_system.ts";
import { misfit } from "../../generator/blueprint/fits_field.ts";
import type {
  FieldBlueprint,
  Literal,
} from "../../generator/blueprint/blueprint.ts";
import { generateFiles } from "../../generator/generate.ts";
import { writeSystem } from "../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";

/** Functions as people write them, with what they answer to values drawn by chance: over HTTP it must be the same. */
Deno.test("examples of the bank's patterns mean over HTTP what they mean to their functions", async () => {
  const { patterns } = await PatternBank.open();
  const subjects = patterns.filter(({ unit, blueprint }) =>
    unit.startsWith("entities.") && !blueprint.users
  ).map((pattern) => ({ pattern, givens: drawn(pattern) }));
  const folder = await Deno.makeTempDir({ prefix: "autocoder-examples-" });
  try {
    const guessed = await generated(
      `${folder}/guessed`,
      subjects.map(({ pattern, givens }) => ({
        pattern,
        examples: givens.map((given) => ({ given, ...guess(pattern) })),
      })),
    );
    const answers = await answersOf(guessed.dir, subjects);
    const right = await generated(
      `${folder}/right`,
      subjects.map(({ pattern, givens }) => ({
        pattern,
        examples: givens.map((given, index) => {
          const answer = answers[pattern.unit]?.[index];
          return isField(pattern)
            ? { given, gives: answer ?? null }
            : { given, now: MOMENT, refuses: answer };
        }),
      })),
    );
    const run = await denoIn(right.dir, [
      "task",
      "-q",
      "test",
      "--no-check",
      "tests/acceptance_test.ts",
      ...subjects.map(({ pattern: { unit } }) =>
        `tests/unit/${unit.split(".")[1]}_examples_test.ts`
      ),
    ]);
    assertEquals(run.code, 0, run.stdout.slice(-20_000) + run.stderr);
    const played = right.acceptance.match(/await startServed\(/g)?.length ?? 0;
    const all = subjects.length * DRAWS;
    assert(played > all / 2, `found ${played} of ${all} examples played`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

interface Exampled {
  readonly pattern: Pattern;
  readonly examples: readonly unknown[];
}

async function generated(dir: string, all: readonly Exampled[]) {
  const parts = all.map(({ pattern: { blueprint, unit, body }, examples }) =>
    withLogic(blueprint, unit, { run: body, examples })
  );
  const text = stringify({
    schema: "autocoder/v1",
    system: "examples",
    store: { engine: "memory" },
    entities: Object.assign({}, ...parts.map((part) => part?.entities)),
    requirements: all.map(({ pattern: { name, unit } }) => ({
      text: name,
      covers: [referenceTo(unit)],
    })),
  });
  const { model, diagnostics } = await prepareBlueprint(text, "blueprint.yaml");
  assert(model, JSON.stringify(diagnostics));
  const { files } = await generateFiles(model, text);
  const acceptance = files.find(({ path }) =>
    path === "tests/acceptance_test.ts"
  )?.text;
  return { dir: await writeSystem(dir, files), acceptance: acceptance ?? "" };
}

/** Asks the functions themselves, on the sample that the tests of examples have. */
async function answersOf(
  dir: string,
  subjects: readonly {
    readonly pattern: Pattern;
    readonly givens: readonly Readonly<Record<string, Literal>>[];
  }[],
): Promise<Record<string, readonly (Literal | undefined)[]>> {
  const modules = await Promise.all(
    subjects.map(async ({ pattern: { unit }, givens }) => {
      const entity = unit.split(".")[1] ?? "";
      const file = `${dir}/tests/unit/${entity}_examples_test.ts`;
      const text = await Deno.readTextFile(file);
      const module = `${dir}/tests/unit/${entity}_answers.ts`;
      await Deno.writeTextFile(
        module,
        `import { expectValue } from "../../kit/expect_outcome.ts";
import { isRefusal } from "../../kit/logic_examples.ts";
${text.slice(0, text.indexOf("Deno.test("))}
const SAMPLE = GROUND.sample;
const CONTEXT = { operation: "example", now: ${
          JSON.stringify(MOMENT)
        }, before: SAMPLE };
const answers: unknown[] = [];
for (const given of ${JSON.stringify(givens)}) {
  answers.push(${callOf(unit)});
}
console.log(JSON.stringify([${JSON.stringify(unit)}, answers]));
`,
      );
      return `import "./tests/unit/${entity}_answers.ts";\n`;
    }),
  );
  await Deno.writeTextFile(`${dir}/answers.ts`, modules.join(""));
  const run = await denoIn(dir, [
    "run",
    "-A",
    "-q",
    "--no-check",
    "answers.ts",
  ]);
  assertEquals(run.code, 0, run.stderr);
  return Object.fromEntries(
    run.stdout.trim().split("\n").map((line) => JSON.parse(line)),
  );
}

function callOf(unit: string): string {
  const [, entity = "", part, member = "", role] = unit.split(".");
  const given = "{ ...SAMPLE, ...given } as never";
  if (part === "fields") return `expectValue(compute(${given})).${member}`;
  const logic = `${entity.toUpperCase()}_LOGIC`;
  const key = JSON.stringify(member.replaceAll("_", "-"));
  const called = part === "hooks"
    ? `${member}?.`
    : `${role === "guard" ? "guards" : "actions"}?.[${key}]?.`;
  return `isRefusal(await ${logic}.${called}(${given}, CONTEXT))`;
}

function referenceTo(unit: string): string {
  const [, entity, , member = ""] = unit.split(".");
  return `${entity}.${OPERATIONS[member] ?? member}`;
}

function isField({ unit }: Pattern): boolean {
  return unit.includes(".fields.");
}

/** Something that an example may say, right or not. */
function guess(pattern: Pattern) {
  if (!isField(pattern)) return { now: MOMENT, refuses: false };
  const field = fieldsOf(pattern)[pattern.unit.split(".")[3] ?? ""];
  const fits = field && [0, 1, 10, "Some", field.values?.[0], field.min].find(
    (value) => value !== undefined && misfit(value, field) === undefined,
  );
  return { gives: fits ?? null };
}

/** Draws the values that examples give: the same every time. */
function drawn(pattern: Pattern): Record<string, Literal>[] {
  let state = pattern.name.length * 7919;
  const chance = () =>
    (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
  const own = pattern.unit.split(".")[3];
  const fields = Object.entries(fieldsOf(pattern)).filter(([name, field]) =>
    name !== own && field.computed === undefined && !field.readOnly
  );
  return Array.from({ length: DRAWS }, () =>
    Object.fromEntries(
      fields.flatMap(([name, field]) => {
        if (chance() < 0.25) return [];
        const low = Number(field.min ?? 0);
        const high = Math.min(Number(field.max ?? Infinity), low + 50_000);
        const among = [
          ...VALUES,
          ...field.values ?? [],
          low,
          high,
          Math.round(low + chance() * (high - low)),
          Math.round(low + chance() * 40),
        ].filter((value) => misfit(value, field) === undefined);
        const value = among[Math.floor(chance() * among.length)];
        return value === undefined ? [] : [[name, value]];
      }),
    ));
}

function fieldsOf(
  { unit, blueprint }: Pattern,
): Readonly<Record<string, FieldBlueprint>> {
  const entities = blueprint.entities as Readonly<
    Record<string, { readonly fields: Record<string, FieldBlueprint> }>
  >; // the bank has read it as a part of a blueprint
  return entities[unit.split(".")[1] ?? ""]?.fields ?? {};
}

const DRAWS = 6;
const OPERATIONS: Readonly<Record<string, string>> = {
  beforeCreate: "create",
  beforeUpdate: "patch",
  beforeDelete: "delete",
};
const VALUES: readonly Literal[] = [
  null,
  true,
  false,
  "Ann",
  " Ann van Gogh ",
  "Johannes Brahms",
  "2029-12-31",
  "2030-01-01",
  "2030-01-20",
  "2029-12-31T10:00:00.000Z",
  "2030-01-01T12:00:00.000Z",
  "2030-01-08T08:30:00.000Z",
  "08:00:00",
  "17:30:00",
];

/** When the examples happen: some of the logic looks at the time. */
const MOMENT = "2030-01-01T00:00:00.000Z";
