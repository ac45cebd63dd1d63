/**
 * Messages lost, and systems hung, in other runtimes: each as a test of ours.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import { Channel } from "./channel.ts";
import { ledgerBalances } from "./channel_stats.ts";

// A batch taken out left an empty bucket at the head; the next take found "nothing" and lost a value.
Deno.test("Effect PR#8373: a batch that ends where a batch ended loses nothing behind it", () => {
  for (let first = 1; first <= 20; first++) {
    const channel = new Channel<number>({ capacity: 40 });
    const values = Array.from({ length: first + 1 }, (_, i) => i);
    for (const value of values) channel.trySend(value);
    assertEquals(channel.drain(first), values.slice(0, first));
    assertEquals([channel.size, channel.tryReceive()], [1, first]);
  }
});

// A queue that was never quite empty kept one slot for every value that ever passed.
Deno.test("Effect PR#8373: a queue that is never empty keeps nothing of what has passed", () => {
  const channel = new Channel<unknown>({ capacity: 4 });
  channel.trySend(0);
  const pass = (value: unknown) => {
    channel.trySend(value);
    channel.tryReceive();
  };
  const slots = growthOf(() => {
    for (let i = 0; i < 4_000_000; i++) pass(i & 7);
  });
  const values = growthOf(() => {
    for (let i = 0; i < 2_000; i++) pass(new Array(12_500).fill(0));
  });
  assertEquals([channel.size, slots < 16e6, values < 100e6], [1, true, true]);
});

// A taker interrupted before it was suspended stayed in line and swallowed the next message.
Deno.test("Effect PR#8373: a receive that is given up at any moment swallows no value", async () => {
  for (let wait = 0; wait < 6; wait++) {
    const channel = new Channel<number>();
    const stop = new AbortController();
    const given = channel.receive({ signal: stop.signal }).catch(() => "gone");
    for (let turn = 0; turn < wait; turn++) await Promise.resolve();
    stop.abort();
    channel.trySend(1);
    assertEquals([await given, channel.drain()], ["gone", [1]]);
  }
});

// A send handed its item to a receiver that had timed out already, and the item was gone.
Deno.test("anyio#146: receivers that give up between sends drop no item", async () => {
  for (const giveUpFirst of [true, false]) {
    const channel = new Channel<number>({ capacity: 1 });
    const received: number[] = [];
    for (let i = 0; i < 10; i++) {
      const stop = new AbortController();
      const receive = channel.receive({ signal: stop.signal })
        .then((item) => void received.push(item), () => {});
      if (giveUpFirst) stop.abort();
      const sent = channel.send(i);
      stop.abort();
      await receive;
      if (giveUpFirst) received.push(await channel.receive());
      await sent;
    }
    assertEquals(received, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert(ledgerBalances(channel.stats()));
  }
});

// Writing into chained identity TransformStreams hung until someone read the last one.
Deno.test("denoland/deno#36790: a chain that nobody reads takes what its channels hold", async () => {
  const chain = [2, 3, 4].map((capacity) => new Channel<number>({ capacity }));
  const [first, second, third] = chain as [Line, Line, Line];
  const out = first.readable.pipeThrough(second).pipeThrough(third);
  const writer = first.writable.getWriter();
  for (let i = 0; i < 9; i++) await writer.write(i);
  while (third.size < 4) await Promise.resolve();
  const rest = (async () => {
    for (let i = 9; i < 20; i++) await writer.write(i);
    await writer.close();
  })();
  assertEquals(
    await Array.fromAsync(out),
    Array.from({ length: 20 }, (_, i) => i),
  );
  await rest;
});

type Line = Channel<number>;

/** Bytes by which the heap grows. Kept slots would be 32 MB, kept values 200 MB. */
function growthOf(work: () => void): number {
  const before = Deno.memoryUsage().heapUsed;
  work();
  return Deno.memoryUsage().heapUsed - before;
}
