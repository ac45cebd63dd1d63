/**
 * When a component is started again, in the words of OTP's supervisors
 * (https://www.erlang.org/doc/system/sup_princ.html).
 *
 * @module
 */

/**
 * Whether a component that has ended is started again: always (`permanent`), only when it failed
 * (`transient`), or never (`temporary`).
 */
export type RestartKind = "permanent" | "transient" | "temporary";

/**
 * Who is started again with a component: nobody else, those downstream of it (everyone who receives
 * from it or is declared to start `after` it, directly or through others), or all. Components that are
 * `temporary` are left alone, and so is, unless all are meant, what the component itself comes `after`.
 */
export type RestartStrategy = "one_for_one" | "rest_for_one" | "one_for_all";

/**
 * What becomes of the messages that a component had in hand when it failed: they become dead letters
 * (`at_most_once`), or they are handled again after the restart, before any other (`at_least_once`).
 */
export type Delivery = "at_most_once" | "at_least_once";

/** How long to wait before a restart. */
export interface BackoffOptions {
  /**
   * Milliseconds before the first restart.
   * @default {100}
   */
  readonly firstMs?: number;
  /**
   * How much longer each further wait is, within the window of the restart intensity.
   * @default {2}
   */
  readonly factor?: number;
  /**
   * The longest wait, in milliseconds.
   * @default {10_000}
   */
  readonly maxMs?: number;
  /**
   * The part of each wait that is left to chance, from 0 to 1, so that those that failed together do
   * not come back together.
   * @default {0.5}
   */
  readonly jitter?: number;
}

/** How a system deals with components that fail. */
export interface SupervisionOptions {
  /**
   * Who is started again with a component.
   * @default {"one_for_one"}
   */
  readonly strategy?: RestartStrategy;
  /**
   * Most restarts within the window; one more ends the whole system with `RestartsExhausted`.
   * @default {3}
   */
  readonly maxRestarts?: number;
  /**
   * The window, in milliseconds.
   * @default {5_000}
   */
  readonly windowMs?: number;
  /** How long to wait before a restart. */
  readonly backoff?: BackoffOptions;
}

/** Counts restarts within a sliding window. */
export class RestartIntensity {
  readonly #maxRestarts: number;
  readonly #windowMs: number;
  #times: number[] = [];

  /** Allows so many restarts within so many milliseconds. Throws `RangeError` when either makes no sense. */
  constructor(maxRestarts: number, windowMs: number) {
    if (!Number.isInteger(maxRestarts) || maxRestarts < 0) {
      throw new RangeError(
        `Cannot supervise: found maxRestarts ${maxRestarts}, wanted an integer of at least 0`,
      );
    }
    if (!(windowMs > 0)) {
      throw new RangeError(
        `Cannot supervise: found windowMs ${windowMs}, wanted a number above 0`,
      );
    }
    this.#maxRestarts = maxRestarts;
    this.#windowMs = windowMs;
  }

  /** Restarts within the window that ends now. */
  recent(now: number): number {
    this.#times = this.#times.filter((time) => now - time < this.#windowMs);
    return this.#times.length;
  }

  /** Counts one more restart; tells whether that many are allowed. */
  admit(now: number): boolean {
    if (this.recent(now) >= this.#maxRestarts) return false;
    this.#times.push(now);
    return true;
  }
}

/**
 * Returns the milliseconds to wait before a restart, of which `earlier` came before it in the window:
 * exponential backoff of which a part, up to all of it, is left to chance. `random` returns a number
 * from 0 to 1, as `Math.random()` does.
 */
export function backoffMs(
  earlier: number,
  options: BackoffOptions = {},
  random: () => number = Math.random,
): number {
  const { firstMs = 100, factor = 2, maxMs = 10_000, jitter = 0.5 } = options;
  const full = Math.min(maxMs, firstMs * factor ** earlier);
  return full * (1 - jitter * random());
}
