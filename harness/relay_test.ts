import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { broadcast } from "./broadcast.ts";
import { Channel } from "./channel.ts";
import { ChannelBroken, ChannelClosed } from "./errors.ts";
import { filter } from "./filter.ts";
import { merge } from "./merge.ts";
import { multicast } from "./multicast.ts";
import type {
  Discard,
  RelayOptions,
  RelaySource,
  RelayTarget,
} from "./relay_options.ts";
import type { RelayReport } from "./relay_report.ts";
import { roundRobin } from "./round_robin.ts";
import { route } from "./route.ts";

type Start = (
  source: RelaySource<number>,
  target: RelayTarget<number>,
  options?: RelayOptions<number>,
) => Promise<RelayReport>;

const always = () => true;
const boom = new Error("boom");

/** Each with one source and one target, where all of them have to do the same. */
const RELAYS: Readonly<Record<string, Start>> = {
  broadcast: (source, target, options) => broadcast(source, [target], options),
  multicast: (source, to, options) =>
    multicast(source, [{ when: always, to }], options),
  route: (source, to, options) =>
    route(source, [{ when: always, to }], options),
  "route to otherwise": (source, otherwise, options) =>
    route(source, [], { ...options, otherwise }),
  filter: (source, to, options) =>
    filter(source, { when: always, to }, options),
  merge: (source, target, options) => merge([source], target, options),
  "merge that goes on": (source, target, options) =>
    merge([source], target, { ...options, sourceFailure: "goOn" }),
  roundRobin: (source, target, options) =>
    roundRobin(source, [target], options),
  "strict roundRobin": (source, target, options) =>
    roundRobin(source, [target], { ...options, strict: true }),
};

