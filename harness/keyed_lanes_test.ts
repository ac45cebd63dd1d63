import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { Channel } from "./channel.ts";
import { ChannelBroken } from "./errors.ts";
import { keyedLanes } from "./keyed_lanes.ts";
import type { Discard } from "./relay_options.ts";

Deno.test("keyedLanes() handles other keys while one is busy", async () => {
  const { gates, handle } = gated();
  const source = full(["a1", "a2", "b1", "c1"]);
  const order: string[] = [];
  const done = keyedLanes(source, {
    key: (value) => value[0],
    handle: async (value) => {
      order.push(value);
      if (value === "a1") await handle(value);
    },
  });
  await tick();
  assertEquals(order, ["a1", "b1", "c1"]);
  gates.get("a1")!.resolve();
  await done;
  assertEquals(order, ["a1", "b1", "c1", "a2"]);
});

Deno.test("keyedLanes() takes no more than concurrency and capacity allow", async () => {
  const { gates, handle } = gated();
  const source = full(["a1", "a2", "a3", "a4", "b1"]);
  const done = keyedLanes(source, {
    key: (value) => value[0],
    handle,
    concurrency: 2,
    capacity: 2,
  });
  await tick();
  assertEquals([[...gates.keys()], source.size], [["a1"], 2]);
  gates.get("a1")!.resolve();
  await tick();
  assertEquals([[...gates.keys()], source.size], [["a1", "a2"], 1]);
  for (const next of ["a2", "a3", "a4", "b1"]) {
    await tick();
    gates.get(next)!.resolve();
  }
  assertEquals((await done).passed, 5);
});

Deno.test("keyedLanes() with a handler that fails stops, lets the others end, and tells of what it held", async () => {
  const { gates, handle } = gated();
  const source = new Channel<string>();
  for (const value of ["a1", "a2", "b1", "b2"]) source.trySend(value);
  const told: Discard<string>[] = [];
  const onDiscard = (discard: Discard<string>) => told.push(discard);
  let ended = false;
  const done = keyedLanes(source, {
    key: (value) => value[0],
    handle,
    onDiscard,
  });
  done.then(() => ended = true);
  await tick();
  gates.get("a1")!.reject(boom);
  await tick();
  assert(!ended, "a handler was still running");
  await assertRejects(() => source.send("late"), ChannelBroken);
  gates.get("b1")!.resolve();
  const { end, reason, received, passed, failed, undelivered } = await done;
  assertEquals([end, reason], ["failed", boom]);
  assertEquals([received, passed, failed, undelivered], [4, 1, 1, 2]);
  assertEquals(told.map(({ value, why }) => `${value} ${why}`).sort(), [
    "a1 failed",
    "a2 undelivered",
    "b2 undelivered",
  ]);
});

Deno.test("keyedLanes() goes on with the next value of the key when told to", async () => {
  const order: string[] = [];
  const errors: unknown[] = [];
  const report = await keyedLanes(full(["a1", "a2", "a3"]), {
    key: (value) => value[0],
    handle: async (value) => {
      await tick();
      order.push(value);
      if (value === "a2") throw boom;
    },
    onError: "discard",
    onDiscard: ({ error }) => errors.push(error),
  });
  assertEquals([order, errors], [["a1", "a2", "a3"], [boom]]);
  assertEquals([report.end, report.passed, report.failed], ["closed", 2, 1]);
});

Deno.test("keyedLanes() treats a key that cannot be told as it does a failure", async () => {
  for (const onError of ["fail", "discard"] as const) {
    const key = (value: string) => {
      if (value === "bad") throw boom;
      return value;
    };
    const report = await keyedLanes(full(["good", "bad", "good"]), {
      key,
      handle: () => {},
      onError,
    });
    const discards = onError === "discard";
    assertEquals([report.end, report.passed, report.failed], [
      discards ? "closed" : "failed",
      discards ? 2 : 1,
      1,
    ]);
  }
});

Deno.test("keyedLanes() takes NaN for the same key as NaN", async () => {
  const { gates, handle } = gated();
  const done = keyedLanes(full(["a", "b"]), { key: () => NaN, handle });
  await tick();
  assertEquals([...gates.keys()], ["a"]);
  gates.get("a")!.resolve();
  await tick();
  gates.get("b")!.resolve();
  await done;
});

Deno.test("keyedLanes() ends by signal, source failure or close, idle and busy", async () => {
  for (const busy of [false, true]) {
    for (const event of ["abort", "fail", "close"] as const) {
      const { gates, handle } = gated();
      const stop = new AbortController();
      const source = new Channel<string>();
      const done = keyedLanes(source, {
        key: () => 1,
        handle,
        signal: stop.signal,
      });
      if (busy) { for (const value of ["a", "b"]) source.trySend(value); }
      await tick();
      if (event === "abort") stop.abort(boom);
      else if (event === "fail") source.abort(boom);
      else source.close();
      await tick();
      gates.get("a")?.resolve();
      await tick();
      gates.get("b")?.resolve();
      const report = await done;
      const ends = {
        abort: "aborted",
        fail: "failed",
        close: "closed",
      } as const;
      assertEquals([report.end, report.reason], [
        ends[event],
        event === "close" ? undefined : boom,
      ]);
      const both = event === "close" ? 2 : 1;
      assertEquals(
        [report.passed, report.undelivered],
        busy ? [both, 2 - both] : [0, 0],
      );
      assertEquals(source.stats().waitingReceivers, 0);
    }
  }
});

