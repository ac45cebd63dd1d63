/** Where the harness has its time from. Fairness between channels alone always goes by the real one. */
export interface Clock {
  /** Returns milliseconds since some moment; never goes back. */
  now(): number;
  /** Returns milliseconds of the Unix epoch. */
  date(): number;
  /**
   * Calls back once when so many milliseconds have passed, never when they are `Infinity`. What it
   * returns calls that off.
   */
  after(milliseconds: number, callback: () => void): () => void;
}

/** The clock of the machine. */
export const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  after(milliseconds, callback) {
    if (milliseconds > LONGEST_MS) return () => {};
    const timer = setTimeout(callback, Math.max(0, milliseconds));
    return () => clearTimeout(timer);
  },
};

/** A timer that is set to more than this, about 25 days, fires at once: such an end is not waited for. */
const LONGEST_MS = 2 ** 31 - 1;
