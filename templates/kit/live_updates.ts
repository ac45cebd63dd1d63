/**
 * Live updates: the last changes of each kind of entity, and the streams that hear of them.
 *
 * @module
 */
import type { ChangeListener, LiveChange } from "./live_change.ts";
import { type EndReason, LiveSubscription } from "./live_subscription.ts";
import { failed, ok, type Outcome, problem } from "./problem.ts";

/** Bounds of {@link LiveUpdates}. */
export interface LiveUpdatesOptions {
  /** How many streams there may be. @default 1000 */
  readonly streams?: number;
  /** How many changes of each kind of entity are remembered for streams that come back. @default 1000 */
  readonly remembered?: number;
  /** How many changes may wait for one stream before it is too slow. @default 256 */
  readonly waiting?: number;
}

/** What somebody wants to hear of. */
export interface LiveRequest {
  /** The kind of entity, by the name in its description. */
  readonly entity: string;
  /** The mark of the last change that was heard of. @default whatever comes now */
  readonly after?: string;
}

/** A change with its place among those of its kind. */
export interface MarkedChange {
  /** What it is found by when a stream comes back; it tells nothing else. */
  readonly mark: string;
  /** The change. */
  readonly change: LiveChange;
}

/** Remembers changes and hands them to whoever listens; nothing waits for a stream. */
export class LiveUpdates implements ChangeListener {
  readonly #options: Required<LiveUpdatesOptions>;
  readonly #streams = new Set<LiveSubscription>();
  readonly #memories = new Map<string, Memory>();
  readonly #ended: Record<EndReason, number> = { slow: 0, stopping: 0 };
  #handed = 0;

  /** Begins with nothing remembered. */
  constructor(options: LiveUpdatesOptions = {}) {
    const { streams = 1000, remembered = 1000, waiting = 256 } = options;
    this.#options = { streams, remembered, waiting };
  }

  /** Lets somebody listen from now on, or from where they were; 503 where too many do. */
  subscribe({ entity, after }: LiveRequest): Outcome<LiveSubscription> {
    if (this.#streams.size >= this.#options.streams) {
      return failed(problem(503, "Too many streams are open."));
    }
    const memory = this.#memoryOf(entity);
    const missed = after === undefined ? [] : sinceMark(memory, after);
    const stream = new LiveSubscription({
      entity,
      mark: memory.newest,
      missed,
      waiting: this.#options.waiting,
      onClose: () => this.#streams.delete(stream),
    });
    this.#streams.add(stream);
    return ok(stream);
  }

  /** Remembers a change and hands it on. A stream that has no room left for it ends. */
  change(change: LiveChange): void {
    const memory = this.#memoryOf(change.entity);
    const marked = { mark: crypto.randomUUID(), change };
    memory.newest = marked.mark;
    memory.changes.push(marked);
    if (memory.changes.length > this.#options.remembered) {
      memory.start = memory.changes.shift()!.mark;
    }
    for (const stream of this.#streams) {
      if (stream.entity !== change.entity) continue;
      if (stream.offer(marked)) this.#handed++;
      else this.#end(stream, "slow");
    }
  }

  /** Forgets all, as some changes may have been missed, and lets every stream say so. */
  gap(): void {
    this.#memories.clear();
    for (const stream of this.#streams) {
      const { newest } = this.#memoryOf(stream.entity);
      if (!stream.offer({ gap: newest })) this.#end(stream, "slow");
    }
  }

  /** Lets streams that have heard nothing for a while show that they are there. */
  beat(): void {
    for (const stream of this.#streams) stream.beat();
  }

  /** Ends all streams. */
  close(): void {
    for (const stream of this.#streams) this.#end(stream, "stopping");
  }

  /** How many streams are open. */
  get open(): number {
    return this.#streams.size;
  }

  /** Writes its figures in Prometheus's text format. */
  toPrometheus(): string {
    return "# HELP live_streams Streams of live updates that are open.\n" +
      "# TYPE live_streams gauge\n" +
      `live_streams ${this.#streams.size}\n` +
      "# HELP live_changes_total Changes that were handed to streams.\n" +
      "# TYPE live_changes_total counter\n" +
      `live_changes_total ${this.#handed}\n` +
      "# HELP live_streams_dropped_total Streams that were too slow for their changes.\n" +
      "# TYPE live_streams_dropped_total counter\n" +
      `live_streams_dropped_total ${this.#ended.slow}\n`;
  }

  #end(stream: LiveSubscription, reason: EndReason): void {
    this.#ended[reason]++;
    stream.end(reason);
  }

  #memoryOf(entity: string): Memory {
    const known = this.#memories.get(entity);
    if (known) return known;
    const start = crypto.randomUUID();
    const memory: Memory = { start, newest: start, changes: [] };
    this.#memories.set(entity, memory);
    return memory;
  }
}

interface Memory {
  /** The mark of what came before the first that is remembered. */
  start: string;
  newest: string;
  readonly changes: MarkedChange[];
}

/** Undefined where what followed the mark is not remembered. */
function sinceMark(
  { start, changes }: Memory,
  mark: string,
): readonly MarkedChange[] | undefined {
  if (mark === start) return [...changes];
  const index = changes.findLastIndex((one) => one.mark === mark);
  return index < 0 ? undefined : changes.slice(index + 1);
}
