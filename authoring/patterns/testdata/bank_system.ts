/**
 * Generates a system whose logic is that of patterns, with their tests.
 *
 * @module
 */
import { stringify } from "yaml";
import {
  ANSWER_SCHEMA,
  type AnswerRecord,
} from "../../../generator/authored/answer_record.ts";
import {
  type BehaviorUnit,
  behaviorUnits,
} from "../../../generator/authored/behavior_unit.ts";
import { withRecords } from "../../../generator/authored/fill_answers.ts";
import { generateFiles } from "../../../generator/generate.ts";
import { writeSystem } from "../../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../../generator/prepare.ts";
import type { ToolRun } from "../../../validation/workbench.ts";
import { runDeno } from "../../units/run_deno.ts";
import { type BlueprintPart, isPart, withLogic } from "../logic_place.ts";
import type { Pattern } from "../pattern.ts";

/** A system on disk; disposing of it removes it. */
export interface BankSystem extends AsyncDisposable {
  /** Its folder. */
  readonly dir: string;
  /** What its behaviours are to a model. */
  readonly units: readonly BehaviorUnit[];
  /** The texts of its files, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Generates the system of some patterns, each as if a model had just written it. */
export async function bankSystem(
  patterns: readonly Pattern[],
): Promise<BankSystem> {
  const parts = patterns.map(({ name, unit, blueprint, behavior }) => {
    const part = withLogic(blueprint, unit, { behavior });
    if (part === undefined) throw new Error(`"${name}" has no place`);
    return part;
  });
  const text = stringify({
    schema: "autocoder/v1",
    system: "pattern_bank",
    ...merged(parts),
  });
  const { model, diagnostics } = await prepareBlueprint(text, "blueprint.yaml");
  if (model === undefined) throw new Error(JSON.stringify(diagnostics));
  const units = await behaviorUnits(model);
  const records = patterns.map((pattern): AnswerRecord => {
    const unit = units.find(({ id }) => id === pattern.unit);
    if (unit === undefined) throw new Error(`"${pattern.name}" has no unit`);
    return {
      schema: ANSWER_SCHEMA,
      unit: unit.id,
      key: unit.key,
      model: "none",
      body: pattern.body,
      files: { [unit.testFile]: pattern.test },
      rounds: 0,
      calls: 0,
      tokens: { input: 0, output: 0, cached: 0 },
    };
  });
  const { files } = await generateFiles(withRecords(model, records), text);
  const parent = await Deno.makeTempDir({ prefix: "autocoder-bank-" });
  const dir = await writeSystem(`${parent}/bank`, files);
  return {
    dir,
    units,
    texts: new Map(files.map((file) => [file.path, file.text])),
    [Symbol.asyncDispose]: () => Deno.remove(parent, { recursive: true }),
  };
}

/** Runs `deno` in the system's folder. */
export async function denoIn(
  dir: string,
  args: readonly string[],
): Promise<ToolRun> {
  const run = await runDeno(args, {
    deno: Deno.execPath(),
    cwd: dir,
    limitMs: LIMIT_MS,
    signal: new AbortController().signal,
  });
  if (run === undefined) throw new Error(`"deno ${args.join(" ")}" went on`);
  return run;
}

/** Puts parts of blueprints together; of what two of them have, both have to say the same. */
function merged(parts: readonly BlueprintPart[]): BlueprintPart {
  const whole: Record<string, BlueprintPart> = {};
  for (
    const [section, value] of parts.flatMap((part) => Object.entries(part))
  ) {
    if (!isPart(value)) throw new Error(`"${section}" is no mapping`);
    const before = whole[section] ?? {};
    for (const [name, one] of Object.entries(value)) {
      const other = before[name] ?? one;
      if (JSON.stringify(other) !== JSON.stringify(one)) {
        throw new Error(`"${section}.${name}" is in two patterns`);
      }
    }
    whole[section] = { ...before, ...value };
  }
  return whole;
}

/** A mutant that never ends would hold everything up. */
const LIMIT_MS = 300_000;