Deno.test("keyedLanes() that is aborted before it starts takes nothing", async () => {
  const source = full(["a"]);
  const signal = AbortSignal.abort(boom);
  const options = {
    key: () => 1,
    handle: () => {},
    signal,
    preventCancel: true,
  };
  const { end, received } = await keyedLanes(source, options);
  assertEquals([end, received, source.drain()], ["aborted", 0, ["a"]]);
});

Deno.test("keyedLanes() fails when onDiscard throws", async () => {
  const { end, reason } = await keyedLanes(full(["a", "b"]), {
    key: () => 1,
    handle: () => Promise.reject(new Error("first")),
    onError: "discard",
    onDiscard: () => {
      throw boom;
    },
  });
  assertEquals([end, reason], ["failed", boom]);
});

Deno.test("keyedLanes() leaves timers their turn, with handlers that return at once and later", async () => {
  for (
    const handle of [(n: number) => void n, (n: number) => Promise.resolve(n)]
  ) {
    const source = new Channel<number>({ capacity: 2 });
    const stop = new AbortController();
    setTimeout(() => stop.abort(boom), 0);
    source.trySend(1);
    const { end, passed } = await keyedLanes(source, {
      key: (n) => n,
      handle: (n) => {
        if (!source.closed) source.trySend(1);
        return handle(n);
      },
      signal: stop.signal,
    });
    assertEquals(end, "aborted");
    assert(passed > 1);
  }
});

Deno.test("keyedLanes() waits for its source once, however many handlers end meanwhile", async () => {
  const { gates, handle } = gated();
  const source = new Channel<string>();
  const done = keyedLanes(source, { key: (value) => value, handle });
  for (const value of ["a", "b"]) source.trySend(value);
  await tick();
  for (const value of ["a", "b"]) gates.get(value)!.resolve();
  await tick();
  assertEquals(source.stats().waitingReceivers, 1);
  source.close();
  assertEquals((await done).passed, 2);
});

Deno.test("keyedLanes() tells of the value that it was handed when it is aborted", async () => {
  const source = new Channel<string>();
  const stop = new AbortController();
  const lost: string[] = [];
  const onDiscard = ({ value }: Discard<string>) => lost.push(value);
  const done = keyedLanes(source, {
    key: () => 1,
    handle: () => {},
    signal: stop.signal,
    onDiscard,
  });
  await tick();
  source.trySend("a");
  stop.abort(boom);
  const { received, undelivered } = await done;
  assertEquals([received, undelivered, lost], [1, 1, ["a"]]);
});

Deno.test("keyedLanes() tells of what waits behind a handler before that handler ends", async () => {
  const { gates, handle } = gated();
  const lost: string[] = [];
  const stop = new AbortController();
  const onDiscard = ({ value }: Discard<string>) => lost.push(value);
  const done = keyedLanes(full(["a", "b"]), {
    key: () => 1,
    handle,
    signal: stop.signal,
    onDiscard,
  });
  await tick();
  stop.abort(boom);
  await tick();
  assertEquals(lost, ["b"]);
  gates.get("a")!.resolve();
  assertEquals((await done).passed, 1);
});

Deno.test("keyedLanes() leaves timers their turn while it works off what waited for one key", async () => {
  const stop = new AbortController();
  const source = new Channel<number>();
  for (let n = 0; n < 60; n++) source.trySend(n);
  source.close();
  const handle = (n: number) => {
    if (n === 0) return tick();
    if (n === 1) setTimeout(() => stop.abort(boom), 0);
    for (const until = performance.now() + 1; performance.now() < until;);
  };
  const report = await keyedLanes(source, {
    key: () => 1,
    handle,
    signal: stop.signal,
  });
  const { end, received, passed, undelivered } = report;
  assertEquals([end, received], ["aborted", 60]);
  assertEquals(passed + undelivered, 60);
  assert(undelivered > 0, "the timer never had a turn");
});

Deno.test("keyedLanes() reads a ReadableStream", async () => {
  const got: number[] = [];
  const report = await keyedLanes(ReadableStream.from([1, 2, 3]), {
    key: (n) => n,
    handle: (n) => void got.push(n),
  });
  assertEquals([report.end, got], ["closed", [1, 2, 3]]);
});

Deno.test("keyedLanes() that has ended leaves nothing behind at its signal", async () => {
  const { signal } = new AbortController();
  const removed: unknown[] = [];
  signal.removeEventListener = (type: string) => void removed.push(type);
  await keyedLanes(full(["a"]), { key: () => 1, handle: () => {}, signal });
  assertEquals(removed, ["abort"]);
});

Deno.test("keyedLanes() refuses bounds that are not integers of at least 1", () => {
  for (const bounds of [{ concurrency: 0 }, { capacity: 1.5 }]) {
    const source = new Channel<number>();
    const options = { key: () => 1, handle: () => {}, ...bounds };
    assertThrows(
      () => keyedLanes(source, options),
      RangeError,
      Object.keys(bounds)[0],
    );
  }
});

const boom = new Error("boom");

/** A handler that waits for a gate, one a value. */
function gated() {
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const handle = (value: string) => {
    const gate = Promise.withResolvers<void>();
    gates.set(value, gate);
    return gate.promise;
  };
  return { gates, handle };
}

function full(values: readonly string[]): Channel<string> {
  const channel = new Channel<string>();
  for (const value of values) channel.trySend(value);
  channel.close();
  return channel;
}

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
