import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { Channel } from "./channel.ts";
import { ChannelBroken, ChannelClosed, ChannelFull } from "./errors.ts";

const boom = new Error("boom");

Deno.test("channel.readable and channel.writable are genuine Web Streams, made once", () => {
  const channel: TransformStream<number, number> = new Channel<number>();
  assertInstanceOf(channel.readable, ReadableStream);
  assertInstanceOf(channel.writable, WritableStream);
  assertStrictEquals(channel.readable, channel.readable);
  assertStrictEquals(channel.writable, channel.writable);
});

Deno.test("channel goes wherever a TransformStream goes: chained pipeThrough()", async () => {
  const numbers = ReadableStream.from([1, 2, 3]);
  const out = numbers
    .pipeThrough(new Channel<number>({ capacity: 1 }))
    .pipeThrough(new Channel<number>({ capacity: 1 }));
  assertEquals(await Array.fromAsync(out), [1, 2, 3]);
});

Deno.test("channel.writable takes as much as the capacity with no reader (denoland/deno#36790)", async () => {
  const first = new Channel<number>({ capacity: 4 });
  first.readable.pipeThrough(new Channel<number>({ capacity: 4 }));
  const writer = first.writable.getWriter();
  for (let i = 0; i < 8; i++) await writer.write(i);
  await writer.abort(boom).catch(() => {});
});

Deno.test("channel.readable takes nothing before it is read", async () => {
  const channel = new Channel<number>();
  const reader = channel.readable.getReader();
  channel.trySend(1);
  assertEquals(channel.size, 1);
  assertEquals(await reader.read(), { value: 1, done: false });
});

Deno.test("channel.writable makes a writer wait while the channel is full", async () => {
  const channel = new Channel<number>({ capacity: 1 });
  const writer = channel.writable.getWriter();
  await writer.write(1);
  let written = false;
  const second = writer.write(2).then(() => written = true);
  while (channel.stats().waitingSenders === 0) await Promise.resolve();
  assertEquals([written, await channel.receive()], [false, 1]);
  await second;
  await writer.close();
  assertEquals(await Array.fromAsync(channel), [2]);
});

Deno.test("closing the writer ends the readable after what was written, the last value included", async () => {
  const channel = new Channel<number>();
  const reader = channel.readable.getReader();
  const writer = channel.writable.getWriter();
  await writer.write(1);
  await writer.close();
  assertEquals(await reader.read(), { value: 1, done: false });
  await reader.closed;
  assertEquals(await reader.read(), { value: undefined, done: true });
});

Deno.test("a pending read gets the value sent just before close()", async () => {
  const channel = new Channel<number>();
  const reader = channel.readable.getReader();
  const read = reader.read();
  await Promise.resolve();
  channel.trySend(1);
  channel.close();
  assertEquals(await read, { value: 1, done: false });
  assertEquals((await reader.read()).done, true);
});

Deno.test("close() settles reader.closed without another read", async () => {
  const channel = new Channel<number>();
  const reader = channel.readable.getReader();
  channel.close();
  await reader.closed;
});

Deno.test("cancelling the readable aborts the channel; the writable fails with the reason", async () => {
  const channel = new Channel<number>({ capacity: 1 });
  const writer = channel.writable.getWriter();
  await writer.write(1);
  const waiting = writer.write(2);
  await channel.readable.cancel(boom);
  await assertRejects(() => waiting);
  assertStrictEquals(await assertRejects(() => writer.closed), boom);
  const error = await assertRejects(() => channel.send(3), ChannelBroken);
  assertStrictEquals(error.cause, boom);
});

Deno.test("aborting the writable fails the readable with the reason", async () => {
  const channel = new Channel<number>();
  const reader = channel.readable.getReader();
  const read = reader.read();
  await channel.writable.abort(boom);
  assertStrictEquals(await assertRejects(() => read), boom);
  await assertRejects(() => channel.receive(), ChannelBroken);
});

Deno.test("channel.abort() reaches streams that are made later", async () => {
  const channel = new Channel<number>();
  channel.abort(boom);
  assertStrictEquals(
    await assertRejects(() => channel.readable.getReader().read()),
    boom,
  );
  assertStrictEquals(
    await assertRejects(() => channel.writable.getWriter().closed),
    boom,
  );
});

Deno.test("channel.close() fails a writer that goes on", async () => {
  const channel = new Channel<number>();
  const writer = channel.writable.getWriter();
  channel.close();
  await assertRejects(() => writer.write(1), ChannelClosed);
  await assertRejects(() => writer.closed, ChannelClosed);
});

Deno.test("close() settles writer.closed without another write", async () => {
  const channel = new Channel<number>();
  const writer = channel.writable.getWriter();
  channel.close();
  await assertRejects(() => writer.closed, ChannelClosed);
});

Deno.test("pipeTo() carries an error of the source through the channel", async () => {
  const channel = new Channel<number>();
  const failing = new ReadableStream<number>({
    start: (controller) => controller.error(boom),
  });
  await assertRejects(() => failing.pipeTo(channel.writable));
  assertStrictEquals(
    await assertRejects(() => Array.fromAsync(channel.readable)),
    boom,
  );
});

Deno.test("a write refused under the policy fail reaches the reader, who would wait for ever", async () => {
  const channel = new Channel<number>({ capacity: 1, whenFull: "fail" });
  const writer = channel.writable.getWriter();
  await writer.write(1);
  const refused = await assertRejects(() => writer.write(2), ChannelFull);
  assertStrictEquals(await assertRejects(() => writer.closed), refused);
  assertStrictEquals(
    await assertRejects(() => channel.readable.getReader().read()),
    refused,
  );
});

Deno.test("aborting the writable reaches the reader while a write waits for room", async () => {
  const channel = new Channel<number>({ capacity: 1 });
  const writer = channel.writable.getWriter();
  await writer.write(1);
  const waiting = writer.write(2);
  while (channel.stats().waitingSenders === 0) await Promise.resolve();
  const aborted = writer.abort(boom);
  assertStrictEquals(await assertRejects(() => waiting), boom);
  await aborted;
  const error = await assertRejects(() => channel.receive(), ChannelBroken);
  assertStrictEquals(error.cause, boom);
});

Deno.test("channel.writable lets timers fire while a pipe saturates it", async () => {
  const channel = new Channel<number>({ capacity: 4, whenFull: "drop-oldest" });
  const writer = channel.writable.getWriter();
  let fired = false;
  setTimeout(() => fired = true, 0);
  for (let i = 0; i < 5_000_000 && !fired; i++) await writer.write(i);
  assert(fired, "the timer never had a turn");
});

Deno.test("a reader and a receiver share the values", async () => {
  const channel = new Channel<number>();
  const reader = channel.readable.getReader();
  [1, 2, 3].forEach((n) => channel.trySend(n));
  const first = await reader.read();
  assertEquals([first.value, await channel.receive()], [1, 2]);
  channel.close();
  assertEquals((await reader.read()).value, 3);
  assert((await reader.read()).done);
});
