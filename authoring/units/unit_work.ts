/**
 * The state of one unit while a language model works on it.
 *
 * @module
 */
import type { AuthoredUnit } from "./authored_unit.ts";
import { addUsage, NO_USAGE, type TokenUsage } from "../language_model.ts";

/** How far an attempt came: each stage is looked at only when the one before has passed. */
export const STAGES = [
  "call",
  "answer",
  "confinement",
  "types",
  "lint",
  "tests",
  "mutants",
  "system",
] as const;

/** A stage of the checks. */
export type Stage = typeof STAGES[number];

/** Something that is wrong with an attempt. */
export interface UnitFault {
  /** The stage that found it. */
  readonly stage: Stage;
  /** What, with its place, as the model is told. */
  readonly text: string;
}

/** What a model wrote for a unit. */
export interface Attempt {
  /** The statements of the function, for a behaviour. */
  readonly body?: string;
  /** The function, or the file, as it was answered. */
  readonly code: string;
  /** Files of the system by their paths, formatted: the tests of a behaviour, or the file. */
  readonly files: Readonly<Record<string, string>>;
}

/** A unit on its way. */
export class UnitWork {
  /** The unit. */
  readonly unit: AuthoredUnit;
  /** The last answer as it came; a call that gave none leaves it as it is. */
  answer: string | undefined;
  /** The function or file of the last answer as it came, before anything of it was looked at. */
  draft: string | undefined;
  /** The attempt that is looked at. */
  attempt: Attempt | undefined;
  /** What is wrong with it, or why there is none. */
  faults: readonly UnitFault[] = [];
  /** What is wrong with the last answer, which is what the model can mend. */
  toMend: readonly UnitFault[] = [];
  /** Calls that were made. */
  calls = 0;
  /** Rounds that were begun. */
  rounds = 0;
  /** Tokens that the calls took. */
  usage: TokenUsage = NO_USAGE;
  /** Why it was given up. */
  gaveUp: string | undefined;
  #best = Infinity;
  #idle = 0;
  #judgedRound = 0;

  /** Begins with nothing written. */
  constructor(unit: AuthoredUnit) {
    this.unit = unit;
  }

  /** Notes what a call took. */
  spent(usage: TokenUsage): void {
    this.calls += 1;
    this.usage = addUsage(this.usage, usage);
  }

  /** Notes the faults of a round; two rounds without progress end the work. */
  judged(faults: readonly UnitFault[]): void {
    this.faults = faults;
    this.#judgedRound = this.rounds;
    if (faults[0]?.stage !== "call") this.toMend = faults;
    if (faults.length === 0) return;
    const rank = rankOf(faults);
    this.#idle = rank < this.#best ? 0 : this.#idle + 1;
    this.#best = Math.min(this.#best, rank);
    if (this.#idle >= MOST_IDLE) {
      this.gaveUp ??= `${MOST_IDLE} rounds without progress`;
    }
  }

  /** Whether it was asked for since it was judged last. */
  get isFresh(): boolean {
    return this.rounds > this.#judgedRound;
  }

  /** Whether it still has to be asked for. */
  get isOpen(): boolean {
    return this.gaveUp === undefined &&
      (this.attempt === undefined || this.faults.length > 0);
  }

  /** Whether it is done and right. */
  get isDone(): boolean {
    return this.attempt !== undefined && this.faults.length === 0 &&
      this.rounds > 0 && !this.isFresh;
  }
}

/** A later stage is progress, and so are fewer faults at the same one. */
function rankOf(faults: readonly UnitFault[]): number {
  const stage = Math.min(...faults.map(({ stage }) => STAGES.indexOf(stage)));
  return (STAGES.length - stage) * MOST_FAULTS +
    Math.min(faults.length, MOST_FAULTS - 1);
}

const MOST_IDLE = 2;
const MOST_FAULTS = 1_000;
