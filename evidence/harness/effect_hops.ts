/**
 * One hop through Effect's bounded queue, by each way that it is consumed.
 *
 * @module
 */
import { CAPACITY, expectSum, type Hop } from "./hops.ts";

/** What is loaded, from npm. */
export const EFFECT = "npm:effect@4.1.0";

/** The hop that is consumed as ours is. */
export const EFFECT_FOR_AWAIT = "Effect Queue.bounded: offer, for await";

/** The hops. */
export const EFFECT_HOPS: Readonly<Record<string, Hop>> = {
  [EFFECT_FOR_AWAIT]: async (items) => await (await load()).iterate(items),
  "Effect Queue.bounded: offer, takeAll in batches": async (items) =>
    await (await load()).takeAll(items),
  "Effect Queue.bounded: offer, take one by one": async (items) =>
    await (await load()).take(items),
};

/** Tells whether Effect can be loaded here. */
export function hasEffect(): Promise<boolean> {
  return load().then(() => true, () => false);
}

async function load(): Promise<
  Readonly<Record<"iterate" | "takeAll" | "take", Hop>>
> {
  return hopsOf(await import(EFFECT));
}

function hopsOf({ Effect, Queue, Stream }: EffectModule) {
  const run = (items: number, consumer: (queue: Queue) => Effect<void>) =>
    Effect.runPromise(Effect.gen(function* () {
      const queue = yield* Queue.bounded(CAPACITY);
      const produce = Effect.gen(function* () {
        for (let item = 0; item < items; item++) {
          yield* Queue.offer(queue, item);
        }
        yield* Queue.end(queue);
      });
      yield* Effect.all([produce, consumer(queue)], {
        concurrency: "unbounded",
      });
    }));
  const iterate = (queue: Queue, items: number) =>
    Effect.promise(async () => {
      let sum = 0;
      const source = Stream.toAsyncIterable(Stream.fromQueue(queue));
      for await (const item of source) sum += item;
      expectSum(sum, items);
    });
  const takeAll = (queue: Queue, items: number) =>
    Effect.gen(function* () {
      let sum = 0;
      for (let taken = 0; taken < items;) {
        const batch = yield* Queue.takeAll(queue);
        for (const item of batch) sum += item;
        taken += batch.length;
      }
      expectSum(sum, items);
    });
  const take = (queue: Queue, items: number) =>
    Effect.gen(function* () {
      let sum = 0;
      for (let taken = 0; taken < items; taken++) {
        sum += yield* Queue.take(queue);
      }
      expectSum(sum, items);
    });
  return {
    iterate: (items: number) => run(items, (queue) => iterate(queue, items)),
    takeAll: (items: number) => run(items, (queue) => takeAll(queue, items)),
    take: (items: number) => run(items, (queue) => take(queue, items)),
  };
}

/** What is used of Effect, which is no dependency of this repository. */
interface EffectModule {
  readonly Effect: {
    gen<T>(body: () => Generator<unknown, T>): Effect<T>;
    all(
      effects: readonly Effect<void>[],
      options: { readonly concurrency: "unbounded" },
    ): Effect<unknown>;
    promise<T>(work: () => Promise<T>): Effect<T>;
    runPromise<T>(effect: Effect<T>): Promise<T>;
  };
  readonly Queue: {
    bounded(capacity: number): Effect<Queue>;
    offer(queue: Queue, item: number): Effect<boolean>;
    end(queue: Queue): Effect<boolean>;
    take(queue: Queue): Effect<number>;
    takeAll(queue: Queue): Effect<readonly number[]>;
  };
  readonly Stream: {
    fromQueue(queue: Queue): Stream;
    toAsyncIterable(stream: Stream): AsyncIterable<number>;
  };
}

interface Effect<T> {
  [Symbol.iterator](): Iterator<unknown, T>;
}

interface Queue {
  readonly queue: unique symbol;
}

interface Stream {
  readonly stream: unique symbol;
}
