import type { Clock } from "./clock.ts";
import { quiet } from "./quiet.ts";

/**
 * A clock that stands still until it is told to move, for tests of what happens after a while: deadlines
 * of requests, backoff, stop times. Give it to a harness as `clock`.
 *
 * @example An hour that takes no time
 * ```ts
 * import { VirtualClock } from "@autocoder/harness/testing";
 *
 * const clock = new VirtualClock();
 * let rang = false;
 * clock.after(3_600_000, () => rang = true);
 * await clock.advance(3_600_000);
 * if (!rang || clock.now() !== 3_600_000) throw new Error("found it late");
 * ```
 */
export class VirtualClock implements Clock {
  readonly #epoch: number;
  readonly #alarms = new Set<Alarm>();
  #now = 0;

  /** Starts at 0, which is the given time of the Unix epoch in milliseconds. @default {0} */
  constructor(epoch: number = 0) {
    this.#epoch = epoch;
  }

  /** How many callbacks are due later. */
  get pending(): number {
    return this.#alarms.size;
  }

  /** When the first of them is due, in milliseconds since the start; undefined when there is none. */
  get nextAt(): number | undefined {
    return this.#next(Infinity)?.at;
  }

  /** Returns milliseconds since the start. */
  now(): number {
    return this.#now;
  }

  /** Returns milliseconds of the Unix epoch. */
  date(): number {
    return this.#epoch + this.#now;
  }

  /** Calls back when the clock has been moved so far; what it returns calls that off. */
  after(milliseconds: number, callback: () => void): () => void {
    if (milliseconds === Infinity) return () => {};
    const alarm = { at: this.#now + Math.max(0, milliseconds), callback };
    this.#alarms.add(alarm);
    return () => void this.#alarms.delete(alarm);
  }

  /**
   * Moves the clock, and calls back whoever is due on the way, in order of time, then of asking. Before,
   * between and after, everything that can go on without time passing gets its chance.
   */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await quiet();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#alarms.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await quiet();
    }
    this.#now = end;
  }

  /** The first that is due by a time; a set keeps the order in which they asked. */
  #next(end: number): Alarm | undefined {
    let first: Alarm | undefined;
    for (const alarm of this.#alarms) {
      if (alarm.at <= end && (first === undefined || alarm.at < first.at)) {
        first = alarm;
      }
    }
    return first;
  }
}

interface Alarm {
  readonly at: number;
  readonly callback: () => void;
}
