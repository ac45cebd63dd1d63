/**
 * Finds the mutants that the compiler refuses: all of them in one check, each as a module beside its original.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { fetchFailure } from "../tool_findings.ts";
import type { Workbench } from "../workbench.ts";
import { applyEdit, type Mutant } from "./mutant.ts";
import { parseModule } from "./syntax_tree.ts";

/**
 * Lists the ids of the mutants that do not compile.
 *
 * Unused names are no errors here: a mutant that drops the last use of a name would be caught for a reason that has nothing
 * to do with what it does. What a mutant does to the types of other modules is not seen: generated exports say their types.
 *
 * @param dir a copy of the system that it may write to.
 * @throws {Error} when the compiler itself did not run.
 */
export async function refusedByCompiler(
  bench: Workbench,
  dir: string,
  mutants: readonly Mutant[],
): Promise<Set<string>> {
  const refused = new Set<string>();
  const modules = mutants.filter(({ file }) => file.endsWith(".ts"));
  const paths: string[] = [];
  for (const [index, mutant] of modules.entries()) {
    const text = await Deno.readTextFile(join(dir, mutant.file));
    const mutated = applyEdit(text, mutant);
    // One module that cannot be read would keep the others from being checked.
    if (await isModule(mutated)) {
      const path = `${dirname(mutant.file)}/${MARK}${index}.ts`;
      paths.push(path);
      await Deno.writeTextFile(join(dir, path), mutated);
    } else refused.add(mutant.id);
  }
  if (paths.length === 0) return refused;
  const unread = refused.size;
  await writeCheck(dir, paths);
  const run = await bench.run(["check", ENTRY], {
    cwd: dir,
    log: "mutation-types.log",
  });
  for (const [, index] of run.stderr.matchAll(PLACE)) {
    const mutant = modules[Number(index)];
    if (mutant) refused.add(mutant.id);
  }
  if (run.code !== 0 && refused.size === unread) {
    const reason = fetchFailure(run.stderr) ?? run.stderr.trim().split("\n")[0];
    throw new Error(`deno check did not run: ${reason}`);
  }
  return refused;
}

async function writeCheck(dir: string, paths: readonly string[]) {
  const config = JSON.parse(await Deno.readTextFile(join(dir, "deno.json")));
  config.compilerOptions = { ...config.compilerOptions, ...LENIENT };
  await Deno.writeTextFile(join(dir, "deno.json"), JSON.stringify(config));
  await Deno.writeTextFile(
    join(dir, ENTRY),
    paths.map((path) => `import ${JSON.stringify(`./${path}`)};\n`).join(""),
  );
}

async function isModule(source: string): Promise<boolean> {
  try {
    await parseModule(source);
    return true;
  } catch {
    return false; // the only thing that it throws is that the source is none
  }
}

const MARK = "mutant_";
const ENTRY = "mutants_to_check.ts";
const PLACE = /at file:\S*\/mutant_(\d+)\.ts:\d+/g;
const LENIENT = { noUnusedLocals: false, noUnusedParameters: false };
