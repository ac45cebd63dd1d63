/**
 * What an item costs: our channel beside a native TransformStream, consumed the same way.
 *
 * @module
 */
import { Channel } from "@autocoder/harness";

const ITEMS = 10_000;
const CAPACITY = 64;

Deno.bench({
  name: `TransformStream, ${ITEMS} items`,
  group: "hop",
  baseline: true,
}, async () => {
  const { readable, writable } = new TransformStream<number, number>(
    { transform: (item, controller) => controller.enqueue(item) },
    { highWaterMark: CAPACITY },
    { highWaterMark: CAPACITY },
  );
  await Promise.all([
    (async () => {
      const writer = writable.getWriter();
      for (let item = 0; item < ITEMS; item++) {
        await writer.ready;
        void writer.write(item);
      }
      await writer.close();
    })(),
    consume(readable),
  ]);
});

Deno.bench({
  name: `Channel, awaited send, for await, ${ITEMS} items`,
  group: "hop",
}, async () => {
  const channel = new Channel<number>({ capacity: CAPACITY });
  await Promise.all([
    (async () => {
      for (let item = 0; item < ITEMS; item++) await channel.send(item);
      channel.close();
    })(),
    consume(channel),
  ]);
});

Deno.bench({
  name: `Channel, trySend and drain in batches, ${ITEMS} items`,
  group: "hop",
}, () => {
  const channel = new Channel<number>({ capacity: CAPACITY });
  for (let item = 0; item < ITEMS;) {
    while (item < ITEMS && channel.trySend(item)) item++;
    channel.drain();
  }
});

async function consume(items: AsyncIterable<number>): Promise<void> {
  let sum = 0;
  for await (const item of items) sum += item;
  if (sum !== ITEMS * (ITEMS - 1) / 2) throw new Error(`lost items: ${sum}`);
}
