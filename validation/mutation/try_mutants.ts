/**
 * Tries mutants in several copies of the system at the same time, and goes on where an interrupted run has ended.
 *
 * @module
 */
import { copySystem } from "../copy_system.ts";
import type { DeepContext } from "../deep_part.ts";
import { settleAll } from "../settle_all.ts";
import type { TestTime } from "./bounded_tests.ts";
import { refusedByCompiler } from "./compile_mutants.ts";
import type { Mutant } from "./mutant.ts";
import { MutantLane, type MutantResult } from "./mutant_lane.ts";
import type { TriedMutant } from "./mutation_score.ts";
import { orderTests } from "./order_tests.ts";
import { readTestFiles, type TestFile } from "./test_file.ts";
import { fingerprintOf } from "./fingerprint.ts";

/**
 * Tries the mutants; gives what became of each, in their order.
 *
 * @throws {Error} when the tests do not pass on the system as it is, or the compiler does not run.
 */
export async function tryMutants(
  context: DeepContext,
  mutants: readonly Mutant[],
  tell: (text: string) => void,
): Promise<TriedMutant[]> {
  const { journal } = context;
  const prefix = `mutation ${await fingerprintOf(context)} `;
  const results = new Map<string, MutantResult>();
  for (const { id } of mutants) {
    const known = journal.get<MutantResult>(prefix + id);
    if (known) results.set(id, known);
  }
  const note = async ({ id }: Mutant, result: MutantResult) => {
    results.set(id, result);
    await journal.set(prefix + id, result);
    tell(progressOf(mutants, results));
  };
  const left = mutants.filter(({ id }) => !results.has(id));
  if (left.length > 0) await tryAll(context, { left, note, tell });
  return mutants.flatMap((mutant) => {
    const result = results.get(mutant.id);
    return result ? [{ mutant, result }] : [];
  });
}

async function tryAll(
  context: DeepContext,
  options: {
    readonly left: readonly Mutant[];
    readonly note: (mutant: Mutant, result: MutantResult) => Promise<void>;
    readonly tell: (text: string) => void;
  },
): Promise<void> {
  const { left, note, tell } = options;
  tell(`checking the types of ${left.length} mutants`);
  const refused = await refusedByCompiler(
    context.bench,
    await openCopy(context),
    left,
  );
  for (const mutant of left) {
    if (refused.has(mutant.id)) await note(mutant, { state: "refused", ms: 0 });
  }
  const queue = left.filter(({ id }) => !refused.has(id));
  if (queue.length === 0) return;
  const tests = await readTestFiles(context.subject.dir);
  const entities = context.model.entities.map(({ name }) => name.snake);
  tell("running the tests without a mutant");
  const lanes = await openLanes(context);
  const limit = await limitOf(lanes, tests);
  const work = async (lane: MutantLane) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const order = orderTests(next.file, tests, entities);
      await note(next, await lane.try(next, order, limit));
    }
  };
  const stopAll = (error: unknown) => {
    queue.length = 0;
    throw error;
  };
  await settleAll(lanes.map((lane) => work(lane).catch(stopAll)));
}

async function openCopy({ bench, subject }: DeepContext): Promise<string> {
  const dir = await bench.temporary("mutants");
  await copySystem(subject.dir, dir);
  return dir;
}

function openLanes({ bench, subject, signal }: DeepContext) {
  const count = Math.min(navigator.hardwareConcurrency, MOST_LANES);
  return settleAll(
    Array.from(
      { length: count },
      (_, index) =>
        MutantLane.open(subject.dir, { bench, name: `lane_${index}`, signal }),
    ),
  );
}

/** Runs all tests in each lane, as busy as the machine will be, and so finds how long they may take with a mutant. */
async function limitOf(
  lanes: readonly MutantLane[],
  tests: readonly TestFile[],
): Promise<TestTime> {
  const paths = tests.map(({ path }) => path);
  const runs = await settleAll(
    lanes.map((lane) => lane.run(paths, UNBOUNDED)),
  );
  const failed = runs.find(({ state }) => state !== "passed");
  if (failed) {
    const what = failed.failed ?? "they took too long";
    throw new Error(`the tests fail without a mutant, in one run: ${what}`);
  }
  const longest = (of: keyof TestTime) =>
    SPARE_MS + SLACK * Math.max(...runs.map(({ time }) => time[of]));
  return { whole: longest("whole"), silence: longest("silence") };
}

function progressOf(
  mutants: readonly Mutant[],
  results: ReadonlyMap<string, MutantResult>,
): string {
  const survived = [...results.values()]
    .filter(({ state }) => state === "survived").length;
  return `${results.size} of ${mutants.length} mutants, ${survived} survived`;
}

/** Copies that work at the same time; more would fight for the disk. */
const MOST_LANES = 8;

/** How long the tests may take with a mutant: that much more, and that many times as long as without. */
const SPARE_MS = 5_000;
const SLACK = 4;

const UNBOUNDED: TestTime = { whole: 300_000, silence: 60_000 };
