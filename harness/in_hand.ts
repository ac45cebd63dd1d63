import type { Link } from "./link.ts";
import type { Envelope } from "./message.ts";

/** A message whose handler has not answered yet. */
export class InHand {
  /** The connection it came by. */
  readonly link: Link;
  /** The message. */
  readonly message: Envelope<unknown>;
  /** Its index in the list, or -1 when it is no longer in hand. */
  place = -1;

  /** Is in no list yet. */
  constructor(link: Link, message: Envelope<unknown>) {
    this.link = link;
    this.message = message;
  }
}

/**
 * The messages that one port has in hand, in no particular order. An array in which the last one takes
 * the place of the one that leaves: nothing that has left refers to another.
 */
export class InHandList {
  readonly #items: InHand[] = [];

  /** How many there are. */
  get size(): number {
    return this.#items.length;
  }

  /** Adds a message. */
  add(item: InHand): void {
    item.place = this.#items.length;
    this.#items.push(item);
  }

  /** Removes a message; tells whether it was still in hand. */
  remove(item: InHand): boolean {
    if (item.place < 0) return false;
    const last = this.#items.pop()!; // the list is not empty: the item is in it
    if (last !== item) {
      this.#items[item.place] = last;
      last.place = item.place;
    }
    item.place = -1;
    return true;
  }

  /** Removes and returns all, in the order they were sent. */
  takeAll(): InHand[] {
    const items = this.#items.splice(0);
    for (const item of items) item.place = -1;
    return items.sort((a, b) => a.message.serial - b.message.serial);
  }
}
