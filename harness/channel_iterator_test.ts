import { assert, assertEquals, assertRejects } from "@std/assert";
import { Channel } from "./channel.ts";
import { ChannelBroken } from "./errors.ts";

Deno.test("iterator.return() takes a waiting next() out of the line, which would swallow a value", async () => {
  const channel = new Channel<number>();
  const iterator = channel[Symbol.asyncIterator]();
  const waiting = [iterator.next(), iterator.next()];
  await iterator.return!();
  assertEquals((await Promise.all(waiting)).map(({ done }) => done), [
    true,
    true,
  ]);
  assertEquals(channel.stats().waitingReceivers, 0);
  channel.trySend(1);
  assertEquals(channel.drain(), [1]);
});

Deno.test("iterator.return() leaves a value that was handed over to the next() that waited", async () => {
  const channel = new Channel<number>();
  const iterator = channel[Symbol.asyncIterator]();
  const waiting = [iterator.next(), iterator.next()];
  channel.trySend(1);
  await iterator.return!();
  assertEquals(await Promise.all(waiting), [
    { value: 1, done: false },
    { value: undefined, done: true },
  ]);
});

Deno.test("iterator.next() after return() is done, and takes nothing", async () => {
  const channel = new Channel<number>();
  channel.trySend(1);
  const iterator = channel[Symbol.asyncIterator]();
  await iterator.return!();
  assert((await iterator.next()).done);
  assertEquals(channel.drain(), [1]);
});

Deno.test("ReadableStream.from(channel) cancelled while it waits loses no value", async () => {
  const channel = new Channel<number>();
  const reader = ReadableStream.from(channel).getReader();
  const read = reader.read();
  while (channel.stats().waitingReceivers === 0) await Promise.resolve();
  await reader.cancel();
  assert((await read).done);
  channel.trySend(1);
  assertEquals(channel.drain(), [1]);
});

Deno.test("iterator.next() called ahead gets the values in order, then the end", async () => {
  const channel = new Channel<number>();
  const iterator = channel[Symbol.asyncIterator]();
  const ahead = [1, 2, 3, 4].map(() => iterator.next());
  channel.trySend(1);
  channel.trySend(2);
  channel.close();
  const results = await Promise.all(ahead);
  assertEquals(results.map(({ value }) => value), [1, 2, undefined, undefined]);
});

Deno.test("iterator.next() that waited keeps nothing of it", async () => {
  const channel = new Channel<number>();
  const iterator = channel[Symbol.asyncIterator]();
  const before = Deno.memoryUsage().heapUsed;
  for (let i = 0; i < 400_000; i++) {
    const next = iterator.next();
    channel.trySend(i);
    await next;
  }
  // Kept calls would be 100 MB; what the collector has not come to yet is far less.
  assert(Deno.memoryUsage().heapUsed - before < 40e6);
});

Deno.test("iterator.next() that waits fails when the channel does", async () => {
  const channel = new Channel<number>();
  const next = channel[Symbol.asyncIterator]().next();
  channel.abort(new Error("boom"));
  await assertRejects(() => next, ChannelBroken);
});
