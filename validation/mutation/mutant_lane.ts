/**
 * A copy of the system in which mutants are tried one after the other.
 *
 * @module
 */
import { join } from "node:path";
import { copySystem } from "../copy_system.ts";
import type { Workbench } from "../workbench.ts";
import { type BoundedRun, runBounded, type TestTime } from "./bounded_tests.ts";
import { applyEdit, type Mutant } from "./mutant.ts";
import type { TestOrder } from "./order_tests.ts";

/** What became of a mutant. */
export interface MutantResult {
  /** Refused: by the compiler. Survived: all tests passed. */
  readonly state: "killed" | "survived" | "timed out" | "refused";
  /** The test that noticed it. */
  readonly by?: string;
  /** Milliseconds that its tests took. */
  readonly ms: number;
}

/** A copy with a test run in it at a time. */
export class MutantLane {
  readonly #bench: Workbench;
  readonly #dir: string;
  readonly #signal: AbortSignal;

  private constructor(bench: Workbench, dir: string, signal: AbortSignal) {
    this.#bench = bench;
    this.#dir = dir;
    this.#signal = signal;
  }

  /** Copies the system. */
  static async open(
    system: string,
    options: {
      readonly bench: Workbench;
      readonly name: string;
      readonly signal: AbortSignal;
    },
  ): Promise<MutantLane> {
    const { bench, name, signal } = options;
    const dir = await bench.temporary(name);
    await copySystem(system, dir);
    return new MutantLane(bench, dir, signal);
  }

  /** Runs tests on the system as it is. */
  run(tests: readonly string[], limit: TestTime): Promise<BoundedRun> {
    const options = { cwd: this.#dir, tests, limit, signal: this.#signal };
    return runBounded(this.#bench, options);
  }

  /** Puts a mutant in, runs its tests, and takes it out again. */
  async try(
    mutant: Mutant,
    order: TestOrder,
    limit: TestTime,
  ): Promise<MutantResult> {
    const path = join(this.#dir, mutant.file);
    const text = await Deno.readTextFile(path);
    await Deno.writeTextFile(path, applyEdit(text, mutant));
    let ms = 0;
    try {
      for (const tests of [order.near, order.rest]) {
        if (tests.length === 0) continue;
        const { state, failed, time } = await this.run(tests, limit);
        ms += Math.round(time.whole);
        if (state === "stopped") return { state: "timed out", ms };
        if (state === "failed") return { state: "killed", by: failed, ms };
      }
      return { state: "survived", ms };
    } finally {
      await Deno.writeTextFile(path, text);
    }
  }
}
