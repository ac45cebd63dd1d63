/**
 * Tells whether the tests of a body can fail: whether they notice small changes to it.
 *
 * @module
 */
import { join } from "node:path";
import { copySystem } from "../../validation/copy_system.ts";
import { chooseMutants } from "../../validation/mutation/choose_mutants.ts";
import { refusedByCompiler } from "../../validation/mutation/compile_mutants.ts";
import { moduleEdits } from "../../validation/mutation/find_mutants.ts";
import {
  applyEdit,
  describeMutant,
  type Mutant,
  mutantsOf,
} from "../../validation/mutation/mutant.ts";
import { Workbench } from "../../validation/workbench.ts";
import { type FileOutcome, testOutcomes } from "./test_outcomes.ts";

/** Options of {@link canFail}. */
export interface CanFailOptions {
  /** The system's folder; it is copied, and stays as it is. */
  readonly dir: string;
  /** The file with the body, relative to it. */
  readonly file: string;
  /** Where the body stands in the file, in UTF-16 code units. @default the whole file */
  readonly range?: { readonly start: number; readonly end: number };
  /** The file with its tests, relative to the system. */
  readonly testFile: string;
  /** Deno's executable. */
  readonly deno: string;
  /** Ends the work. */
  readonly signal: AbortSignal;
  /** Mutants that are tried in any case, where there are as many. @default 16 */
  readonly least?: number;
  /** Mutants that are tried while a test has noticed none. @default 48 */
  readonly most?: number;
  /** Which mutants are chosen. @default 1 */
  readonly seed?: number;
  /** Mutants that are tried at the same time. @default 2 */
  readonly lanes?: number;
}

/** What became of a change to the body. */
export interface MutantVerdict {
  /** The change in a line, with its place. */
  readonly change: string;
  /** Refused: by the compiler; stopped: it took too long. Neither counts. */
  readonly state: "noticed" | "unnoticed" | "stopped" | "refused";
  /** The tests that failed; none where the file could not be loaded. */
  readonly by: readonly string[];
}

/** Whether tests can fail. */
export interface CanFailReport {
  /** The changes that were tried, in the order in which they were chosen. */
  readonly mutants: readonly MutantVerdict[];
  /** Changes that there are. */
  readonly found: number;
  /** Each test and how many of the changes it noticed, in the order of the file. */
  readonly tests: readonly {
    readonly name: string;
    readonly noticed: number;
  }[];
  /** The tests that noticed none; empty where nothing could be changed. */
  readonly cannotFail: readonly string[];
  /** Noticed over noticed and unnoticed; 1 where nothing could be changed. */
  readonly share: number;
}

/**
 * Changes the body, one small change at a time, and runs its tests on each. Mutants are tried in rounds, so that which ones are
 * tried does not depend on which ends first.
 *
 * @throws {Error} when the tests do not pass on the body as it is, the file has none, or the compiler did not run.
 */
export async function canFail(options: CanFailOptions): Promise<CanFailReport> {
  const { dir, deno, signal, least = 16, most = 48, lanes = 2 } = options;
  const mutants = await mutantsIn(options);
  await using bench = new Workbench({ dir, deno, signal });
  const open = Array.from(
    { length: lanes },
    (_, index) => openLane(bench, options, `lane_${index}`),
  );
  const all = await Promise.all(open);
  const names = await namesOf(all, options);
  const [chosen] = chooseMutants(mutants, {
    seed: options.seed ?? 1,
    limit: most,
  });
  const refused = chosen.length === 0
    ? new Set<string>()
    : await refusedByCompiler(bench, await copyOf(bench, dir, "types"), chosen);
  const verdicts: MutantVerdict[] = [];
  const noticed = new Map(names.map((name) => [name, 0]));
  const isDone = () =>
    verdicts.length >= least &&
    [...noticed.values()].every((count) => count > 0);
  for (let at = 0; at < chosen.length && !isDone(); at += ROUND) {
    const queue = chosen.slice(at, at + ROUND);
    verdicts.push(...await tryRound(all, queue, refused));
    for (const { by } of verdicts.slice(at)) {
      for (const name of by) noticed.set(name, (noticed.get(name) ?? 0) + 1);
    }
  }
  return reportOf(verdicts, mutants.length, noticed);
}

