import type { Lane } from "./lane.ts";

/**
 * The lanes that have a value in hand, by key; keys are the same as they are in a `Map`.
 *
 * Not a `Map`: lanes come and go with every value, and an old table of a `Map` keeps all that came
 * after it alive until the next full collection. There are few lanes, so they are searched in turn.
 */
export class OpenLanes<T, K> {
  readonly #lanes: Lane<T, K>[] = [];

  /** Number of lanes. */
  get size(): number {
    return this.#lanes.length;
  }

  /** Returns the lane of a key; undefined when it has none. */
  find(key: K): Lane<T, K> | undefined {
    const lanes = this.#lanes;
    for (let i = 0; i < lanes.length; i++) {
      if (isSame(lanes[i]!.key, key)) return lanes[i];
    }
    return undefined;
  }

  /** Adds a lane whose key has none. */
  add(lane: Lane<T, K>): void {
    this.#lanes.push(lane);
  }

  /** Removes a lane. */
  remove(lane: Lane<T, K>): void {
    const index = this.#lanes.indexOf(lane);
    const last = this.#lanes.pop();
    if (last !== undefined && last !== lane) this.#lanes[index] = last;
  }

  /** Iterates over the lanes, in no particular order. */
  [Symbol.iterator](): IterableIterator<Lane<T, K>> {
    return this.#lanes.values();
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (a !== a && b !== b); // NaN is the same key as NaN
}
