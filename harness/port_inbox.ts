import { Channel, coreOf } from "./channel.ts";
import { PortReceipts } from "./port_receipts.ts";
import { RingBuffer } from "./ring_buffer.ts";

/** What an inbox tells of itself. */
export interface PortInboxHooks {
  /** So many values more have found a place in the channel. */
  readonly taken: (count: number) => void;
  /** So many values were received in all. */
  readonly received: (count: number) => void;
  /** Everything that came is in the channel, and nothing more will come. */
  readonly done: () => void;
  /** The channel failed. */
  readonly failed: (reason: unknown) => void;
}

/** The receiving half of a port: what has arrived, in a channel and, when that is full, before it. */
export class PortInbox<T> {
  /** Holds what can be received. */
  readonly channel: Channel<T>;
  /** How many values may be on their way, or here without a place in the channel. */
  readonly room: number;
  readonly #hooks: PortInboxHooks;
  readonly #arrived = new RingBuffer<T>();
  #isPlacing = false;
  #waiting: readonly T[] = [];
  #receipts: PortReceipts | undefined;
  #onLost: ((value: T, reason: unknown) => void) | undefined;

  /** Never holds more than `capacity` values, those included that are on their way. */
  constructor(name: string, capacity: number, hooks: PortInboxHooks) {
    this.room = Math.floor(capacity / 2);
    this.channel = new Channel({ name, capacity: capacity - this.room });
    this.#hooks = hooks;
    const core = coreOf(this.channel);
    core.onEnd(() => {
      if (core.state !== "broken") return;
      hooks.failed(core.reason);
      this.#loseArrived(core.reason);
    });
  }

  /** How many values were received from the channel in all. */
  get received(): number {
    return this.channel.stats().received;
  }

  /** Who tells the other side what was received; undefined when it did not ask. */
  get receipts(): PortReceipts | undefined {
    return this.#receipts;
  }

  /** Tells the other side from now on what was received. */
  confirm(): void {
    if (this.#receipts) return;
    this.#receipts = new PortReceipts({
      count: () => this.received,
      tell: this.#hooks.received,
    });
    coreOf(this.channel).onTaken = this.#receipts.note;
    this.#receipts.note();
  }

  /** Tells, when the channel fails, of every value that came and that nobody received. */
  keep(onLost: (value: T, reason: unknown) => void): void {
    const core = coreOf(this.channel);
    this.#onLost = onLost;
    core.onDropped = (value) => onLost(value, core.reason);
  }

  /** Takes what has arrived. */
  receive(values: readonly T[]): void {
    for (const value of values) this.#arrived.push(value);
    if (!this.#isPlacing) void this.#place();
  }

  /** Closes the channel. Whoever sends says so only when everything that came is in it. */
  end(): void {
    this.channel.close();
    this.#hooks.done();
  }

  async #place(): Promise<void> {
    this.#isPlacing = true;
    const core = coreOf(this.channel);
    let placed = 0;
    try {
      while (this.#arrived.size > 0) {
        const value = this.#arrived.shift();
        if (!core.tryPush(value)) await this.#pushWhenRoom(value);
        placed++;
        this.#receipts?.note(); // somebody may have waited for it
      }
    } catch {
      return; // the channel has failed, and told
    }
    this.#isPlacing = false;
    this.#hooks.taken(placed); // the channel is full by now, or its receiver is faster than the port
  }

  async #pushWhenRoom(value: T): Promise<void> {
    this.#waiting = [value];
    await coreOf(this.channel).push(value);
    this.#waiting = [];
  }

  #loseArrived(reason: unknown): void {
    const lost = [...this.#waiting];
    while (this.#arrived.size > 0) lost.push(this.#arrived.shift());
    for (const value of lost) this.#onLost?.(value, reason);
  }
}
