/**
 * Has a language model write units of a system: wave by wave, checked together, repaired until they pass or a limit ends it.
 *
 * @module
 */
import type { AnswerRecord } from "../../generator/authored/answer_record.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";
import type { LanguageModel, TokenUsage } from "../language_model.ts";
import { Spending } from "../spending.ts";
import { AskWaves } from "./ask_waves.ts";
import { type AuthoredUnit, typeOf } from "./authored_unit.ts";
import type { AuthorEvent } from "./author_event.ts";
import { UnitBench } from "./unit_bench.ts";
import { checkWorks } from "./check_works.ts";
import { recordOf } from "./record_of.ts";
import { writtenFiles } from "./written_files.ts";
import type { PromptPattern } from "./unit_prompt.ts";
import { UnitWork } from "./unit_work.ts";

/** What is to be written, and how. */
export interface WriteUnitsOptions {
  /** The system, with the bodies that there are. */
  readonly system: SystemModel;
  /** The units that are open. */
  readonly units: readonly AuthoredUnit[];
  /** The blueprint's text. */
  readonly blueprint: string;
  /** Who writes; it throws BudgetSpent where a budget is. */
  readonly model: LanguageModel;
  /** Deno's executable, for the checks. */
  readonly deno: string;
  /** Calls that may be under way at the same time. @default 4 */
  readonly parallel?: number;
  /** Rounds at most, the first one included. @default 6 */
  readonly maxRounds?: number;
  /** The nearest patterns of a unit. @default none */
  readonly patternsFor?: (unit: AuthoredUnit) => readonly PromptPattern[];
  /** Tells what a call cost, in dollars, if that is known. @default it is not */
  readonly costOf?: (usage: TokenUsage) => number | undefined;
  /** Hears of every step. @default nobody */
  readonly onProgress?: (event: AuthorEvent) => void;
  /** Ends all of it; what has passed until then is given. */
  readonly signal: AbortSignal;
}

/** A unit that was given up. */
export interface FailedUnit {
  /** The unit. */
  readonly unit: AuthoredUnit;
  /** Why no more was tried. */
  readonly why: string;
  /** What was wrong with the last attempt. */
  readonly faults: readonly string[];
}

/** What became of it. */
export interface WrittenUnits {
  /** The records of the units that passed. */
  readonly records: readonly AnswerRecord[];
  /** The units that did not. */
  readonly failed: readonly FailedUnit[];
  /** What was spent. */
  readonly spending: Spending;
  /** Whether it ended before its time: interrupted, without the model, or without a budget. */
  readonly isCutOff: boolean;
}

/**
 * Has the units written. A unit that fails is told, and takes nothing of the others with it; what was written before the model
 * is lost, or before it is interrupted, is kept.
 *
 * @throws {ModelFailure} when nothing was written and no call can succeed: the key is refused, there is no such model, or
 * nothing is there.
 */
export async function writeUnits(
  options: WriteUnitsOptions,
): Promise<WrittenUnits> {
  const { units, model, signal, maxRounds = 6 } = options;
  const { onProgress = () => {} } = options;
  const works = units.map((unit) => new UnitWork(unit));
  const spending = new Spending();
  const asking = new AskWaves(works, { ...options, spending, onProgress });
  await using bench = new UnitBench({ ...options, model: options.system });
  const rounds = async () => {
    for (let round = 1; round <= maxRounds; round++) {
      const open = works.filter(({ isOpen }) => isOpen);
      if (open.length === 0) break;
      onProgress({ event: "round", round, units: open.length });
      await asking.ask(open);
      await checkWorks(works, bench, onProgress);
    }
  };
  await rounds().catch((error) => {
    if (!signal.aborted) throw error;
  });
  for (const work of works) {
    if (signal.aborted && !work.isDone) work.gaveUp ??= "interrupted";
    else if (work.isOpen) work.gaveUp = `${maxRounds} rounds`;
  }
  if (asking.failure && !works.some(({ isDone }) => isDone)) {
    throw asking.failure;
  }
  noteUnits(works, spending, asking);
  return {
    records: works.flatMap((work) =>
      work.isDone && work.attempt
        ? [recordOf(work, work.attempt, model.name)]
        : []
    ),
    failed: works.flatMap((work) => failedOf(work, onProgress)),
    spending,
    isCutOff: signal.aborted || asking.isCutOff,
  };
}

function failedOf(
  { unit, gaveUp, faults }: UnitWork,
  onProgress: (event: AuthorEvent) => void,
): FailedUnit[] {
  if (gaveUp === undefined) return [];
  onProgress({ event: "failed", unit: unit.id, why: gaveUp });
  return [{ unit, why: gaveUp, faults: faults.map(({ text }) => text) }];
}

/** Notes all units at the end: until all tests of the system pass, none is done. */
function noteUnits(
  works: readonly UnitWork[],
  spending: Spending,
  asking: AskWaves,
): void {
  for (const work of works) {
    const { attempt, isDone, unit, calls } = work;
    spending.finished({
      unit: unit.id,
      wave: asking.waveOf(work),
      type: typeOf(unit),
      outcome: !isDone ? "failed" : calls === 0 ? "reused" : "written",
      files: isDone && attempt ? writtenFiles(unit, attempt) : [],
    });
  }
}
