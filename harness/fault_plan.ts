import { type Clock, SYSTEM_CLOCK } from "./clock.ts";

/** What can go wrong: it throws, it never returns, it takes its time, or it brings its component down. */
export type Fault = "throw" | "hang" | "slow" | "crash";

/** Settings of a fault plan. */
export interface FaultPlanOptions {
  /**
   * How likely each fault is at each strike, from 0 to 1; together at most 1.
   * @default {} nothing goes wrong
   */
  readonly rates?: Readonly<Partial<Record<Fault, number>>>;
  /**
   * The longest delay of `slow`, in milliseconds.
   * @default {50}
   */
  readonly slowMs?: number;
  /**
   * By which it is counted.
   * @default the machine's
   */
  readonly clock?: Clock;
}

/** A fault that happened. */
export interface Strike {
  /** Where, as the caller named it. */
  readonly place: string;
  /** How many faults were drawn before, at all places. */
  readonly draw: number;
  /** What went wrong. */
  readonly fault: Fault;
}

/** What `strike()` throws. */
export class InjectedFault extends Error {
  /** Name of the error. */
  override readonly name = "InjectedFault";
}

/**
 * Faults drawn by a seed: the same seed, asked at the same places in the same order, gives the same
 * faults. Call `strike()` wherever something may go wrong: in a handler, in `setup()`, `cleanup()`.
 *
 * @example A handler that fails now and then
 * ```ts
 * import { FaultPlan } from "@autocoder/harness/testing";
 *
 * const outcomes = [1, 2].map((_) => {
 *   const plan = new FaultPlan(7, { rates: { throw: 0.5 } });
 *   return Array.from({ length: 20 }, () => plan.draw("handler") ?? "fine").join();
 * });
 * if (outcomes[0] !== outcomes[1]) throw new Error("found two plans of one seed");
 * ```
 */
export class FaultPlan {
  readonly #rates: readonly (readonly [Fault, number])[];
  readonly #slowMs: number;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #strikes: Strike[] = [];
  readonly #downfalls = new Map<string, (error: InjectedFault) => void>();
  #draws = 0;

  /** Makes the plan of a seed, an integer. */
  constructor(seed: number, options: FaultPlanOptions = {}) {
    const { rates = {}, slowMs = 50, clock = SYSTEM_CLOCK } = options;
    this.#rates = FAULTS.map((fault) => [fault, rates[fault] ?? 0]);
    this.#slowMs = slowMs;
    this.#clock = clock;
    this.#random = seededRandom(seed);
  }

  /** The faults so far, in order. */
  get strikes(): readonly Strike[] {
    return this.#strikes;
  }

  /** Draws what goes wrong at a place; undefined when nothing does. */
  draw(place: string): Fault | undefined {
    const draw = this.#draws++;
    let point = this.#random();
    for (const [fault, rate] of this.#rates) {
      if (point < rate) {
        this.#strikes.push({ place, draw, fault });
        return fault;
      }
      point -= rate;
    }
    return undefined;
  }

  /**
   * Draws, and lets it happen: throws `InjectedFault`, waits, waits for ever, or, for `crash`, brings
   * down the component whose `process()` awaits `downfall()` of the same name, and throws.
   */
  async strike(component: string, where: string): Promise<void> {
    const fault = this.draw(`${component} ${where}`);
    if (fault === undefined) return;
    if (fault === "hang") return await new Promise<never>(() => {});
    if (fault === "slow") {
      const milliseconds = this.#random() * this.#slowMs;
      return await new Promise((resolve) => {
        this.#clock.after(milliseconds, resolve);
      });
    }
    const error = new InjectedFault(`${fault} in ${where} of "${component}"`);
    if (fault === "crash") this.#downfalls.get(component)?.(error);
    throw error;
  }

  /** Rejects when a `crash` strikes the component. Each call, one a life, takes the place of the last. */
  downfall(component: string): Promise<never> {
    return new Promise((_, reject) => {
      this.#downfalls.set(component, reject);
    });
  }
}

/** Returns numbers from 0 to 1, the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FAULTS: readonly Fault[] = ["throw", "hang", "slow", "crash"];
