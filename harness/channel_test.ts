import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import { Channel } from "./channel.ts";
import { ledgerBalances } from "./channel_stats.ts";
import { ChannelBroken, ChannelClosed } from "./errors.ts";

const boom = new Error("boom");

Deno.test("Channel refuses a capacity that is not an integer of at least 1", () => {
  for (const capacity of [0, -1, 1.5, NaN, Infinity]) {
    assertThrows(() => new Channel({ capacity }), RangeError, "capacity");
  }
});

Deno.test("Channel has a capacity of 100 unless told otherwise", () => {
  assertEquals(new Channel().capacity, 100);
});

Deno.test("channel.send() resolves at once while there is room, and waits while it is full", async () => {
  const channel = new Channel<number>({ capacity: 2 });
  await channel.send(1);
  await channel.send(2);
  const third = channel.send(3);
  assertEquals(channel.stats().waitingSenders, 1);
  assertEquals(channel.stats().sent, 2);
  assertEquals(await channel.receive(), 1);
  await third;
  assertEquals(channel.drain(), [2, 3]);
});

Deno.test("channel.send() serves waiting senders in order", async () => {
  const channel = new Channel<number>({ capacity: 1 });
  const done: number[] = [];
  const sends = [0, 1, 2, 3].map((n) =>
    channel.send(n).then(() => done.push(n))
  );
  const received = [];
  for (let i = 0; i < 4; i++) received.push(await channel.receive());
  await Promise.all(sends);
  assertEquals([received, done], [[0, 1, 2, 3], [0, 1, 2, 3]]);
});

Deno.test("channel.trySend() tells when it would have to wait, and queues nothing then", () => {
  const channel = new Channel<number>({ capacity: 1 });
  assertEquals([channel.trySend(1), channel.trySend(2)], [true, false]);
  assertEquals(channel.drain(), [1]);
});

Deno.test("channel.receive() waits for a value; several receivers are served in order", async () => {
  const channel = new Channel<string>();
  const both = Promise.all([channel.receive(), channel.receive()]);
  await channel.send("a");
  channel.trySend("b");
  assertEquals(await both, ["a", "b"]);
  assertEquals(channel.stats().acknowledged, 2);
});

Deno.test("channel.receive() ends its wait when its signal is aborted, and loses no value", async () => {
  const channel = new Channel<number>();
  const controller = new AbortController();
  const receive = channel.receive({ signal: controller.signal });
  controller.abort(boom);
  assertStrictEquals(await assertRejects(() => receive), boom);
  assertStrictEquals(
    await assertRejects(() => channel.receive({ signal: controller.signal })),
    boom,
  );
  assertEquals(channel.stats().waitingReceivers, 0);
  await channel.send(1);
  assertEquals(channel.drain(), [1]);
});

Deno.test("channel.receive() returns a value handed over before its signal was aborted", async () => {
  const channel = new Channel<number>();
  const controller = new AbortController();
  const receive = channel.receive({ signal: controller.signal });
  channel.trySend(7);
  controller.abort(boom);
  assertEquals(await receive, 7);
});

Deno.test("channel.drain() returns at most so many values, and lets waiting senders in", async () => {
  const channel = new Channel<number>({ capacity: 2 });
  const sends = [1, 2, 3, 4].map((n) => channel.send(n));
  assertEquals(channel.drain(3), [1, 2, 3]);
  await Promise.all(sends);
  assertEquals([channel.drain(), channel.drain()], [[4], []]);
});

Deno.test("channel.tryReceive() returns undefined only when nothing is queued", () => {
  const channel = new Channel<number>();
  channel.trySend(0);
  assertEquals([channel.tryReceive(), channel.tryReceive()], [0, undefined]);
});

Deno.test("channel.close() delivers what was sent, also by senders that wait, then ends", async () => {
  const channel = new Channel<number>({ capacity: 1 });
  const sends = [channel.send(1), channel.send(2)];
  channel.close();
  channel.close();
  assert(channel.closed);
  assertEquals([await channel.receive(), await channel.receive()], [1, 2]);
  await Promise.all(sends);
  await assertRejects(() => channel.receive(), ChannelClosed);
  await assertRejects(() => channel.send(3), ChannelClosed);
  assertThrows(() => channel.trySend(3), ChannelClosed);
  assertEquals([channel.tryReceive(), channel.drain()], [undefined, []]);
});

Deno.test("channel.close() ends the wait of receivers", async () => {
  const channel = new Channel<number>();
  const receive = channel.receive();
  channel.close();
  await assertRejects(() => receive, ChannelClosed);
});

