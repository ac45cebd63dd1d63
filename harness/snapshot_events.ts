import type { Clock } from "./clock.ts";

/** What a stream of snapshots needs to know. */
export interface SnapshotEventsOptions {
  /** Takes a snapshot. */
  readonly take: () => unknown;
  /** Tells whether the next snapshot is the last. */
  readonly isLast: () => boolean;
  /** Milliseconds from one to the next. */
  readonly intervalMs: number;
  /** Where the time comes from. */
  readonly clock: Clock;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/**
 * Streams snapshots as server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html), the first at once. A reader that
 * is slow gets fewer: nothing is queued for it. After the last snapshot comes an event `end`, which
 * tells the page not to connect again.
 */
export function snapshotEvents(
  options: SnapshotEventsOptions,
): ReadableStream<Uint8Array> {
  const events = new Events(options);
  return new ReadableStream(
    {
      start: (controller) => events.start(controller),
      pull: (controller) => events.next(controller),
      cancel: () => events.close(),
    },
    { highWaterMark: 0 },
  );
}

type Controller = ReadableStreamDefaultController<Uint8Array>;

class Events {
  readonly #options: SnapshotEventsOptions;
  readonly #encoder = new TextEncoder();
  #isFirst = true;
  #isOver = false;
  #wake = () => {};
  #release = () => {};

  constructor(options: SnapshotEventsOptions) {
    this.#options = options;
  }

  start(controller: Controller): void {
    const { signal } = this.#options;
    const end = () => this.#end(controller);
    signal.addEventListener("abort", end, { once: true });
    this.#release = () => signal.removeEventListener("abort", end);
    if (signal.aborted) end();
  }

  async next(controller: Controller): Promise<void> {
    if (!this.#isFirst) await this.#wait();
    if (this.#isOver) return;
    this.#isFirst = false;
    const isLast = this.#options.isLast();
    this.#write(controller, `data: ${JSON.stringify(this.#options.take())}`);
    if (isLast) this.#end(controller);
  }

  close(): void {
    this.#isOver = true;
    this.#release();
    this.#wake();
  }

  #end(controller: Controller): void {
    if (this.#isOver) return;
    this.#write(controller, "event: end\ndata:");
    this.close();
    controller.close();
  }

  #wait(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { clock, intervalMs } = this.#options;
    const cancel = clock.after(intervalMs, resolve);
    this.#wake = () => {
      cancel();
      resolve();
    };
    return promise;
  }

  #write(controller: Controller, event: string): void {
    controller.enqueue(this.#encoder.encode(`${event}\n\n`));
  }
}
