import type { ChannelCore } from "./channel_core.ts";
import type { TargetReport } from "./relay_report.ts";
import type { Entry, Waiter } from "./waiter_list.ts";

/** Whoever puts values into an outlet. */
export interface OutletOwner<T> {
  /** Called when a value that waited for room is accepted, possibly in the middle of a receive. */
  outletAccepted(outlet: Outlet<T>): void;
  /** Called when a value that waited for room is refused. */
  outletRefused(outlet: Outlet<T>): void;
  /** Called once, when the channel takes no more values. */
  outletGone(outlet: Outlet<T>): void;
}

/** What an outlet did with a value: it was taken, it waits for room, or it is not wanted. */
export type Offer = "accepted" | "waiting" | "refused";

/** The sending end of a relay at one channel. It waits for room as itself, without a promise. */
export class Outlet<T> implements Waiter<T> {
  /** The channel. */
  readonly core: ChannelCore<T>;
  /** The value that waits for room. */
  value: T = undefined as T;
  /** Whether the channel takes no more values. */
  gone = false;
  /** Why it takes no more. */
  reason: unknown;
  readonly #owner: OutletOwner<T>;
  readonly #onEnd: () => void;
  #entry: Entry<T> | undefined;
  #accepted = 0;
  #refused = 0;

  /** Offers nothing before it is asked to. */
  constructor(core: ChannelCore<T>, owner: OutletOwner<T>) {
    this.core = core;
    this.#owner = owner;
    this.#onEnd = () => this.#lose();
  }

  /** Listens for the end of the channel from now on. */
  attach(): void {
    this.core.onEnd(this.#onEnd);
  }

  /** Whether a value can be accepted now, be it that the policy drops one for it. */
  get hasRoom(): boolean {
    const { core } = this;
    if (core.state !== "open") return false;
    if (core.size < core.capacity) return true;
    return core.whenFull === "drop-oldest" || core.whenFull === "drop-newest";
  }

  /** Whether a value can wait here for room. */
  get canWait(): boolean {
    return this.core.state === "open" && this.core.whenFull === "block";
  }

  /** Puts a value into the channel; waits for room where the policy says so. */
  offer(value: T): Offer {
    const { core } = this;
    if (core.state !== "open") return this.#refuse();
    if (core.whenFull === "fail" && core.size >= core.capacity) {
      this.#refused++; // without making an error that nobody would see
      return "refused";
    }
    if (core.tryPush(value)) {
      this.#accepted++;
      return "accepted";
    }
    this.value = value;
    this.#entry = core.addSender(this);
    return "waiting";
  }

  /** Learns that the value which waited is accepted. */
  resolve(): void {
    this.#forget();
    this.#accepted++;
    this.#owner.outletAccepted(this);
  }

  /** Learns that the value which waited is refused. */
  reject(): void {
    this.#forget();
    this.#refused++;
    this.#owner.outletRefused(this);
  }

  /** Takes back the value that waits, if any. */
  withdraw(): void {
    if (this.#entry) this.core.removeSender(this.#entry);
    this.#forget();
  }

  /** Lets go of the channel. */
  detach(): void {
    this.withdraw();
    this.core.offEnd(this.#onEnd);
  }

  /** Returns the figures of this moment. */
  report(): TargetReport {
    const { gone, reason, core: { name } } = this;
    const [accepted, refused] = [this.#accepted, this.#refused];
    return { name, accepted, refused, gone, reason };
  }

  #refuse(): Offer {
    this.#refused++;
    this.#lose();
    return "refused";
  }

  #forget(): void {
    this.#entry = undefined;
    this.value = undefined as T; // nothing waits, so nothing is read
  }

  #lose(): void {
    if (this.gone) return;
    this.gone = true;
    const { core } = this;
    this.reason = core.state === "broken"
      ? core.reason
      : core.endError("send to");
    this.#owner.outletGone(this);
  }
}