Deno.test("channel.abort() drops what is queued and reaches both sides with its reason", async () => {
  const channel = new Channel<number>({ capacity: 1 });
  await channel.send(1);
  const waiting = channel.send(2);
  channel.abort(boom);
  const error = await assertRejects(() => waiting, ChannelBroken);
  assertStrictEquals(error.cause, boom);
  await assertRejects(() => channel.send(3), ChannelBroken);
  await assertRejects(() => channel.receive(), ChannelBroken);
  assertEquals(channel.stats().dropped, 1);
});

Deno.test("channel.abort() ends the wait of receivers", async () => {
  const channel = new Channel<number>();
  const receive = channel.receive();
  channel.abort(boom);
  await assertRejects(() => receive, ChannelBroken);
});

Deno.test("channel.abort() after close() fails what is still queued, and nothing once it is empty", async () => {
  const queued = new Channel<number>();
  queued.trySend(1);
  queued.close();
  queued.abort(boom);
  await assertRejects(() => queued.receive(), ChannelBroken);
  const empty = new Channel<number>();
  empty.close();
  empty.abort(boom);
  await assertRejects(() => empty.receive(), ChannelClosed);
});

Deno.test("channel iteration ends at close() and throws at abort()", async () => {
  const closed = new Channel<number>();
  [1, 2].forEach((n) => closed.trySend(n));
  closed.close();
  assertEquals(await Array.fromAsync(closed), [1, 2]);

  const waiting = new Channel<number>();
  const loop = Array.fromAsync(waiting);
  waiting.trySend(1);
  waiting.close();
  assertEquals(await loop, [1]);

  const broken = new Channel<number>();
  const failing = Array.fromAsync(broken);
  broken.abort(boom);
  await assertRejects(() => failing, ChannelBroken);
  await assertRejects(() => Array.fromAsync(broken), ChannelBroken);
});

Deno.test("channel iteration left early leaves the channel open", async () => {
  const channel = new Channel<number>();
  [1, 2].forEach((n) => channel.trySend(n));
  for await (const value of channel) {
    assertEquals(value, 1);
    break;
  }
  assertEquals([channel.closed, channel.drain()], [false, [2]]);
});

Deno.test("channel.stats() balance at every step, and count waits", async () => {
  const channel = new Channel<number>({ capacity: 2, name: "numbers" });
  const check = () => assert(ledgerBalances(channel.stats()));
  const sends = [1, 2, 3].map((n) => channel.send(n));
  check();
  await channel.receive();
  check();
  await Promise.all(sends);
  channel.abort(boom);
  check();
  const { sent, received, dropped, highWater, sendWaits, sendWaitMs, name } =
    channel.stats();
  assertEquals({ sent, received, dropped, highWater, sendWaits, name }, {
    sent: 3,
    received: 1,
    dropped: 2,
    highWater: 2,
    sendWaits: 1,
    name: "numbers",
  });
  assert(sendWaitMs > 0);
});

Deno.test("channel.send() lets timers fire while a loop saturates it", async () => {
  const channel = new Channel<number>({ capacity: 4, whenFull: "drop-oldest" });
  let fired = false;
  setTimeout(() => fired = true, 0);
  for (let i = 0; i < 50_000_000 && !fired; i++) await channel.send(i);
  assert(fired, "the timer never had a turn");
});

const FEEDS_ITSELF: Readonly<
  Record<
    string,
    (channel: Channel<number>, over: () => boolean) => Promise<void>
  >
> = {
  "receive()": async (channel, over) => {
    while (!over()) {
      channel.trySend(1);
      await channel.receive();
    }
  },
  "for await": async (channel, over) => {
    channel.trySend(1);
    for await (const _ of channel) {
      if (over()) break;
      channel.trySend(1);
    }
  },
};
for (const [name, feed] of Object.entries(FEEDS_ITSELF)) {
  Deno.test(`${name} leaves timers their turn, where the loop itself fills the channel`, async () => {
    let fired = false;
    setTimeout(() => fired = true, 0);
    let values = 0;
    await feed(new Channel<number>(), () => fired || ++values > 10_000_000);
    assert(fired, "the timer never had a turn");
  });
}

Deno.test("send() with a signal gives up its wait for room, and leaves what was accepted", async () => {
  const channel = new Channel<number>({ capacity: 1 });
  const controller = new AbortController();
  const { signal } = controller;
  await channel.send(1, { signal });
  const waiting = channel.send(2, { signal });
  controller.abort(new Error("enough"));
  await assertRejects(() => waiting, Error, "enough");
  await assertRejects(() => channel.send(3, { signal }), Error, "enough");
  assertEquals(channel.drain(), [1]);
  const open = new AbortController().signal;
  await channel.send(4, { signal: open });
  const later = channel.send(5, { signal: open });
  assertEquals(await channel.receive(), 4);
  await later;
  assertEquals(channel.drain(), [5]);
  channel.close();
  await assertRejects(() => channel.send(6, { signal: open }), ChannelClosed);
  assertEquals(channel.stats().waitingSenders, 0);
});
