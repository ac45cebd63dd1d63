import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import { broadcast } from "./broadcast.ts";
import { broadcastNow } from "./broadcast_now.ts";
import { Channel, type ReceiveOptions } from "./channel.ts";
import { filter } from "./filter.ts";
import { keyedLanes, type KeyedLanesOptions } from "./keyed_lanes.ts";
import { merge, type MergeOptions } from "./merge.ts";
import { multicast } from "./multicast.ts";
import type {
  Branch,
  RelayOptions,
  RelaySource,
  RelayTarget,
} from "./relay_options.ts";
import type { RelayReport } from "./relay_report.ts";
import { roundRobin, type RoundRobinOptions } from "./round_robin.ts";
import { route, type RouteOptions } from "./route.ts";
import { settledBefore } from "./settled_before.ts";
import {
  StreamManager,
  type StreamManagerOptions,
  type StreamOptions,
} from "./stream_manager.ts";
import { nextTurn, turnIsSpent } from "./turn.ts";

/**
 * Streams and what moves values between them, with one end for all: disposing it lets what was sent
 * arrive, then closes every stream. Its methods are the functions of the same names, which need no
 * framework; those named after a message move one value, in a few microseconds at most, and leave
 * the streams open.
 *
 * @example Orders to two places
 * ```ts
 * import { StreamFramework } from "@autocoder/harness/streams";
 *
 * await using framework = new StreamFramework();
 * const orders = framework.createStream<number>(10, { name: "orders" });
 * const large = framework.createStream<number>(10, { name: "large" });
 * framework.filter(orders, { when: (total) => total >= 1000, to: large });
 * await framework.sendMessage(orders, 5);
 * await framework.sendMessage(orders, 5000);
 * const total = await framework.receiveMessage(large);
 * if (total !== 5000) throw new Error(`found ${total}`);
 * ```
 */
export class StreamFramework implements AsyncDisposable {
  /** Owner of the streams that `createStream()` makes. */
  readonly manager: StreamManager;
  readonly #clock: Clock;
  readonly #drainMs: number;
  readonly #stopping = new AbortController();
  readonly #running = new Set<RunningRelay>();

  /** Makes a framework without streams. */
  constructor(options: StreamManagerOptions = {}) {
    this.manager = new StreamManager(options);
    this.#clock = options.clock ?? SYSTEM_CLOCK;
    this.#drainMs = options.drainMs ?? 5000;
  }

  /** Makes a stream that holds so many values. */
  createStream<T>(
    bufferSize: number = 100,
    options: StreamOptions = {},
  ): Channel<T> {
    return this.manager.createStream<T>(bufferSize, options);
  }

  /** Sends one value; resolves when it is accepted and rejects as `Channel.send()` does. */
  sendMessage<T>(stream: Channel<T>, message: T): Promise<void> {
    return stream.send(message);
  }

  /** Receives one value; rejects as `Channel.receive()` does. */
  receiveMessage<T>(
    stream: Channel<T>,
    options: ReceiveOptions = {},
  ): Promise<T> {
    return stream.receive(options);
  }

  /** Sends one value to every target; resolves when each has accepted or refused it. */
  broadcastMessage<T>(
    targets: readonly RelayTarget<T>[],
    message: T,
    options: RelayOptions<T> = {},
  ): Promise<RelayReport> {
    const report = options.signal?.aborted
      ? undefined
      : broadcastNow(targets, message);
    if (report === undefined) {
      return broadcast(only(message), targets, { ...options, ...KEEP_OPEN });
    }
    return turnIsSpent()
      ? nextTurn().then(() => report)
      : Promise.resolve(report);
  }

  /** Sends one value to each target whose predicate holds. */
  multicastMessage<T>(
    branches: readonly Branch<T>[],
    message: T,
    options: RelayOptions<T> = {},
  ): Promise<RelayReport> {
    return multicast(only(message), branches, { ...options, ...KEEP_OPEN });
  }

  /** Sends one value to the first target whose predicate holds. */
  routeMessage<T>(
    routes: readonly Branch<T>[],
    message: T,
    options: RouteOptions<T> = {},
  ): Promise<RelayReport> {
    return route(only(message), routes, { ...options, ...KEEP_OPEN });
  }

