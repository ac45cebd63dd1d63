import { assert, assertEquals, assertRejects } from "@std/assert";
import { ChannelBroken, ChannelClosed } from "./errors.ts";
import { ProbeSink } from "./probe_sink.ts";
import { ProbeSource } from "./probe_source.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { server } from "./test_doubles.ts";
import { VirtualClock } from "./virtual_clock.ts";

async function start(bufferSize = 2) {
  const source = new ProbeSource<unknown>("source");
  const sink = new ProbeSink<unknown>("sink");
  const harness = new SystemExecutionHarness()
    .registerComponent(source)
    .registerComponent(sink)
    .connect("source.out", "sink.in", { bufferSize });
  await harness.start();
  return { source, sink, harness };
}

Deno.test("ProbeSink takes nothing until the test asks, so that a component in between feels it", async () => {
  const [source, sink] = [new ProbeSource<number>("a"), new ProbeSink("c")];
  const double = server("b", (n: number, self) => self.emit("out", n * 2), 1);
  await using harness = new SystemExecutionHarness()
    .registerComponent(source)
    .registerComponent(double)
    .registerComponent(sink)
    .connect("a.out", "b.in", { bufferSize: 1 })
    .connect("b.out", "c.in", { bufferSize: 1 });
  await harness.start();
  // One queued at c, one in hand at b, one queued at b: there is no room for the fourth.
  const sends = [1, 2, 3, 4].map((n) => source.sendNext(n));
  await source.expectBackpressure();
  assertEquals([source.unaccepted, source.hasRoom, sink.queued], [1, false, 1]);
  assertEquals(harness.diagnose().roots, ['"c" takes nothing from the port']);
  assertEquals(await sink.next(), 2);
  await Promise.all(sends);
  assertEquals(sink.receiveStreams.get("in")?.[0]?.stats().received, 1);
  source.end();
  assertEquals(await sink.takeRest(), [4, 6, 8]);
  await harness.stop();
});

Deno.test("ProbeSink.take() waits for values, also asked for before the start", async () => {
  const [source, sink] = [new ProbeSource<number>("a"), new ProbeSink("b")];
  await using harness = new SystemExecutionHarness()
    .registerComponent(source)
    .registerComponent(sink)
    .connect("a.out", "b.in");
  const taken = sink.take(3);
  await harness.start();
  for (const n of [1, 2, 3]) await source.sendNext(n);
  assertEquals(await taken, [1, 2, 3]);
  await sink.expectNoNext();
});

Deno.test("ProbeSink gives each who asks the next value, then the end, in the order of asking", async () => {
  const { source, sink, harness } = await start();
  const asked = [1, 2, 3].map(() =>
    sink.next().catch((error) => error.message)
  );
  await source.sendNext("a");
  await source.sendNext("b");
  source.end();
  const end = 'Cannot take from "sink": found the end, wanted a value';
  assertEquals(await Promise.all(asked), ["a", "b", end]);
  await sink.ended;
  await harness.stop();
});

Deno.test("ProbeSink takes from several connections in turn", async () => {
  const [a, b] = [new ProbeSource("a"), new ProbeSource("b")];
  const sink = new ProbeSink("c");
  await using harness = new SystemExecutionHarness()
    .registerComponent(a).registerComponent(b).registerComponent(sink)
    .connect("a.out", "c.in").connect("b.out", "c.in");
  await harness.start();
  for (const n of [1, 2]) await a.sendNext(`a${n}`);
  for (const n of [1, 2]) await b.sendNext(`b${n}`);
  a.end();
  const first = await sink.nextMessage();
  assertEquals([first.data, first.source], ["a1", "a.out"]);
  await sink.expectNext("b1", "a2", "b2");
  b.end();
  await sink.expectEnd();
});

Deno.test("ProbeSink.expectNext() says what it found, compares contents, and knows the end", async () => {
  const { source, sink, harness } = await start(10);
  await source.sendNext({ id: 1, when: new Date(0), tags: new Set(["a"]) });
  await sink.expectNext({ id: 1, when: new Date(0), tags: new Set(["a"]) });
  await source.sendNext(1);
  await source.sendNext({ id: 3 });
  await assertMessage(
    sink.expectNext(1, { id: 4 }),
    'Cannot confirm the next value of "sink": found {id: 3} as value 2 of 2, wanted {id: 4}',
  );
  source.end();
  await assertMessage(
    sink.expectNext(2),
    'Cannot confirm the next value of "sink": found the end, wanted 2',
  );
  await harness.stop();
});

