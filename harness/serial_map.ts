/**
 * A map from the numbers of messages to what waits for their answers.
 *
 * Not a `Map`: V8 replaces the table of a `Map` again and again while entries come and go, each old table refers to
 * the next, and so one table that has grown old keeps all that came after it alive until the next full collection.
 * Here nothing is allocated for an entry, and nothing is referred to once it is deleted.
 */
export class SerialMap<V extends object> {
  #keys: number[] = new Array(8).fill(0);
  #values: (V | undefined)[] = new Array(8).fill(undefined);
  #size = 0;

  /** Number of entries. */
  get size(): number {
    return this.#size;
  }

  /** Returns the value of a number; undefined when it has none. */
  get(serial: number): V | undefined {
    return this.#values[this.#find(serial)];
  }

  /** Gives a number a value. */
  set(serial: number, value: V): void {
    if (this.#size * 2 >= this.#keys.length) this.#grow();
    const place = this.#find(serial);
    if (this.#values[place] === undefined) this.#size++;
    this.#keys[place] = serial;
    this.#values[place] = value;
  }

  /** Takes a number's value away and returns it; undefined when it has none. */
  take(serial: number): V | undefined {
    const mask = this.#keys.length - 1;
    let hole = this.#find(serial);
    const value = this.#values[hole];
    if (value === undefined) return undefined;
    this.#size--;
    // Linear probing must find no hole between an entry's home and its place: what follows moves up.
    for (
      let next = (hole + 1) & mask;
      this.#values[next] !== undefined;
      next = (next + 1) & mask
    ) {
      const home = this.#keys[next]! & mask;
      if (((next - home) & mask) < ((next - hole) & mask)) continue;
      this.#keys[hole] = this.#keys[next]!;
      this.#values[hole] = this.#values[next];
      hole = next;
    }
    this.#values[hole] = undefined;
    return value;
  }

  /** Returns all values, in no particular order. */
  values(): V[] {
    return this.#values.filter((value) => value !== undefined);
  }

  /** The place of a number, or the free place where it belongs: its own, or the next ones. */
  #find(serial: number): number {
    const mask = this.#keys.length - 1;
    let place = serial & mask;
    while (
      this.#values[place] !== undefined && this.#keys[place] !== serial
    ) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Array(keys.length * 2).fill(0);
    this.#values = new Array(keys.length * 2).fill(undefined);
    for (let i = 0; i < keys.length; i++) {
      const value = values[i];
      if (value === undefined) continue;
      const place = this.#find(keys[i]!);
      this.#keys[place] = keys[i]!;
      this.#values[place] = value;
    }
  }
}