  /** Gives every value to every target, as the function `broadcast()` does. */
  broadcast<T>(
    source: RelaySource<T>,
    targets: readonly RelayTarget<T>[],
    options: RelayOptions<T> = {},
  ): Promise<RelayReport> {
    return this.#track(
      targets,
      options,
      (options) => broadcast(source, targets, options),
    );
  }

  /** Gives every value to each target whose predicate holds, as the function `multicast()` does. */
  multicast<T>(
    source: RelaySource<T>,
    branches: readonly Branch<T>[],
    options: RelayOptions<T> = {},
  ): Promise<RelayReport> {
    const targets = branches.map(({ to }) => to);
    return this.#track(
      targets,
      options,
      (options) => multicast(source, branches, options),
    );
  }

  /** Gives every value to the first target whose predicate holds, as the function `route()` does. */
  route<T>(
    source: RelaySource<T>,
    routes: readonly Branch<T>[],
    options: RouteOptions<T> = {},
  ): Promise<RelayReport> {
    const targets = routes.map(({ to }) => to);
    if (options.otherwise) targets.push(options.otherwise);
    return this.#track(
      targets,
      options,
      (options) => route(source, routes, options),
    );
  }

  /** Gives the target every value for which the predicate holds, as the function `filter()` does. */
  filter<T>(
    source: RelaySource<T>,
    branch: Branch<T>,
    options: RelayOptions<T> = {},
  ): Promise<RelayReport> {
    return this.#track(
      [branch.to],
      options,
      (options) => filter(source, branch, options),
    );
  }

  /** Gives the target every value of every source, as the function `merge()` does. */
  merge<T>(
    sources: readonly RelaySource<T>[],
    target: RelayTarget<T>,
    options: MergeOptions<T> = {},
  ): Promise<RelayReport> {
    return this.#track(
      [target],
      options,
      (options) => merge(sources, target, options),
    );
  }

  /** Gives every value to one target, each in turn, as the function `roundRobin()` does. */
  roundRobin<T>(
    source: RelaySource<T>,
    targets: readonly RelayTarget<T>[],
    options: RoundRobinOptions<T> = {},
  ): Promise<RelayReport> {
    return this.#track(
      targets,
      options,
      (options) => roundRobin(source, targets, options),
    );
  }

  /** Handles values in parallel, those of a key in order, as the function `keyedLanes()` does. */
  keyedLanes<T, K>(
    source: RelaySource<T>,
    options: KeyedLanesOptions<T, K>,
  ): Promise<RelayReport> {
    return this.#track([], options, (options) => keyedLanes(source, options));
  }

  /**
   * Closes the streams that nothing here feeds, waits while values move on, up to `drainMs`, aborts
   * what moves values still, and closes the other streams.
   */
  async [Symbol.asyncDispose](): Promise<void> {
    const running = [...this.#running];
    const fed = new Set(running.flatMap(({ targets }) => targets));
    for (const stream of this.manager.streams) {
      if (!fed.has(stream)) stream.close();
    }
    const done = Promise.all(running.map(({ done }) => done));
    if (running.length > 0) {
      await settledBefore(done, this.#drainMs, this.#clock);
    }
    this.#stopping.abort(new DOMException(...DISPOSED));
    await this.manager.closeAllStreams();
  }

  #track<O extends { readonly signal?: AbortSignal }>(
    targets: readonly unknown[],
    options: O,
    start: (options: O) => Promise<RelayReport>,
  ): Promise<RelayReport> {
    const signals = [
      this.#stopping.signal,
      ...options.signal ? [options.signal] : [],
    ];
    const signal = signals.length === 1 ? signals[0] : AbortSignal.any(signals);
    const done = start({ ...options, signal });
    const relay = { targets, done };
    this.#running.add(relay);
    done.then(() => this.#running.delete(relay));
    return done;
  }
}

/** Something that moves values. */
interface RunningRelay {
  /** Where it puts them. */
  readonly targets: readonly unknown[];
  /** Resolves when it has ended. */
  readonly done: Promise<RelayReport>;
}

function only<T>(message: T): Channel<T> {
  const channel = new Channel<T>({ capacity: 1, name: "message" });
  channel.trySend(message);
  channel.close();
  return channel;
}

const KEEP_OPEN = { preventClose: true, preventAbort: true };
const DISPOSED = ["The framework was disposed of", "AbortError"] as const;
