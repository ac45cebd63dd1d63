import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { Channel } from "./channel.ts";
import { ledgerBalances } from "./channel_stats.ts";
import { ChannelFull } from "./errors.ts";

Deno.test("policy drop-oldest keeps the newest values and counts the others", async () => {
  const channel = new Channel<number>({ capacity: 2, whenFull: "drop-oldest" });
  for (const n of [1, 2, 3]) await channel.send(n);
  assert(channel.trySend(4));
  assertEquals([channel.stats().sent, channel.stats().dropped], [4, 2]);
  assert(ledgerBalances(channel.stats()));
  assertEquals(channel.drain(), [3, 4]);
});

Deno.test("policy drop-newest keeps the oldest values and counts the others", async () => {
  const channel = new Channel<number>({ capacity: 2, whenFull: "drop-newest" });
  for (const n of [1, 2, 3]) await channel.send(n);
  assert(channel.trySend(4));
  assertEquals([channel.stats().sent, channel.stats().dropped], [4, 2]);
  assert(ledgerBalances(channel.stats()));
  assertEquals(channel.drain(), [1, 2]);
});

Deno.test("policy fail refuses what has no room, and accepts nothing of it", async () => {
  const channel = new Channel<number>({
    capacity: 1,
    whenFull: "fail",
    name: "x",
  });
  await channel.send(1);
  await assertRejects(() => channel.send(2), ChannelFull, '"x"');
  assertThrows(() => channel.trySend(2), ChannelFull);
  assertEquals(channel.stats().sent, 1);
  assertEquals(channel.drain(), [1]);
  await channel.send(3);
});
