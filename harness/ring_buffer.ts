/**
 * A queue in a ring of slots that doubles when it is full: no allocation per value, memory in
 * proportion to what was queued at most. The owner keeps the bound.
 */
export class RingBuffer<T> {
  #slots: (T | undefined)[] = new Array(8);
  #head = 0;
  #size = 0;

  /** Number of queued values. */
  get size(): number {
    return this.#size;
  }

  /** Appends a value. */
  push(value: T): void {
    if (this.#size === this.#slots.length) this.#grow();
    this.#slots[(this.#head + this.#size) & (this.#slots.length - 1)] = value;
    this.#size++;
  }

  /** Removes and returns the oldest value. Call it only while `size` is above zero. */
  shift(): T {
    const value = this.#slots[this.#head] as T; // inside the filled part, so it is a T
    this.#slots[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#slots.length - 1);
    this.#size--;
    return value;
  }

  /** Puts a value before all others. */
  unshift(value: T): void {
    if (this.#size === this.#slots.length) this.#grow();
    this.#head = (this.#head - 1) & (this.#slots.length - 1);
    this.#slots[this.#head] = value;
    this.#size++;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Array<T | undefined>(old.length * 2);
    for (let i = 0; i < this.#size; i++) {
      slots[i] = old[(this.#head + i) & (old.length - 1)];
    }
    this.#slots = slots;
    this.#head = 0;
  }
}
