import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { broadcast } from "./broadcast.ts";
import { Channel } from "./channel.ts";
import type { FullPolicy } from "./channel_stats.ts";
import { StreamFramework } from "./stream_framework.ts";

interface Target {
  readonly whenFull: FullPolicy;
  readonly capacity: number;
  readonly queued: number;
  readonly end: "open" | "closed" | "broken";
}

const TARGET = fc.record<Target>({
  whenFull: fc.constantFrom("block", "drop-oldest", "drop-newest", "fail"),
  capacity: fc.integer({ min: 1, max: 3 }),
  queued: fc.integer({ min: 0, max: 3 }),
  end: fc.constantFrom("open", "open", "open", "closed", "broken"),
});

Deno.test("broadcastMessage() does and reports what broadcast() of one value does, whatever the targets", async () => {
  const framework = new StreamFramework();
  const run = async (
    specs: readonly Target[],
    picks: readonly number[],
    send: (targets: Channel<number>[]) => Promise<unknown>,
  ) => {
    const channels = specs.map(make);
    const targets = picks.map((pick) => channels[pick % channels.length]!);
    const sent = send(targets);
    // Whoever waits for room gets it.
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    const before = channels.map((channel) => channel.drain());
    const report = await sent;
    const after = channels.map((channel) => channel.drain());
    return [report, before, after, channels.map((channel) => channel.closed)];
  };
  await fc.assert(fc.asyncProperty(
    fc.array(TARGET, { minLength: 1, maxLength: 3 }),
    fc.array(fc.nat(), { maxLength: 4 }),
    async (specs, picks) => {
      const [found, wanted] = [
        await run(specs, picks, (to) => framework.broadcastMessage(to, 9)),
        await run(specs, picks, (to) => broadcast(only(9), to, KEEP_OPEN)),
      ];
      assertEquals(found, wanted);
    },
  ));
});

Deno.test("broadcastMessage() in a loop gives timers their turn", async () => {
  await using framework = new StreamFramework();
  const stream = framework.createStream<number>(1, { whenFull: "drop-oldest" });
  let rang = false;
  setTimeout(() => rang = true, 0);
  const end = performance.now() + 5000;
  while (!rang && performance.now() < end) {
    await framework.broadcastMessage([stream], 1);
  }
  assertEquals([rang, stream.drain()], [true, [1]]);
});

Deno.test("broadcastMessage() with a signal that was aborted sends nothing", async () => {
  await using framework = new StreamFramework();
  const stream = framework.createStream<number>(1);
  const signal = AbortSignal.abort("enough");
  const report = await framework.broadcastMessage([stream], 1, { signal });
  assertEquals([report.end, report.reason], ["aborted", "enough"]);
  assertEquals([stream.size, stream.closed], [0, false]);
});

function make({ whenFull, capacity, queued, end }: Target): Channel<number> {
  const channel = new Channel<number>({ whenFull, capacity });
  for (let n = 0; n < Math.min(queued, capacity); n++) channel.trySend(n);
  if (end === "closed") channel.close();
  if (end === "broken") channel.abort("broken");
  return channel;
}

function only(value: number): Channel<number> {
  const channel = new Channel<number>({ capacity: 1 });
  channel.trySend(value);
  channel.close();
  return channel;
}

const KEEP_OPEN = { preventClose: true, preventAbort: true };
