/**
 * Runs the tests of patterns against mutants of their bodies: many of them in one process, each as modules of its own.
 *
 * @module
 */
import { moduleEdits } from "../../../validation/mutation/find_mutants.ts";
import {
  applyEdit,
  describeMutant,
  type Mutant,
  mutantsOf,
} from "../../../validation/mutation/mutant.ts";
import { parseModule } from "../../../validation/mutation/syntax_tree.ts";
import type { BehaviorUnit } from "../../../generator/authored/behavior_unit.ts";
import { parseJunit } from "../../../validation/junit.ts";
import type { TestResult } from "../../../validation/report.ts";
import { type BankSystem, denoIn } from "./bank_system.ts";

/** What the tests of a unit noticed. */
export interface MutantRun {
  /** The unit. */
  readonly unit: BehaviorUnit;
  /** How many mutants there were. */
  readonly mutants: number;
  /** Those that no test noticed. */
  readonly survived: readonly string[];
  /** The tests that noticed none. */
  readonly idle: readonly string[];
}

/**
 * Tries every mutant of every body, and each body as it is, in the same way.
 *
 * @throws {Error} when a test fails on a body as it is.
 */
export async function runMutants(system: BankSystem): Promise<MutantRun[]> {
  const copies: Copy[] = [];
  for (const unit of system.units) {
    const mutants = await bodyMutants(unit, system);
    for (const mutant of [undefined, ...mutants]) {
      const copy = { unit, mutant, mark: `m${copies.length}` };
      await writeCopy(copy, system);
      copies.push(copy);
    }
  }
  const paths = copies.map(({ unit, mark }) => marked(unit.testFile, mark));
  const results = Map.groupBy(
    await runTogether(paths, system),
    ({ name }) => name.slice(0, name.indexOf(" ")),
  );
  return system.units.map((unit) =>
    judge(unit, copies.filter((copy) => copy.unit === unit), results)
  );
}

/** A copy of a body and its tests, in modules that are marked. */
interface Copy {
  readonly unit: BehaviorUnit;
  /** Undefined for the body as it is. */
  readonly mutant: Mutant | undefined;
  /** What stands in the names of its modules and before those of its tests. */
  readonly mark: string;
}

function judge(
  unit: BehaviorUnit,
  copies: readonly Copy[],
  results: ReadonlyMap<string, readonly TestResult[]>,
): MutantRun {
  const failedOf = ({ mark }: Copy) =>
    (results.get(mark) ?? []).filter(({ state }) => state === "failed")
      .map(({ name }) => name.slice(mark.length + 1));
  const [control, ...mutants] = copies;
  const tests = results.get(control?.mark ?? "") ?? [];
  const wrong = control ? failedOf(control) : [];
  if (tests.length === 0 || wrong.length > 0) {
    throw new Error(
      `Cannot try mutants of "${unit.id}": found ${tests.length} tests of its body as it is, ${wrong.length} failing`,
    );
  }
  const noticing = new Set(mutants.flatMap(failedOf));
  return {
    unit,
    mutants: mutants.length,
    survived: mutants.flatMap((copy) =>
      copy.mutant === undefined || failedOf(copy).length > 0
        ? []
        : [`${describeMutant(copy.mutant)} in "${copy.mutant.code}"`]
    ),
    idle: tests.map(({ name }) => name.slice(name.indexOf(" ") + 1))
      .filter((name) => !noticing.has(name)),
  };
}

/** Runs test modules in as few processes as there is room for: each loads the system once. */
async function runTogether(
  paths: readonly string[],
  { dir }: BankSystem,
): Promise<readonly TestResult[]> {
  const lanes = Array.from(
    { length: Math.min(4, navigator.hardwareConcurrency) },
    (_, lane) => lane,
  );
  const results = await Promise.all(lanes.map(async (lane) => {
    const entry = `tests/mutants_entry_${lane}.ts`;
    const own = paths.filter((_, at) => at % lanes.length === lane);
    await Deno.writeTextFile(
      `${dir}/${entry}`,
      own.map((path) => `import "../${path}";\n`).join(""),
    );
    const { stdout } = await denoIn(dir, [
      "task",
      "-q",
      "test",
      "--no-check",
      "--reporter=junit",
      entry,
    ]);
    return parseJunit(stdout);
  }));
  return results.flat();
}

/** Lists the mutants of a unit's body alone, as far as they are modules at all. */
async function bodyMutants(
  { name, file }: BehaviorUnit,
  { texts }: BankSystem,
): Promise<readonly Mutant[]> {
  const text = texts.get(file) ?? "";
  const start = text.search(
    new RegExp(`^export (?:async )?function ${name}\\(`, "m"),
  );
  const end = text.indexOf("\n}\n", start);
  const edits = (await moduleEdits(text))
    .filter((edit) => edit.start > start && edit.end <= end);
  const mutants: Mutant[] = [];
  for (const mutant of mutantsOf(file, text, edits)) {
    try {
      await parseModule(applyEdit(text, mutant));
      mutants.push(mutant);
    } catch {
      // what does not parse is no mutant: one such module would keep all the others from running
    }
  }
  return mutants;
}

/** Writes the copy, what leads from its test to it, and that test; each beside its original. */
async function writeCopy(
  { unit, mutant, mark }: Copy,
  { dir, texts }: BankSystem,
): Promise<void> {
  const chain = unit.kind === "endpoint"
    ? [unit.file, "logic/system_endpoints.ts", "tests/test_system.ts"]
    : [unit.file];
  const write = async (path: string, text: string) => {
    const linked = chain.reduce((done, imported) => {
      const name = imported.slice(imported.indexOf("/") + 1);
      return done.replaceAll(`/${name}"`, `/${marked(name, mark)}"`);
    }, text);
    await Deno.writeTextFile(`${dir}/${marked(path, mark)}`, linked);
  };
  for (const path of chain) {
    const text = texts.get(path) ?? "";
    await write(path, mutant?.file === path ? applyEdit(text, mutant) : text);
  }
  const test = texts.get(unit.testFile) ?? "";
  await write(
    unit.testFile,
    test.replaceAll('Deno.test("', `Deno.test("${mark} `),
  );
}

function marked(path: string, mark: string): string {
  return path.replace(/\.ts$/, `_${mark}.ts`);
}