Deno.test("ProbeSink.expectEnd(), expectFailure() and expectNoNext() say what came instead", async () => {
  const { source, sink, harness } = await start();
  await sink.expectNoNext();
  await source.sendNext(7);
  const about = '"sink": found';
  await assertMessage(
    sink.expectNoNext(),
    `Cannot confirm silence at ${about} 1 queued`,
  );
  await assertMessage(
    sink.expectEnd(),
    `Cannot confirm the end of ${about} 7, wanted none`,
  );
  source.end();
  await assertMessage(
    sink.expectFailure(),
    `Cannot confirm the failure of ${about} the end`,
  );
  await harness.stop();
});

Deno.test("ProbeSink reports a broken connection with its reason", async () => {
  const { source, sink, harness } = await start();
  const reason = new Error("cable cut");
  source.breakOff(reason);
  assertEquals(await sink.expectFailure(), reason);
  await assertRejects(() => sink.ended, ChannelBroken);
  await assertRejects(() => sink.takeRest(), ChannelBroken);
  await assertMessage(
    sink.expectEnd(),
    'Cannot confirm the end of "sink": found it broken (Error: cable cut), wanted none',
  );
  assertEquals(sink.status.state, "error");
  await harness.stop();
});

Deno.test("ProbeSink.cancel() and fail() reach those who send to it", async () => {
  const cancelled = await start();
  cancelled.sink.cancel();
  await cancelled.sink.ended;
  await assertRejects(() => cancelled.source.sendNext(1), ChannelClosed);
  await cancelled.harness.stop();

  const failed = await start();
  const asked = failed.sink.next().catch((error) => error.message);
  failed.sink.fail(new Error("disk full"));
  assertEquals(
    await asked,
    'Cannot take from "sink": found it broken (Error: disk full), wanted a value',
  );
  await assertRejects(() => failed.source.sendNext(1), ChannelBroken);
  await failed.harness.stop();
});

Deno.test("ProbeSink takes everything once it is disposed of, and keeps it", async () => {
  const { source, sink, harness } = await start(1);
  {
    using _rest = sink;
    void source.sendNext(1);
    void source.sendNext(2);
  }
  const { ledger } = await harness.stop();
  assertEquals([ledger.acknowledged, ledger.queued], [2, 0]);
  assertEquals(await sink.takeRest(), [1, 2]);
});

Deno.test("ProbeSink that nobody asks is told to stop, and what was queued is a dead letter", async () => {
  const clock = new VirtualClock();
  const [source, sink] = [new ProbeSource<number>("a"), new ProbeSink("b")];
  const harness = new SystemExecutionHarness({ clock, stopTimeoutMs: 1000 })
    .registerComponent(source)
    .registerComponent(sink)
    .connect("a.out", "b.in");
  await harness.start();
  await source.sendNext(1);
  const stopped = harness.stop();
  await clock.advance(1000);
  const { abandoned, deadLetters, ledger } = await stopped;
  assertEquals([abandoned, deadLetters, ledger.balanced], [[], 1, true]);
  await sink.expectEnd();
});

Deno.test("ProbeSink goes on with what is queued when it is started again", async () => {
  const clock = new VirtualClock();
  const [source, sink] = [new ProbeSource<number>("a"), new ProbeSink("b")];
  const supervision = { backoff: { jitter: 0, firstMs: 10 } };
  await using harness = new SystemExecutionHarness({ clock, supervision })
    .registerComponent(source)
    .registerComponent(sink, { restart: "permanent" })
    .connect("a.out", "b.in");
  await harness.start();
  const first = sink.next();
  sink.fail(new Error("boom"));
  await clock.advance(5);
  await source.sendNext(1);
  assert(sink.metrics.restarts === 0);
  await clock.advance(5);
  assertEquals([await first, sink.metrics.restarts], [1, 1]);
});

async function assertMessage(
  promise: Promise<unknown>,
  message: string,
): Promise<void> {
  const error = await assertRejects(() => promise, Error);
  assertEquals(error.message, message);
}
