import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Channel } from "./channel.ts";
import { ChannelClosed } from "./errors.ts";
import { StreamFramework } from "./stream_framework.ts";

Deno.test("sendMessage() and receiveMessage() are one stream's two ends", async () => {
  await using framework = new StreamFramework();
  const stream = framework.createStream<number>(1);
  await framework.sendMessage(stream, 1);
  assertEquals(await framework.receiveMessage(stream), 1);
  const signal = AbortSignal.abort("enough");
  assertEquals(
    await framework.receiveMessage(stream, { signal }).catch((error) => error),
    "enough",
  );
  stream.close();
  await assertRejects(() => framework.sendMessage(stream, 2), ChannelClosed);
});

Deno.test("broadcastMessage(), multicastMessage() and routeMessage() move one value and close nothing", async () => {
  await using framework = new StreamFramework();
  const streams = [1, 2, 3].map(() => framework.createStream<number>(5));
  const [a, b, c] = streams as [
    Channel<number>,
    Channel<number>,
    Channel<number>,
  ];
  const branches = [{ when: (n: number) => n > 1, to: a }, {
    when: (n: number) => n > 2,
    to: b,
  }];
  assertEquals((await framework.broadcastMessage([a, b], 1)).passed, 1);
  await framework.multicastMessage(branches, 3);
  await framework.routeMessage(branches, 4, { otherwise: c });
  await framework.routeMessage(branches, 0, { otherwise: c });
  assertEquals((await framework.routeMessage(branches, 0)).unmatched, 1);
  assertEquals(streams.map((stream) => stream.drain()), [[1, 3, 4], [1, 3], [
    0,
  ]]);
  assert(streams.every((stream) => !stream.closed));
});

Deno.test("broadcastMessage() waits for room, and gives up by its signal without harm to the targets", async () => {
  await using framework = new StreamFramework();
  const stream = framework.createStream<number>(1);
  await framework.sendMessage(stream, 1);
  const stop = new AbortController();
  const sending = framework.broadcastMessage([stream], 2, {
    signal: stop.signal,
  });
  await tick();
  stop.abort("enough");
  assertEquals((await sending).undelivered, 1);
  assertEquals([stream.closed, stream.drain()], [false, [1]]);
});

Deno.test("every way of moving values ends with the framework, and what was sent arrives before", async () => {
  const framework = new StreamFramework();
  const make = () => framework.createStream<number>(10);
  const [source, x, y, z, even, odd, last] = [1, 2, 3, 4, 5, 6, 7].map(
    make,
  ) as Channel<number>[];
  const handled: number[] = [];
  const reports = [
    framework.broadcast(source!, [x!, y!]),
    framework.filter(x!, { when: (n) => n < 8, to: z! }),
    framework.route(z!, [{ when: (n) => n % 2 === 0, to: even! }], {
      otherwise: odd!,
    }),
    framework.merge([even!, odd!, y!], last!),
    framework.keyedLanes(last!, {
      key: (n) => n,
      handle: (n) => void handled.push(n),
    }),
  ];
  for (let n = 0; n < 10; n++) await framework.sendMessage(source!, n);
  await framework[Symbol.asyncDispose]();
  assertEquals(
    (await Promise.all(reports)).map(({ end }) => end),
    Array(5).fill("closed"),
  );
  assertEquals(handled.length, 18);
  assertEquals(framework.manager.getStreamStats().active, 0);
});

Deno.test("a relay that does not end by itself is aborted when the framework is disposed of", async () => {
  const framework = new StreamFramework({ drainMs: 0 });
  const circle = framework.createStream<number>(2);
  const [a, b] = [
    framework.createStream<number>(),
    framework.createStream<number>(),
  ];
  const own = new AbortController();
  const turning = framework.roundRobin(circle, [circle], {
    signal: own.signal,
  });
  const cast = framework.multicast(a, [{ when: () => true, to: b }], {
    signal: own.signal,
  });
  circle.trySend(1);
  own.abort("enough");
  assertEquals((await turning).end, "aborted");
  assertEquals((await cast).reason, "enough");
  const stuck = framework.createStream<number>(2);
  const again = framework.broadcast(stuck, [stuck]);
  await framework[Symbol.asyncDispose]();
  assertEquals((await again).end, "aborted");
});

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
