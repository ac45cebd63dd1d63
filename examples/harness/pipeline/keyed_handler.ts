import { Channel } from "@autocoder/harness";
import { keyedLanes } from "@autocoder/harness/streams";

/** How keyed work is done. */
export interface KeyedHandlerOptions<T> {
  /** Says what must stay in order. */
  readonly key: (value: T) => string;
  /** Does the work. */
  readonly handle: (value: T) => Promise<void>;
}

/**
 * Makes a handler for `serve()` that works in parallel on messages of different keys, and in order on
 * those of one. Each message stays in hand until its own work is done, so none is acknowledged early.
 */
export function keyedHandler<T>(
  { key, handle }: KeyedHandlerOptions<T>,
): (value: T) => Promise<void> {
  const jobs = new Channel<Job<T>>({ capacity: 64 });
  void keyedLanes(jobs, {
    key: ({ value }) => key(value),
    handle: (job) => handle(job.value).then(job.resolve, job.reject),
  });
  return async (value) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    await jobs.send({ value, resolve, reject });
    await promise;
  };
}

interface Job<T> {
  readonly value: T;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}
