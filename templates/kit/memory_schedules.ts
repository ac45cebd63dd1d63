/**
 * The ledger of schedules in memory.
 *
 * @module
 */
import type { MemoryDatabase } from "./memory_database.ts";
import type { ScheduleClaim, ScheduleLedger } from "./schedule_ledger.ts";

/** The ledger of a database in memory; gone with the process. */
export class MemorySchedules implements ScheduleLedger {
  readonly #runs: Map<string, Run>;

  /** Opens the database's ledger. */
  constructor(database: MemoryDatabase) {
    this.#runs = RUNS.get(database) ?? new Map();
    RUNS.set(database, this.#runs);
  }

  /** Notes a schedule that is new. */
  begin(name: string, slot: number): Promise<void> {
    if (!this.#runs.has(name)) this.#runs.set(name, { done: slot });
    return Promise.resolve();
  }

  /** Takes a run. */
  claim({ name, slot, holder, now, until }: ScheduleClaim): Promise<boolean> {
    const run = this.#runs.get(name);
    const isFree = run !== undefined && run.done < slot &&
      (run.until === undefined || run.until <= now);
    if (isFree) this.#runs.set(name, { done: run.done, holder, until });
    return Promise.resolve(isFree);
  }

  /** Keeps a run longer. */
  renew(name: string, holder: string, until: number): Promise<boolean> {
    const run = this.#runs.get(name);
    const isTheirs = run?.holder === holder;
    if (isTheirs) this.#runs.set(name, { ...run, until });
    return Promise.resolve(isTheirs);
  }

  /** Says that a run was done. */
  finish(name: string, holder: string, slot: number): Promise<void> {
    if (this.#runs.get(name)?.holder === holder) {
      this.#runs.set(name, { done: slot });
    }
    return Promise.resolve();
  }
}

interface Run {
  readonly done: number;
  readonly holder?: string;
  readonly until?: number;
}

const RUNS = new WeakMap<MemoryDatabase, Map<string, Run>>();
