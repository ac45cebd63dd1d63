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
import { settleAll } from "../../validation/settle_all.ts";
import { Workbench } from "../../validation/workbench.ts";
import { bodyChanges } from "./body_changes.ts";
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
  /** Whether it says little: a body that throws is noticed by every test that calls it. */
  readonly isBlunt: boolean;
}

/** Whether tests can fail. */
export interface CanFailReport {
  /** The changes that were tried, in the order in which they were chosen. */
  readonly mutants: readonly MutantVerdict[];
  /** Changes that there are. */
  readonly found: number;
  /** Each test and how many of the changes it noticed, in the order of the file; blunt ones count where no other could be decided. */
  readonly tests: readonly {
    readonly name: string;
    readonly noticed: number;
  }[];
  /** The tests that noticed none; all of them where no change could be decided. */
  readonly cannotFail: readonly string[];
  /** The tests that fail though the body does the same, because its text is another. */
  readonly lookAtText: readonly string[];
  /** Noticed over noticed and unnoticed; 0 where no change could be decided. */
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
  const { whole, small, respelled } = await mutantsIn(options);
  await using bench = new Workbench({ dir, deno, signal });
  const open = Array.from(
    { length: lanes },
    (_, index) => openLane(bench, options, `lane_${index}`),
  );
  const all = await settleAll(open);
  const names = await namesOf(all, options);
  const lookAtText = respelled === undefined
    ? []
    : await failingOn(respelled, all, names);
  const seed = options.seed ?? 1;
  const limit = Math.max(0, most - whole.length);
  const [some] = chooseMutants(small, { seed, limit });
  const chosen = [...whole, ...some];
  const refused = chosen.length === 0
    ? new Set<string>()
    : await refusedByCompiler(bench, await copyOf(bench, dir, "types"), chosen);
  const verdicts: MutantVerdict[] = [];
  const isDone = () =>
    verdicts.length >= least &&
    noticedBy(names, verdicts).every(({ noticed }) => noticed > 0);
  for (let at = 0; at < chosen.length && !isDone(); at += ROUND) {
    const queue = chosen.slice(at, at + ROUND);
    verdicts.push(...await tryRound(all, queue, refused));
  }
  const found = whole.length + small.length;
  return { ...reportOf(verdicts, names), found, lookAtText };
}

/** A copy of the system in which one mutant at a time is tried. */
interface Lane {
  readonly run: (limitMs: number) => Promise<FileOutcome>;
  readonly attempt: (
    change: (text: string) => string,
    limitMs?: number,
  ) => Promise<FileOutcome>;
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
    attempt: async (change, limitMs = lane.limitMs) => {
      await Deno.writeTextFile(path, change(text));
      return await lane.run(limitMs);
    },
  };
  return lane;
}

async function copyOf(bench: Workbench, dir: string, name: string) {
  const target = await bench.temporary(name);
  await copySystem(dir, target);
  return target;
}

/** Finds what can be done to the body as a whole, and the small changes of what it does. */
async function mutantsIn({ dir, file, range }: CanFailOptions) {
  const text = await Deno.readTextFile(join(dir, file));
  const part = range ?? { start: 0, end: text.length };
  const { edits, idle, respelled } = await bodyChanges(text, part);
  const small = (await moduleEdits(text)).filter(({ start, end }) =>
    start >= part.start && end <= part.end &&
    !idle.some((body) => start >= body.start && end <= body.end)
  );
  return {
    whole: mutantsOf(file, text, edits),
    small: mutantsOf(file, text, small),
    respelled,
  };
}

/** Names the tests that do not pass on another text of the same behaviour. */
async function failingOn(
  text: string,
  [lane]: readonly Lane[],
  names: readonly string[],
): Promise<readonly string[]> {
  const outcome = await lane?.attempt(() => text, FIRST_LIMIT_MS);
  if (outcome === undefined || outcome.state === "passed") return [];
  const failed = verdictOf(outcome).by;
  // One that never ends there, or keeps the file from loading, tells no names.
  return failed.length > 0 ? failed : names;
}

/** Runs the tests as they are in every lane, as busy as the machine will be: gives their names, and sets how long they may take. */
async function namesOf(
  lanes: readonly Lane[],
  { testFile }: CanFailOptions,
): Promise<string[]> {
  const runs = await settleAll(lanes.map((lane) => lane.run(FIRST_LIMIT_MS)));
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
  await settleAll(lanes.map(async (lane) => {
    for (const [index, mutant] of queue) {
      const change = describeMutant(mutant);
      const isBlunt = mutant.operator === "body throws";
      verdicts[index] = refused.has(mutant.id)
        ? { change, isBlunt, state: "refused", by: [] }
        : {
          change,
          isBlunt,
          ...verdictOf(await lane.attempt((text) => applyEdit(text, mutant))),
        };
    }
  }));
  return verdicts;
}

function verdictOf(
  { state, tests }: FileOutcome,
): Pick<MutantVerdict, "state" | "by"> {
  if (state === "stopped") return { state, by: [] };
  const failed = tests.filter(({ state }) => state === "failed");
  return {
    state: state === "failed" ? "noticed" : "unnoticed",
    by: [...new Set(failed.map(({ name }) => name))],
  };
}

function reportOf(
  mutants: readonly MutantVerdict[],
  names: readonly string[],
): Omit<CanFailReport, "found" | "lookAtText"> {
  const counted = countedOf(mutants);
  const tests = noticedBy(names, mutants);
  const noticed = counted.filter(({ state }) => state === "noticed").length;
  return {
    mutants,
    tests,
    cannotFail: tests.filter(({ noticed }) => noticed === 0)
      .map(({ name }) => name),
    share: counted.length === 0 ? 0 : noticed / counted.length,
  };
}

function noticedBy(
  names: readonly string[],
  mutants: readonly MutantVerdict[],
): CanFailReport["tests"] {
  const counted = countedOf(mutants);
  return names.map((name) => ({
    name,
    noticed: counted.filter(({ by }) => by.includes(name)).length,
  }));
}

/** Of a body that gives one constant, or nothing, it may be all that can be noticed that it is called. */
function countedOf(mutants: readonly MutantVerdict[]): MutantVerdict[] {
  const decided = mutants.filter(({ state }) =>
    state === "noticed" || state === "unnoticed"
  );
  const sharp = decided.filter(({ isBlunt }) => !isBlunt);
  return sharp.length > 0 ? sharp : decided;
}

/** Mutants after which is decided whether more are needed. */
const ROUND = 8;

const FIRST_LIMIT_MS = 60_000;

/** How long tests may take with a mutant: that much more, and that many times as long as without. */
const SPARE_MS = 3_000;
const SLACK = 4;
