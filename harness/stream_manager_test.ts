import { VirtualClock } from "./virtual_clock.ts";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { Channel } from "./channel.ts";
import { StreamManager } from "./stream_manager.ts";

Deno.test("createStream() makes a channel of 100 that blocks, unless told otherwise", () => {
  const manager = new StreamManager();
  const plain = manager.createStream();
  assert(plain instanceof Channel);
  assertEquals([plain.capacity, plain.stats().whenFull, plain.name], [
    100,
    "block",
    "stream-1",
  ]);
  const other = manager.createStream(3, { whenFull: "fail", name: "orders" });
  assertEquals([other.capacity, other.stats().whenFull, other.name], [
    3,
    "fail",
    "orders",
  ]);
  assertEquals(manager.createStream().name, "stream-3");
  assertThrows(() => manager.createStream(0), RangeError);
  assertEquals(manager.getStreamStats().created, 3);
});

Deno.test("getStreamStats() counts every stream once, however it ends", () => {
  const manager = new StreamManager();
  const [open, drained, queued, broken] = [1, 2, 3, 4].map(() =>
    manager.createStream<number>()
  );
  drained!.trySend(1);
  drained!.close();
  drained!.tryReceive();
  queued!.trySend(1);
  queued!.close();
  broken!.abort("bad");
  const { created, active, drained: ended, broken: failed, failures, streams } =
    manager.getStreamStats();
  assertEquals([created, active, ended, failed], [4, 2, 1, 1]);
  assertEquals(failures, [{ name: "stream-4", reason: "bad" }]);
  assertEquals(streams.map(({ name, health }) => [name, health.state]), [
    [open!.name, "ok"],
    [queued!.name, "closed"],
  ]);
});

Deno.test("getStreamStats() stays small however many streams come and go", () => {
  const manager = new StreamManager();
  for (let n = 0; n < 1000; n++) {
    const stream = manager.createStream();
    if (n % 2) stream.close();
    else stream.abort(n);
  }
  const { created, active, drained, broken, failures } = manager
    .getStreamStats();
  assertEquals([created, active, drained, broken], [1000, 0, 500, 500]);
  assertEquals([failures.length, failures.at(-1)?.reason], [16, 998]);
});

Deno.test("getStreamHealth() tells ok, full, closed and broken, with the reason", () => {
  const manager = new StreamManager();
  const stream = manager.createStream<number>(2);
  const seen = () => Object.values(manager.getStreamHealth(stream)).join(": ");
  assertEquals(seen(), "ok: ");
  stream.trySend(1);
  assertEquals(seen(), "ok: ");
  stream.trySend(2);
  stream.send(3).catch(() => {});
  assertEquals(seen(), "full: 2 of 2 queued, 1 waiting");
  stream.close();
  assertEquals(seen(), "closed: 2 still queued");
  stream.drain();
  assertEquals(seen(), "closed: drained");
  const broken = manager.createStream();
  broken.abort(new Error("disk full"));
  assertEquals(manager.getStreamHealth(broken), {
    state: "broken",
    reason: "failed: disk full",
  });
});

Deno.test("a stream is stalled when it was seen to hold values that nobody took for so long", async () => {
  const clock = new VirtualClock();
  const manager = new StreamManager({ stalledAfterMs: 10, clock });
  const stream = manager.createStream<number>();
  const seen = () => manager.getStreamHealth(stream).state;
  assertEquals(seen(), "ok");
  await clock.advance(100); // empty for long is no stall, and what comes then is new
  for (const n of [1, 2]) stream.trySend(n);
  assertEquals(seen(), "ok");
  await clock.advance(9);
  assertEquals(seen(), "ok");
  await clock.advance(1);
  assertEquals(manager.getStreamStats().streams[0]?.health, {
    state: "stalled",
    reason: "2 queued, none received for 10 ms",
  });
  stream.tryReceive();
  assertEquals(seen(), "ok");
  await clock.advance(9);
  assertEquals(seen(), "ok");
  await clock.advance(11);
  stream.close();
  assertEquals(seen(), "stalled");
});

Deno.test("closeAllStreams() waits until what is queued was received", async () => {
  const manager = new StreamManager();
  const [a] = [manager.createStream<number>(), manager.createStream<number>()];
  a.trySend(1);
  const closing = manager.closeAllStreams();
  const late = manager.createStream();
  assertEquals(a.closed, true);
  assertEquals(await a.receive(), 1);
  assertEquals(await closing, { drained: 2, aborted: [], dropped: 0 });
  assertEquals([late.closed, manager.getStreamStats().active], [false, 1]);
});

Deno.test("closeAllStreams() aborts what is not received in time, and tells what that cost", async () => {
  const manager = new StreamManager({ drainMs: 0 });
  const stuck = manager.createStream<number>(10, { name: "stuck" });
  const failed = manager.createStream<number>();
  for (const n of [1, 2]) stuck.trySend(n);
  failed.trySend(1);
  const closing = manager.closeAllStreams();
  failed.abort("bad");
  assertEquals(await closing, { drained: 0, aborted: ["stuck"], dropped: 2 });
  const { active, broken } = manager.getStreamStats();
  assertEquals([active, broken], [0, 2]);
});

Deno.test("disposing a manager closes its streams", async () => {
  let stream: Channel<number>;
  {
    await using manager = new StreamManager();
    stream = manager.createStream();
  }
  assert(stream.closed);
});
