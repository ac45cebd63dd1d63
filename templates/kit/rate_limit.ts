/**
 * Limits how often something may be tried, in memory: every process counts for itself.
 *
 * @module
 */
import type { Clock } from "./clock.ts";

/** How often, in how long. */
export interface RateLimitOptions {
  /** How many tries a window has. */
  readonly tries: number;
  /** How long a window is, in seconds. */
  readonly seconds: number;
  /** How many keys are remembered; the one whose window began first is forgotten. @default 10000 */
  readonly maxKeys?: number;
  /** The time. @default Date.now */
  readonly clock?: Clock;
}

/** Counts tries by key, such as an account or an address. */
export class RateLimit {
  readonly #options: RateLimitOptions;
  readonly #windows = new Map<
    string,
    { tries: number; readonly endsAt: number }
  >();

  /** Begins with nothing counted. */
  constructor(options: RateLimitOptions) {
    this.#options = options;
  }

  /** How many keys it remembers. */
  get size(): number {
    return this.#windows.size;
  }

  /** Counts a try; the answer is 0, or the seconds to wait when there were too many. */
  take(key: string): number {
    const { tries, seconds, maxKeys = 10_000, clock = Date.now } =
      this.#options;
    const now = clock();
    const window = this.#windows.get(key);
    if (window !== undefined && window.endsAt > now) {
      if (window.tries >= tries) return Math.ceil((window.endsAt - now) / 1000);
      window.tries++;
      return 0;
    }
    this.#windows.delete(key);
    this.#forget(now, maxKeys);
    this.#windows.set(key, { tries: 1, endsAt: now + seconds * 1000 });
    return 0;
  }

  /** Says how many tries a key has left, and for how many seconds that is so. */
  left(key: string): { readonly tries: number; readonly seconds: number } {
    const { tries, seconds, clock = Date.now } = this.#options;
    const now = clock();
    const window = this.#windows.get(key);
    return window === undefined || window.endsAt <= now ? { tries, seconds } : {
      tries: tries - window.tries,
      seconds: Math.ceil((window.endsAt - now) / 1000),
    };
  }

  /** Forgets the tries of a key, as after a success. */
  clear(key: string): void {
    this.#windows.delete(key);
  }

  /** Takes back one try of a key, as one that did not fail. */
  giveBack(key: string): void {
    const window = this.#windows.get(key);
    if (window !== undefined && window.tries > 0) window.tries--;
  }

  /** Windows are kept in the order in which they end, as all are as long. */
  #forget(now: number, maxKeys: number): void {
    for (const [key, { endsAt }] of this.#windows) {
      if (endsAt > now && this.#windows.size < maxKeys) return;
      this.#windows.delete(key);
    }
  }
}
