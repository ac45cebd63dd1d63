import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import { Channel, coreOf } from "./channel.ts";
import type { ChannelStats, FullPolicy } from "./channel_stats.ts";
import { settledBefore } from "./settled_before.ts";
import { type StreamHealth, streamHealth } from "./stream_health.ts";

/** Settings of a stream manager. */
export interface StreamManagerOptions {
  /**
   * Milliseconds after which queued values that nobody takes make a stream `stalled`.
   * @default {5000}
   */
  readonly stalledAfterMs?: number;
  /**
   * Milliseconds that `closeAllStreams()` and disposal wait for queued values to be received.
   * @default {5000}
   */
  readonly drainMs?: number;
  /**
   * Where it has its time from.
   * @default the machine's
   */
  readonly clock?: Clock;
}

/** Settings of one stream. */
export interface StreamOptions {
  /**
   * What happens to a value for which there is no room.
   * @default {"block"}
   */
  readonly whenFull?: FullPolicy;
  /**
   * Name that errors and figures use.
   * @default {"stream-1", "stream-2" and so on}
   */
  readonly name?: string;
}

/** Figures of one stream. */
export interface StreamFigures extends ChannelStats {
  /** How it is doing. */
  readonly health: StreamHealth;
}

/** A stream that failed. */
export interface StreamFailure {
  /** Name of the stream. */
  readonly name: string;
  /** What it was aborted with. */
  readonly reason: unknown;
}

/** Figures of all streams. At every moment `created = active + drained + broken`. */
export interface StreamStats {
  /** Streams ever made. */
  readonly created: number;
  /** Streams that are open, or closed and hold values still. */
  readonly active: number;
  /** Streams that were closed and are empty. They are forgotten. */
  readonly drained: number;
  /** Streams that failed. They are forgotten. */
  readonly broken: number;
  /** The last streams that failed, newest last, at most 16. */
  readonly failures: readonly StreamFailure[];
  /** The active streams, in the order made. */
  readonly streams: readonly StreamFigures[];
}

/** What became of the streams that were active when all were closed. */
export interface CloseReport {
  /** Streams whose values were all received. */
  readonly drained: number;
  /** Streams that were aborted, because values were left in them. */
  readonly aborted: readonly string[];
  /** Values that were left. */
  readonly dropped: number;
}

/**
 * Makes streams, which are channels, and knows how those are doing that have not ended. One that is
 * closed and drained, or failed, is forgotten and only counted, so any number may come and go.
 *
 * @example A stream, its figures and its end
 * ```ts
 * import { StreamManager } from "@autocoder/harness/streams";
 *
 * await using manager = new StreamManager();
 * const orders = manager.createStream<number>(2, { name: "orders" });
 * await orders.send(1);
 * await orders.send(2);
 * const { streams } = manager.getStreamStats();
 * if (streams[0]?.health.state !== "full") throw new Error("found it not full");
 * orders.close();
 * orders.drain();
 * const { created, active } = manager.getStreamStats();
 * if (created !== 1 || active !== 0) throw new Error(`found ${active} active`);
 * ```
 */
export class StreamManager implements AsyncDisposable {
  readonly #stalledAfterMs: number;
  readonly #drainMs: number;
  readonly #clock: Clock;
  readonly #active = new Map<Channel<unknown>, Sighting>();
  readonly #failures: StreamFailure[] = [];
  #created = 0;
  #drained = 0;
  #broken = 0;

  /** Makes a manager without streams. */
  constructor(options: StreamManagerOptions = {}) {
    this.#stalledAfterMs = options.stalledAfterMs ?? 5000;
    this.#drainMs = options.drainMs ?? 5000;
    this.#clock = options.clock ?? SYSTEM_CLOCK;
  }

