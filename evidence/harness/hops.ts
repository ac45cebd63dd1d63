/**
 * One hop from a producer to a consumer, by our channel and by what the platform has. Each moves the
 * numbers from 0 and checks their sum; all are consumed the same way, each in a loop of its own, which
 * the compiler fits to it.
 *
 * @module
 */
import { Transform } from "node:stream";
import { Channel } from "@autocoder/harness";

/** Most items queued in each. */
export const CAPACITY = 64;

/** Moves so many items. */
export type Hop = (items: number) => Promise<void>;

/** Hops whose producer waits for room and whose consumer is a plain `for await`. */
export const AWAITED_HOPS: Readonly<Record<string, Hop>> = {
  "Channel: await send, for await": channelHop,
  "TransformStream: await ready, for await": transformHop,
  "node:stream in object mode: write until full, for await": nodeHop,
};

/** Hops in which nothing is awaited. */
export const SYNCHRONOUS_HOPS: Readonly<Record<string, Hop>> = {
  "Channel: trySend, tryReceive": synchronousHop,
  "Channel: trySend, drain": batchedHop,
};

/** Throws unless every item came once. */
export function expectSum(sum: number, items: number): void {
  const wanted = items * (items - 1) / 2;
  if (sum !== wanted) {
    throw new Error(
      `Cannot measure: found items with sum ${sum}, wanted ${wanted}`,
    );
  }
}

async function channelHop(items: number): Promise<void> {
  const channel = new Channel<number>({ capacity: CAPACITY });
  const produce = async () => {
    for (let item = 0; item < items; item++) await channel.send(item);
    channel.close();
  };
  const consume = async () => {
    let sum = 0;
    for await (const item of channel) sum += item;
    expectSum(sum, items);
  };
  await Promise.all([produce(), consume()]);
}

// An identity TransformStream without transform() may deadlock in a chain (denoland/deno#36790).
async function transformHop(items: number): Promise<void> {
  const { readable, writable } = new TransformStream<number, number>(
    { transform: (item, controller) => controller.enqueue(item) },
    { highWaterMark: CAPACITY },
    { highWaterMark: CAPACITY },
  );
  const produce = async () => {
    const writer = writable.getWriter();
    for (let item = 0; item < items; item++) {
      await writer.ready;
      void writer.write(item);
    }
    await writer.close();
  };
  const consume = async () => {
    let sum = 0;
    for await (const item of readable) sum += item;
    expectSum(sum, items);
  };
  await Promise.all([produce(), consume()]);
}

async function nodeHop(items: number): Promise<void> {
  const stream = new Transform({
    objectMode: true,
    highWaterMark: CAPACITY,
    transform: (item, _encoding, done) => done(null, item),
  });
  const produce = async () => {
    for (let item = 0; item < items; item++) {
      if (!stream.write(item)) {
        await new Promise((resolve) => stream.once("drain", resolve));
      }
    }
    stream.end();
  };
  const consume = async () => {
    let sum = 0;
    for await (const item of stream) sum += item;
    expectSum(sum, items);
  };
  await Promise.all([produce(), consume()]);
}

async function synchronousHop(items: number): Promise<void> {
  const channel = new Channel<number>({ capacity: CAPACITY });
  let sum = 0;
  for (let item = 0; item < items; item++) {
    channel.trySend(item);
    sum += channel.tryReceive()!;
  }
  expectSum(sum, items);
  await Promise.resolve();
}

async function batchedHop(items: number): Promise<void> {
  const channel = new Channel<number>({ capacity: CAPACITY });
  let sum = 0;
  for (let item = 0; item < items;) {
    while (item < items && channel.trySend(item)) item++;
    for (const value of channel.drain()) sum += value;
  }
  expectSum(sum, items);
  await Promise.resolve();
}
