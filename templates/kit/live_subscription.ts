/**
 * What one stream has yet to hear: a bounded queue that nobody waits for.
 *
 * @module
 */
import { Channel } from "@autocoder/harness";
import type { MarkedChange } from "./live_updates.ts";

/** Why a stream was ended. */
export type EndReason = "slow" | "stopping";

/** Something a stream hears. */
export type LiveSignal =
  | MarkedChange
  /** All that was missed has been heard; from here on it goes by this mark. */
  | { readonly ready: string }
  /** Changes may have been missed; from here on it goes by this mark. */
  | { readonly gap: string }
  /** Nothing has happened for a while. */
  | { readonly beat: true };

/** Where a stream begins. */
export interface LiveSubscriptionOptions {
  /** The kind of entity. */
  readonly entity: string;
  /** The mark of the newest change when it begins. */
  readonly mark: string;
  /** What has happened since it was last heard; undefined when that is not remembered. */
  readonly missed: readonly MarkedChange[] | undefined;
  /** How many changes may wait. */
  readonly waiting: number;
  /** Called once, when it is over. */
  readonly onClose: () => void;
}

/** One listener's queue of changes. It has to be closed. */
export class LiveSubscription {
  /** The kind of entity. */
  readonly entity: string;
  /** Why it was ended; undefined as long as it is not, or when its reader has closed it. */
  ended: EndReason | undefined;
  readonly #mark: string;
  readonly #missed: readonly MarkedChange[] | undefined;
  readonly #queue: Channel<LiveSignal>;
  readonly #onClose: () => void;

  /** Opens an empty queue. */
  constructor(options: LiveSubscriptionOptions) {
    this.entity = options.entity;
    this.#mark = options.mark;
    this.#missed = options.missed;
    this.#queue = new Channel({ capacity: options.waiting, name: "live" });
    this.#onClose = options.onClose;
  }

  /** Queues something; false when there is no room. */
  offer(signal: LiveSignal): boolean {
    return this.#queue.closed || this.#queue.trySend(signal);
  }

  /** Queues a sign of life, unless something else waits. */
  beat(): void {
    if (this.#queue.size === 0) this.offer({ beat: true });
  }

  /** What is heard, in order: first what was missed, then what comes. Ends when it is closed or ended. */
  async *signals(): AsyncGenerator<LiveSignal, void> {
    if (this.#missed === undefined) yield { gap: this.#mark };
    for (const change of this.#missed ?? []) {
      if (this.ended) return;
      yield change;
    }
    yield { ready: this.#mark };
    for await (const signal of this.#queue) {
      if (this.ended) return; // what still waits is not told: the reader has to come back
      yield signal;
    }
  }

  /** Ends it, for a reason that the reader is told. */
  end(reason: EndReason): void {
    this.ended ??= reason;
    this.close();
  }

  /** Closes it: its reader is gone. */
  close(): void {
    this.#queue.close();
    this.#onClose();
  }
}
