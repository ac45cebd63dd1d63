/** Someone who waits for a channel, with what a sender wants to pass. */
export interface Waiter<T> {
  /** The value of a waiting sender. */
  readonly value: T;
  /** Ends the wait. */
  readonly resolve: (value: T) => void;
  /** Ends the wait with an error. */
  readonly reject: (error: unknown) => void;
}

/** A queue of waiters, first come first served, from which any can step out in constant time. */
export class WaiterList<T> {
  #head: Entry<T> | undefined;
  #tail: Entry<T> | undefined;
  #size = 0;

  /** Number of waiters. */
  get size(): number {
    return this.#size;
  }

  /** Adds a waiter at the end and returns its place, for `remove()`. */
  add(waiter: Waiter<T>): Entry<T> {
    const entry: Entry<T> = {
      waiter,
      previous: this.#tail,
      next: undefined,
      listed: true,
    };
    if (this.#tail === undefined) this.#head = entry;
    else this.#tail.next = entry;
    this.#tail = entry;
    this.#size++;
    return entry;
  }

  /** Removes and returns the one who has waited longest. */
  shift(): Waiter<T> | undefined {
    const entry = this.#head;
    if (entry === undefined) return undefined;
    this.remove(entry);
    return entry.waiter;
  }

  /** Takes a waiter out of the list; does nothing when it has left already. */
  remove(entry: Entry<T>): void {
    if (!entry.listed) return;
    entry.listed = false;
    if (entry.previous === undefined) this.#head = entry.next;
    else entry.previous.next = entry.next;
    if (entry.next === undefined) this.#tail = entry.previous;
    else entry.next.previous = entry.previous;
    this.#size--;
  }
}

/** A waiter's place in its list. */
export interface Entry<T> {
  /** Who waits here. */
  readonly waiter: Waiter<T>;
  /** The place before. */
  previous: Entry<T> | undefined;
  /** The place after. */
  next: Entry<T> | undefined;
  /** Whether the place is still in the list. */
  listed: boolean;
}