for (const [name, start] of Object.entries(RELAYS)) {
  const check = (does: string, run: () => Promise<void>) =>
    Deno.test(`${name}: ${does}`, run);

  check(
    "source closed: everything is delivered in order, then the target is closed",
    async () => {
      const [source, target] = pair(4, 2);
      const done = start(source, target);
      const sent = sendAll(source, 100);
      const got = await collect(target);
      await sent;
      assertEquals(got, range(100));
      const report = await done;
      assertEquals([report.end, report.reason], ["closed", undefined]);
      assertEquals([report.received, report.passed], [100, 100]);
      assertEquals(report.targets.map(({ accepted }) => accepted), [100]);
      assert(source.stats().highWater <= 4 && target.stats().highWater <= 2);
    },
  );

  check(
    "source closed before the start, with values: delivers them",
    async () => {
      const [source, target] = pair();
      for (const n of [1, 2]) source.trySend(n);
      source.close();
      assertEquals((await start(source, target)).passed, 2);
      assertEquals(await collect(target), [1, 2]);
    },
  );

  check("source failed before the start: fails the target", async () => {
    const [source, target] = pair();
    source.abort(boom);
    const { end, reason } = await start(source, target);
    assertEquals([end, reason], ["failed", boom]);
    await assertBroken(target, boom);
  });

  check("source fails while idle: fails the target", async () => {
    const [source, target] = pair();
    const done = start(source, target);
    await tick();
    source.abort(boom);
    assertEquals((await done).end, "failed");
    await assertBroken(target, boom);
  });

  check("source fails while the target is full: fails the target", async () => {
    const [source, target] = pair(10, 1);
    const done = start(source, target);
    for (let n = 0; n < 2; n++) source.trySend(n);
    await tick();
    source.abort(boom);
    if (name === "merge that goes on") target.drain();
    const report = await done;
    assertEquals([report.end, report.reason], ["failed", boom]);
  });

  check("target full: takes one value more than it can deliver", async () => {
    const [source, target] = pair(10, 2);
    const done = start(source, target);
    for (let n = 0; n < 5; n++) source.trySend(n);
    await tick();
    assertEquals([target.size, source.size], [2, 2]);
    assertEquals(target.stats().waitingSenders, 1);
    source.close();
    assertEquals(await collect(target), range(5));
    assertEquals((await done).passed, 5);
  });

  check(
    "signal aborted while the target is full: the value in hand is told of",
    async () => {
      const [source, target] = pair(10, 1);
      const stop = new AbortController();
      const discards: Discard<number>[] = [];
      const onDiscard = (discard: Discard<number>) => discards.push(discard);
      const done = start(source, target, { signal: stop.signal, onDiscard });
      for (let n = 0; n < 4; n++) source.trySend(n);
      await tick();
      stop.abort(boom);
      const report = await done;
      assertEquals([report.end, report.reason], ["aborted", boom]);
      assertEquals([report.received, report.passed, report.undelivered], [
        2,
        1,
        1,
      ]);
      assertEquals(discards, [{ value: 1, why: "undelivered", error: boom }]);
      await assertBroken(source, boom);
      await assertBroken(target, boom);
      assertEquals(target.stats().waitingSenders, 0);
    },
  );

  check(
    "signal aborted while idle: fails both, and nobody waits any more",
    async () => {
      const [source, target] = pair();
      const stop = new AbortController();
      const done = start(source, target, { signal: stop.signal });
      await tick();
      assertEquals(source.stats().waitingReceivers, 1);
      stop.abort(boom);
      assertEquals((await done).end, "aborted");
      await assertBroken(source, boom);
      await assertBroken(target, boom);
    },
  );

  check("signal aborted before the start: takes nothing", async () => {
    const [source, target] = pair();
    source.trySend(1);
    const options = { signal: AbortSignal.abort(boom), preventCancel: true };
    assertEquals((await start(source, target, options)).received, 0);
    assertEquals(source.drain(), [1]);
  });

  check(
    "target fails while idle: the source is aborted with its reason",
    async () => {
      const [source, target] = pair();
      const done = start(source, target);
      await tick();
      target.abort(boom);
      const report = await done;
      assertEquals([report.end, report.reason], ["cancelled", boom]);
      assertEquals(report.targets[0]?.gone, true);
      await assertBroken(source, boom);
    },
  );

  check(
    "target fails while a value waits for it: that is told of",
    async () => {
      const [source, target] = pair(10, 1);
      const discards: number[] = [];
      const onDiscard = ({ value }: Discard<number>) => discards.push(value);
      const done = start(source, target, { onDiscard });
      for (let n = 0; n < 2; n++) source.trySend(n);
      await tick();
      target.abort(boom);
      const report = await done;
      assertEquals([report.end, report.passed, report.undelivered], [
        "cancelled",
        1,
        1,
      ]);
      assertEquals([discards, report.targets[0]?.refused], [[1], 1]);
    },
  );

  check(
    "target closed by another: what it holds stays, the source is aborted",
    async () => {
      const [source, target] = pair();
      const done = start(source, target);
      source.trySend(1);
      await tick();
      target.close();
      source.trySend(2);
      const report = await done;
      assertEquals([report.end, report.passed, report.undelivered], [
        "cancelled",
        1,
        1,
      ]);
      assert(report.reason instanceof ChannelClosed);
      assertEquals(await collect(target), [1]);
      assert(source.closed);
    },
  );

  check(
    "preventClose, preventAbort and preventCancel keep channels open for others",
    async () => {
      const [first, target] = pair();
      first.close();
      await start(first, target, { preventClose: true });
      assert(!target.closed);
      const [second] = pair();
      second.abort(boom);
      await start(second, target, { preventAbort: true });
      assert(!target.closed);
      const [third] = pair();
      const cancelled = start(third, target, { preventCancel: true });
      await tick();
      target.abort(boom);
      await cancelled;
      assertEquals(third.stats().waitingReceivers, 0);
      third.trySend(1);
      assertEquals(third.drain(), [1]);
    },
  );

  check("what onDiscard throws fails the relay", async () => {
    const [source, target] = pair(10, 1);
    const onDiscard = () => {
      throw boom;
    };
    const done = start(source, target, { onDiscard });
    for (let n = 0; n < 2; n++) source.trySend(n);
    await tick();
    target.abort("gone");
    const { end, reason } = await done;
    assertEquals([end, reason], ["failed", boom]);
  });

  check("a target under drop-oldest or fail holds nobody up", async () => {
    for (
      const [whenFull, kept, figures] of [
        ["drop-oldest", [8, 9], { accepted: 10, refused: 0 }],
        ["drop-newest", [0, 1], { accepted: 10, refused: 0 }],
        ["fail", [0, 1], { accepted: 2, refused: 8 }],
      ] as const
    ) {
      const source = new Channel<number>({ capacity: 10 });
      const target = new Channel<number>({ capacity: 2, whenFull });
      for (let n = 0; n < 10; n++) source.trySend(n);
      source.close();
      const { passed, undelivered, targets: [report] } = await start(
        source,
        target,
      );
      assertEquals(await collect(target), [...kept]);
      assertEquals(
        { accepted: report!.accepted, refused: report!.refused },
        figures,
      );
      assertEquals([passed, undelivered], [figures.accepted, figures.refused]);
    }
  });

  check("leaves timers their turn, however many values there are", async () => {
    const circle = new Channel<number>({ capacity: 2 });
    circle.trySend(1);
    const stop = new AbortController();
    setTimeout(() => stop.abort(boom), 0);
    const { end, received } = await start(circle, circle, {
      signal: stop.signal,
    });
    assertEquals(end, "aborted");
    assert(received > 1);
  });

  check("streams stand in for channels, also in failure", async () => {
    const got: number[] = [];
    const sink = new WritableStream<number>({ write: (n) => void got.push(n) });
    const { end, passed } = await start(ReadableStream.from(range(20)), sink);
    assertEquals([end, passed, got], ["closed", 20, range(20)]);
    let cancelled: unknown;
    const endless = new ReadableStream<number>({
      pull: (controller) => controller.enqueue(1),
      cancel: (reason) => void (cancelled = reason),
    });
    const broken = new WritableStream<number>({
      write: () => Promise.reject(boom),
    });
    const report = await start(endless, broken);
    assertEquals([report.end, report.reason, cancelled], [
      "cancelled",
      boom,
      boom,
    ]);
    let aborted: unknown;
    const failing = new ReadableStream<number>({
      pull: () => Promise.reject(boom),
    });
    const told = new WritableStream<number>({
      abort: (reason) => void (aborted = reason),
    });
    assertEquals((await start(failing, told)).end, "failed");
    assertStrictEquals(aborted, boom);
  });
}

function pair(
  capacity = 10,
  targetCapacity = 10,
): [Channel<number>, Channel<number>] {
  return [new Channel({ capacity }), new Channel({ capacity: targetCapacity })];
}

async function sendAll(channel: Channel<number>, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await channel.send(n);
  channel.close();
}

async function collect<T>(channel: Channel<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of channel) values.push(value);
  return values;
}

async function assertBroken(
  channel: Channel<number>,
  reason: unknown,
): Promise<void> {
  const error = await assertRejects(() => channel.receive(), ChannelBroken);
  assertStrictEquals(error.cause, reason);
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}

/** Lets every microtask that is due run. */
function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
