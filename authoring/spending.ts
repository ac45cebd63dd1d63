/**
 * What the calls to a model took, call by call and unit by unit: the entries that a summary is made of.
 *
 * @module
 */
import type { FileType } from "../generator/plan/file_plan.ts";
import type { ModelReply } from "./language_model.ts";

/** A file that was written, as the summary counts it. */
export interface WrittenFile {
  /** What it is. */
  readonly type: FileType;
  /** Its lines. */
  readonly lines: number;
}

/** A call to a model. */
export interface CallSpent {
  /** The unit that it was made for. */
  readonly unit: string;
  /** The wave that the unit belongs to, from 1. */
  readonly wave: number;
  /** Which call for the unit it is, from 1; all but the first repair. */
  readonly round: number;
  /** What the unit is; what a call took whose answer holds no file counts there. */
  readonly type: FileType;
  /** The files of the answer, as far as they could be read. */
  readonly files: readonly WrittenFile[];
  /** How the call ended; `no answer` where the model failed. */
  readonly finish: ModelReply["finish"] | "no answer";
  /** The tokens that the provider told of. */
  readonly usage: ModelReply["usage"];
  /** Attempts that were made, 1 without a retry. */
  readonly attempts: number;
  /** Milliseconds that it took, waits for retries included. */
  readonly ms: number;
  /** Dollars that it cost; undefined where the price is unknown. */
  readonly cost: number | undefined;
  /** Mistakes of syntax in the answer: fences that stay open, modules that do not parse. */
  readonly syntaxErrors: number;
}

/** A unit that is done with. */
export interface UnitSpent {
  /** The unit. */
  readonly unit: string;
  /** The wave that it belongs to, from 1. */
  readonly wave: number;
  /** What it is. */
  readonly type: FileType;
  /** Written by the model now, taken from the records without a call, or given up. */
  readonly outcome: "written" | "reused" | "failed";
  /** The files that stay; none of a unit that was given up. */
  readonly files: readonly WrittenFile[];
}

/** When something was over, and how much memory the program held then. */
export interface Stamp {
  /** Milliseconds on the clock of the {@link Spending}. */
  readonly endMs: number;
  /** Bytes that the process held. */
  readonly memoryBytes: number;
}

/** Options of {@link Spending}. */
export interface SpendingOptions {
  /** Tells the time in milliseconds. @default performance.now() */
  readonly now?: () => number;
  /** Tells the bytes that the process holds. @default its resident set */
  readonly memory?: () => number;
}

/** Keeps what is spent, in the order in which it ended. */
export class Spending {
  readonly #calls: (CallSpent & Stamp)[] = [];
  readonly #units: (UnitSpent & Stamp)[] = [];
  readonly #now: () => number;
  readonly #memory: () => number;

  /** Starts with nothing spent. */
  constructor(options: SpendingOptions = {}) {
    this.#now = options.now ?? (() => performance.now());
    this.#memory = options.memory ?? (() => Deno.memoryUsage().rss);
  }

  /** Notes a call that is over, now or when it was stamped. */
  called(call: CallSpent, stamp: Stamp = this.stamp()): void {
    this.#calls.push({ ...call, ...stamp });
  }

  /** Notes a unit that is done with now, its checks included. */
  finished(unit: UnitSpent): void {
    this.#units.push({ ...unit, ...this.stamp() });
  }

  /** The calls so far. */
  get calls(): readonly (CallSpent & Stamp)[] {
    return this.#calls;
  }

  /** The units that are done with. */
  get units(): readonly (UnitSpent & Stamp)[] {
    return this.#units;
  }

  /** Tells the time, and how much memory the program holds. */
  stamp(): Stamp {
    return { endMs: this.#now(), memoryBytes: this.#memory() };
  }
}
