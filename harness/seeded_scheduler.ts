import { controlComponent } from "./control_component.ts";
import { seededRandom } from "./fault_plan.ts";
import type { HarnessComponent } from "./harness_component.ts";
import { quiet } from "./quiet.ts";
import { nextTurn } from "./turn.ts";
import { VirtualClock } from "./virtual_clock.ts";

/** Settings of a scheduler. */
export interface SeededSchedulerOptions {
  /** An integer; the same one gives the same order. */
  readonly seed: number;
  /**
   * By which time passes while nobody waits for a turn.
   * @default a clock of its own
   */
  readonly clock?: VirtualClock;
  /**
   * Most turns of one `run()`; one more is no progress.
   * @default {100_000}
   */
  readonly maxTurns?: number;
  /**
   * How long, in milliseconds of the clock, nobody may want a turn before that counts as no progress.
   * @default {60_000}
   */
  readonly maxIdleMs?: number;
}

/**
 * Decides by a seed whose turn it is: tasks wait at the points where they call `yield()`, and one of
 * them goes on when everything else has come to rest. The order is another for each seed, and the same
 * for the same seed. `control()` puts such points before each handler and each send of a component.
 *
 * Time is a `VirtualClock`, to be given to the harness and to a `FaultPlan`: it passes only while
 * nobody waits for a turn. What depends on anything else outside, on I/O, timers of the platform or
 * `Math.random()` (as backoff with jitter does), is not decided by the seed.
 *
 * @example A lost update, found and replayed
 * ```ts
 * import { SeededScheduler } from "@autocoder/harness/testing";
 *
 * async function count(seed: number): Promise<string> {
 *   using scheduler = new SeededScheduler({ seed });
 *   let total = 0;
 *   const add = async (name: string) => {
 *     const before = total;
 *     await scheduler.yield(name);
 *     total = before + 1;
 *   };
 *   await scheduler.run(async () => {
 *     await scheduler.yield("start");
 *     await Promise.all([add("a"), add("b")]);
 *   });
 *   return `${total} after ${scheduler.trace.join(" ")}`;
 * }
 * const [first, again] = [await count(7), await count(7)];
 * if (first !== again || !first.startsWith("1 after start ")) throw new Error(`found ${first}`);
 * ```
 */
export class SeededScheduler implements Disposable {
  /** What decides. */
  readonly seed: number;
  /** What passes while nobody waits for a turn. */
  readonly clock: VirtualClock;
  readonly #random: () => number;
  readonly #maxTurns: number;
  readonly #maxIdleMs: number;
  readonly #waiting: Turn[] = [];
  readonly #begun = new Set<Begun>();
  readonly #trace: string[] = [];
  #isFree = false;

  /** Holds whoever yields until `run()` is called. Throws `RangeError` when the seed is no integer. */
  constructor(options: SeededSchedulerOptions) {
    const { seed, clock, maxTurns = 100_000, maxIdleMs = 60_000 } = options;
    if (!Number.isSafeInteger(seed)) {
      throw new RangeError(
        `Cannot make a scheduler: found seed ${seed}, wanted an integer`,
      );
    }
    this.seed = seed;
    this.clock = clock ?? new VirtualClock();
    this.#random = seededRandom(seed);
    this.#maxTurns = maxTurns;
    this.#maxIdleMs = maxIdleMs;
  }

  /** Who had a turn, in order, by the labels that they gave. */
  get trace(): readonly string[] {
    return this.#trace;
  }

  /** Who waits for a turn now, by label. */
  get waiting(): readonly string[] {
    return this.#waiting.map(({ label }) => label);
  }

  /** Draws a number from 0 to 1 by the same seed, for other choices of a test. */
  random(): number {
    return this.#random();
  }

  /**
   * Waits for a turn. Among equals by label, who came first goes first. After `free()` it resolves in
   * the next turn of the event loop.
   */
  yield(label: string): Promise<void> {
    if (this.#isFree) return nextTurn(); // a task that yields for ever must not block the program
    return new Promise((resolve) => this.#waiting.push({ label, resolve }));
  }

  /** Does a piece of work that is named in the error when nothing goes on and it has not ended. */
  async during<R>(label: string, work: () => R | PromiseLike<R>): Promise<R> {
    const begun = { label, turn: this.#trace.length };
    this.#begun.add(begun);
    try {
      return await work();
    } finally {
      this.#begun.delete(begun);
    }
  }

  /**
   * Makes a component wait for a turn before each handler, and before each `send()` and `request()`,
   * and returns it. The labels are the ports, as `component.port`: what comes, or leaves, by one port
   * keeps its order. Call it before the component starts.
   */
  control<C extends HarnessComponent<unknown>>(component: C): C {
    controlComponent(component, this);
    return component;
  }

  /**
   * Runs a task to its end: gives one who waits a turn, lets go on what can, and so on; when nobody
   * waits, time passes until the next callback of the clock. Resolves with what the task resolves to,
   * and rejects with what it rejects with, or with an `Error` that names who waits where when nothing
   * goes on though the task has not settled.
   */
  async run<R>(task: () => R | PromiseLike<R>): Promise<R> {
    let isSettled = false;
    const settled = Promise.resolve().then(task).finally(() =>
      isSettled = true
    );
    settled.catch(() => {}); // looked at below
    let idleSince = this.clock.now();
    for (let turns = 0;;) {
      await quiet();
      if (isSettled) return await settled;
      if (this.#release()) {
        turns++;
        idleSince = this.clock.now();
        if (turns > this.#maxTurns) throw this.#stuck(`${turns} turns taken`);
      } else if (this.clock.now() - idleSince >= this.#maxIdleMs) {
        throw this.#stuck(`no turn wanted for ${this.#maxIdleMs} ms`);
      } else if (!await this.#passTime()) {
        throw this.#stuck("nobody who waits for a turn or for time to pass");
      }
    }
  }

  /** Holds nobody back any more. */
  free(): void {
    this.#isFree = true;
    for (const turn of this.#waiting.splice(0)) turn.resolve();
  }

  /** Holds nobody back any more. */
  [Symbol.dispose](): void {
    this.free();
  }

  /** Lets one go on. They stand in the order of their labels, which the machine cannot disturb. */
  #release(): boolean {
    if (this.#waiting.length === 0) return false;
    const labels = [...new Set(this.waiting)].sort();
    const label = labels[Math.floor(this.#random() * labels.length)]!; // one of at least one
    const index = this.#waiting.findIndex((turn) => turn.label === label);
    this.#trace.push(label);
    for (const turn of this.#waiting.splice(index, 1)) turn.resolve();
    return true;
  }

  async #passTime(): Promise<boolean> {
    const { clock } = this;
    if (clock.nextAt === undefined) return false;
    await clock.advance(Math.max(0, clock.nextAt - clock.now()));
    return true;
  }

  #stuck(found: string): Error {
    const begun = [...this.#begun].map(({ label, turn }) =>
      `\n- "${label}", begun after ${turn} turns`
    );
    const last = this.#trace.slice(-10).map((label) => `"${label}"`);
    return new Error(
      `Cannot go on under seed ${this.seed}: found ${found}, and the task not settled after ` +
        `${this.#trace.length} turns, wanted its end` +
        (begun.length > 0 ? `. Not done yet:${begun.join("")}\n` : ". ") +
        `The last turns: ${last.join(", ") || "none"}`,
    );
  }
}

interface Turn {
  readonly label: string;
  readonly resolve: () => void;
}

interface Begun {
  readonly label: string;
  readonly turn: number;
}