/** A copy of the system in which one mutant at a time is tried. */
interface Lane {
  readonly run: (limitMs: number) => Promise<FileOutcome>;
  readonly attempt: (mutant: Mutant) => Promise<FileOutcome>;
  /** How long its tests may take. */
  limitMs: number;
}

async function openLane(
  bench: Workbench,
  { dir, file, testFile, signal }: CanFailOptions,
  name: string,
): Promise<Lane> {
  const cwd = await copyOf(bench, dir, name);
  const path = join(cwd, file);
  const text = await Deno.readTextFile(path);
  const lane: Lane = {
    limitMs: FIRST_LIMIT_MS,
    run: (limitMs) =>
      testOutcomes(bench, { cwd, file: testFile, limitMs, signal }),
    attempt: async (mutant) => {
      await Deno.writeTextFile(path, applyEdit(text, mutant));
      return await lane.run(lane.limitMs);
    },
  };
  return lane;
}

async function copyOf(bench: Workbench, dir: string, name: string) {
  const target = await bench.temporary(name);
  await copySystem(dir, target);
  return target;
}

async function mutantsIn({ dir, file, range }: CanFailOptions) {
  const text = await Deno.readTextFile(join(dir, file));
  const { start, end } = range ?? { start: 0, end: text.length };
  const edits = (await moduleEdits(text)).filter((edit) =>
    edit.start >= start && edit.end <= end
  );
  return mutantsOf(file, text, edits);
}

/** Runs the tests as they are in every lane, as busy as the machine will be: gives their names, and sets how long they may take. */
async function namesOf(
  lanes: readonly Lane[],
  { testFile }: CanFailOptions,
): Promise<string[]> {
  const runs = await Promise.all(lanes.map((lane) => lane.run(FIRST_LIMIT_MS)));
  for (const { state, tests, output } of runs) {
    if (state === "passed") continue;
    const failed = tests.find(({ state }) => state === "failed")?.name;
    throw new Error(
      `Cannot try changes with "${testFile}": found that it ${
        state === "stopped" ? "takes too long" : "fails"
      } without one, at ${failed ?? output.trim().split("\n").at(-1) ?? ""}`,
    );
  }
  const [first] = runs;
  const names = first?.tests.map(({ name }) => name) ?? [];
  if (names.length === 0) {
    throw new Error(`Cannot try changes with "${testFile}": found no tests`);
  }
  const longest = Math.max(...runs.map(({ ms }) => ms));
  for (const lane of lanes) lane.limitMs = SPARE_MS + SLACK * longest;
  return [...new Set(names)];
}

/** Tries some mutants, each in the next free lane; gives what became of them, in their order. */
async function tryRound(
  lanes: readonly Lane[],
  mutants: readonly Mutant[],
  refused: ReadonlySet<string>,
): Promise<MutantVerdict[]> {
  const verdicts: MutantVerdict[] = [];
  const queue = mutants.entries();
  await Promise.all(lanes.map(async (lane) => {
    for (const [index, mutant] of queue) {
      const change = describeMutant(mutant);
      verdicts[index] = refused.has(mutant.id)
        ? { change, state: "refused", by: [] }
        : { change, ...verdictOf(await lane.attempt(mutant)) };
    }
  }));
  return verdicts;
}

function verdictOf(
  { state, tests }: FileOutcome,
): Omit<MutantVerdict, "change"> {
  if (state === "stopped") return { state, by: [] };
  const failed = tests.filter(({ state }) => state === "failed");
  return {
    state: state === "failed" ? "noticed" : "unnoticed",
    by: [...new Set(failed.map(({ name }) => name))],
  };
}

function reportOf(
  mutants: readonly MutantVerdict[],
  found: number,
  noticed: ReadonlyMap<string, number>,
): CanFailReport {
  const count = (state: MutantVerdict["state"]) =>
    mutants.filter((mutant) => mutant.state === state).length;
  const decided = count("noticed") + count("unnoticed");
  const tests = [...noticed].map(([name, noticed]) => ({ name, noticed }));
  return {
    mutants,
    found,
    tests,
    cannotFail: decided === 0
      ? []
      : tests.filter(({ noticed }) => noticed === 0).map(({ name }) => name),
    share: decided === 0 ? 1 : count("noticed") / decided,
  };
}

/** Mutants after which is decided whether more are needed. */
const ROUND = 8;

const FIRST_LIMIT_MS = 60_000;

/** How long tests may take with a mutant: that much more, and that many times as long as without. */
const SPARE_MS = 3_000;
const SLACK = 4;
