import { Channel, coreOf } from "./channel.ts";
import { RingBuffer } from "./ring_buffer.ts";

/** What an inbox tells of itself. */
export interface PortInboxHooks {
  /** So many values more have found a place in the channel. */
  readonly taken: (count: number) => void;
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

  /** Never holds more than `capacity` values, those included that are on their way. */
  constructor(name: string, capacity: number, hooks: PortInboxHooks) {
    this.room = Math.floor(capacity / 2);
    this.channel = new Channel({ name, capacity: capacity - this.room });
    this.#hooks = hooks;
    const core = coreOf(this.channel);
    core.onEnd(() => {
      if (core.state === "broken") hooks.failed(core.reason);
    });
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
        if (!core.tryPush(value)) await core.push(value);
        placed++;
      }
    } catch {
      return; // the channel has failed, and told
    }
    this.#isPlacing = false;
    this.#hooks.taken(placed); // the channel is full by now, or its receiver is faster than the port
  }
}
