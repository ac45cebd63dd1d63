/**
 * Faults by a seed for as long as it takes.
 *
 * @module
 */
import { FaultPlan } from "@autocoder/harness/testing";

/**
 * One plan of faults after another, each with the next seed: a plan keeps what it did, and an endless
 * one would grow.
 */
export class SoakFaults {
  readonly #lives = new Map<string, (error: unknown) => void>();
  #seed: number;
  #plan: FaultPlan;
  #struck = 0;

  /** Begins with the plan of a seed. */
  constructor(seed: number) {
    this.#seed = seed;
    this.#plan = plan(seed);
  }

  /** Faults so far. */
  get struck(): number {
    return this.#struck + this.#plan.strikes.length;
  }

  /** Goes on with the next plan. */
  renew(): void {
    this.#struck += this.#plan.strikes.length;
    this.#plan = plan(++this.#seed);
    for (const [component, reject] of this.#lives) {
      this.#plan.downfall(component).catch(reject);
    }
  }

  /** Lets something go wrong now and then, in a handler of the component. */
  strike(component: string): Promise<void> {
    return this.#plan.strike(component, "handler");
  }

  /** Rejects when a crash strikes the component in its present life. */
  downfall(component: string): Promise<never> {
    return new Promise((_, reject) => {
      this.#lives.set(component, reject);
      this.#plan.downfall(component).catch(reject);
    });
  }
}

function plan(seed: number): FaultPlan {
  return new FaultPlan(seed, {
    rates: { throw: 2e-5, hang: 1e-6, slow: 2e-5, crash: 1e-5 },
  });
}