  /**
   * Makes a stream that holds so many values. Throws `RangeError` when the size is not an integer of
   * at least 1.
   */
  createStream<T>(
    bufferSize: number = 100,
    options: StreamOptions = {},
  ): Channel<T> {
    const { whenFull, name = `stream-${this.#created + 1}` } = options;
    const stream = new Channel<T>({ capacity: bufferSize, whenFull, name });
    const core = coreOf(stream);
    this.#created++;
    this.#active.set(stream as Channel<unknown>, {
      received: 0,
      since: undefined,
    }); // only looked at
    core.onEnd(() => {
      this.#active.delete(stream as Channel<unknown>);
      if (core.state === "broken") this.#noteFailure(name, core.reason);
      else this.#drained++;
    });
    return stream;
  }

  /** The active streams, in the order made. */
  get streams(): readonly Channel<unknown>[] {
    return [...this.#active.keys()];
  }

  /** Returns the figures of this moment. Whether a stream is stalled shows when it is looked at twice. */
  getStreamStats(): StreamStats {
    const [created, drained, broken] = [
      this.#created,
      this.#drained,
      this.#broken,
    ];
    const failures = [...this.#failures];
    const streams = [...this.#active].map(([stream, sighting]) => {
      const stats = stream.stats();
      return { ...stats, health: this.#healthOf(stream, stats, sighting) };
    });
    return {
      created,
      active: streams.length,
      drained,
      broken,
      failures,
      streams,
    };
  }

  /** Tells how a stream of this manager is doing, also after its end. */
  getStreamHealth<T>(stream: Channel<T>): StreamHealth {
    const seen = this.#active.get(stream as Channel<unknown>); // only looked at
    return this.#healthOf(stream, stream.stats(), seen);
  }

  /**
   * Closes every stream: what is queued can still be received. Resolves when all are drained; after
   * `drainMs` those that are not are aborted. Streams made meanwhile stay open.
   */
  async closeAllStreams(
    options: { readonly drainMs?: number } = {},
  ): Promise<CloseReport> {
    const streams = [...this.#active.keys()];
    const drains = streams.map((stream) => {
      stream.close();
      return new Promise<void>((resolve) => coreOf(stream).onEnd(resolve));
    });
    const left = () => streams.filter((stream) => stream.size > 0);
    if (left().length > 0) {
      await settledBefore(
        Promise.all(drains),
        options.drainMs ?? this.#drainMs,
        this.#clock,
      );
    }
    const undrained = left();
    const before = sum(undrained, "dropped");
    for (const stream of undrained) {
      stream.abort(new DOMException(...UNDRAINED));
    }
    return {
      drained:
        streams.filter((stream) => coreOf(stream).state === "closed").length,
      aborted: undrained.map(({ name }) => name),
      dropped: sum(undrained, "dropped") - before,
    };
  }

  /** Closes every stream, as `closeAllStreams()` does. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.closeAllStreams();
  }

  #healthOf<T>(
    stream: Channel<T>,
    stats: ChannelStats,
    seen: Sighting = { received: 0, since: undefined },
  ): StreamHealth {
    const now = this.#clock.now();
    if (stats.depth === 0) seen.since = undefined;
    else if (seen.since === undefined || stats.received !== seen.received) {
      seen.since = now;
    }
    seen.received = stats.received;
    const idleMs = now - (seen.since ?? now);
    return streamHealth(
      stats,
      coreOf(stream).reason,
      idleMs,
      this.#stalledAfterMs,
    );
  }

  #noteFailure(name: string, reason: unknown): void {
    this.#broken++;
    this.#failures.push({ name, reason });
    if (this.#failures.length > MOST_FAILURES) this.#failures.shift();
  }
}

/** What was seen of a stream when it was looked at. */
interface Sighting {
  /** Values that had been received. */
  received: number;
  /** Since when, as far as was seen, values are queued and none is received. */
  since: number | undefined;
}

function sum(streams: readonly Channel<unknown>[], figure: "dropped"): number {
  return streams.reduce((total, stream) => total + stream.stats()[figure], 0);
}

const MOST_FAILURES = 16;
const UNDRAINED = ["Cannot drain the stream in time", "TimeoutError"] as const;
