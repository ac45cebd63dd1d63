import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import { ChannelBroken, ChannelClosed } from "./errors.ts";
import { VirtualClock } from "./virtual_clock.ts";
import { PortChannel } from "./workers.ts";

import { close, pair, plainPorts, quiet } from "./port_doubles.ts";
Deno.test("values go both ways in order, and each way ends by itself", async () => {
  const { here, there } = pair<number>();
  for (let n = 0; n < 1000; n++) {
    await here.send(n);
    assertEquals(await there.receive(), n);
  }
  here.close();
  assertEquals(await Array.fromAsync(there), []);
  await assertRejects(() => here.send(1), ChannelClosed);
  assertThrows(() => here.trySend(1), ChannelClosed);
  await there.send(1);
  there.close();
  assertEquals(await Array.fromAsync(here), [1]);
  await Promise.all([here.ended, there.ended]);
  assertEquals([here.closed, there.closed], [true, true]);
});

Deno.test("what was sent before close() is delivered, also by senders that wait", async () => {
  const { here, there } = pair<number>({ capacity: 2 });
  const numbers = Array.from({ length: 100 }, (_, n) => n);
  const sent = numbers.map((n) => here.send(n));
  here.close();
  there.close();
  assertEquals(await Array.fromAsync(there), numbers);
  await Promise.all([...sent, here.ended, there.ended]);
});

for (const capacity of [2, 3, 8, 101]) {
  Deno.test(`a sender waits while ${capacity} values are with the other side`, async () => {
    const { here, there, posted } = pair<number>({ capacity });
    const sent: number[] = [];
    const sending = (async () => {
      for (let n = 0; n < 5 * capacity; n++) {
        await here.send(n);
        sent.push(n);
      }
      here.close();
    })();
    const seen: number[] = [];
    while (seen.length < 5 * capacity) {
      await quiet();
      assert(
        posted("values") - seen.length <= capacity,
        `found ${posted("values")} there`,
      );
      assert(
        sent.length - seen.length <= 2 * capacity,
        `found ${sent.length} sent`,
      );
      const value = there.tryReceive();
      assert(value !== undefined, "found nothing, wanted the next value");
      seen.push(value);
    }
    assertEquals(seen, Array.from({ length: 5 * capacity }, (_, n) => n));
    await sending;
    there.close();
    await Promise.all([here.ended, there.ended]);
  });
}

Deno.test("values that are ready together are posted together", async () => {
  const { here, there, frames } = pair<number>();
  await quiet();
  for (let n = 0; n < 100; n++) assertEquals(here.trySend(n), true);
  for (let n = 0; n < 100; n++) await there.receive();
  assertEquals(frames("values").length, 1);
  await close(here, there);
});

Deno.test("while others are with the other side, values gather until it has taken those", async () => {
  const { here, there, frames } = pair<number>();
  await quiet();
  await here.send(0);
  // In one go: an awaited send may resolve a turn later, when the first was answered already.
  for (let n = 1; n < 60; n++) assertEquals(here.trySend(n), true);
  for (let n = 0; n < 60; n++) assertEquals(await there.receive(), n);
  assertEquals(frames("values").map((frame) => (frame[3] as number[]).length), [
    1,
    59,
  ]);
  here.abort("over");
  await there.ended;
});

Deno.test("ended waits until everything has found a place at the other side", async () => {
  const { here, there, frames } = pair<number>({ capacity: 2 });
  for (let n = 0; n < 2; n++) await here.send(n);
  here.close();
  there.close();
  await quiet();
  assertEquals([frames("values").length > 0, frames("end").length], [true, 0]);
  assertEquals(await Array.fromAsync(there), [0, 1]);
  await here.ended;
  assertEquals(frames("end").length, 1);
});

Deno.test("trySend() and tryReceive() do not wait", async () => {
  const { here, there } = pair<number>({ capacity: 2 });
  assertEquals([1, 2, 3].map((n) => here.trySend(n)), [true, true, false]);
  assertEquals(there.tryReceive(), undefined);
  await quiet();
  assertEquals(there.tryReceive(), 1);
  assertEquals(here.stats().outgoing.state, "open");
  assertEquals(there.stats().incoming.received, 1);
  here.abort("over");
});

for (const who of ["the sender", "the receiver"] as const) {
  Deno.test(`abort() by ${who} fails both sides, both ways, with its reason`, async () => {
    const { here, there } = pair<number>({ capacity: 2 });
    const waits = [
      here.receive(),
      Array.fromAsync(there).then(() => there.receive()),
      Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => here.send(n))),
    ].map((wait) => wait.then(() => undefined, (error) => error));
    await quiet();
    const reason = new RangeError("a reason");
    (who === "the sender" ? here : there).abort(reason);
    await Promise.all([here.ended, there.ended]);
    for (const error of await Promise.all(waits)) {
      assertInstanceOf(error, ChannelBroken);
      assertInstanceOf(error.cause, RangeError);
      assertEquals(error.cause.message, "a reason");
    }
    for (const side of [here, there]) {
      await assertRejects(() => side.send(1), ChannelBroken);
      await assertRejects(() => side.receive(), ChannelBroken);
      side.abort("again");
      side.close();
    }
  });
}

Deno.test("a reason that cannot be cloned arrives as text", async () => {
  const { here, there } = pair<number>();
  here.abort(Symbol("why"));
  const error = await assertRejects(() => there.receive(), ChannelBroken);
  assertEquals(String(error.cause), "Error: Symbol(why)");
});

Deno.test("abort() after one way has ended fails the other way", async () => {
  const { here, there } = pair<number>();
  here.close();
  assertEquals(await Array.fromAsync(there), []);
  here.abort(new Error("a reason"));
  await assertRejects(() => here.receive(), ChannelBroken);
  await there.ended;
  await assertRejects(() => there.send(1), ChannelBroken);
  await assertRejects(() => there.receive(), ChannelClosed);
});

Deno.test("cancelling the readable, or aborting the writable, fails both sides", async () => {
  for (
    const end of [
      (side: PortChannel<number>) =>
        side.readable.cancel(new Error("a reason")),
      (side: PortChannel<number>) => side.writable.abort(new Error("a reason")),
    ]
  ) {
    const { here, there } = pair<number>();
    const writer = there.writable.getWriter();
    await writer.write(1);
    await end(here);
    await assertRejects(() => writer.closed, Error, "a reason");
    await assertRejects(() => there.receive(), ChannelBroken);
  }
});

Deno.test("it is a transform stream: pipes go through, wait while it is full, and end", async () => {
  const { here, there } = pair<number>({ capacity: 2 });
  const doubling = (async () => {
    for await (const n of there) await there.send(n * 2);
    there.close();
  })();
  const numbers = Array.from({ length: 50 }, (_, n) => n);
  const doubled = ReadableStream.from(numbers).pipeThrough(here);
  assertEquals(await Array.fromAsync(doubled), numbers.map((n) => n * 2));
  await Promise.all([doubling, here.ended, there.ended]);
});

Deno.test("a writer that waits for room is freed by its abort", async () => {
  const { here, there } = pair<number>({ capacity: 2 });
  const writer = here.writable.getWriter();
  const writes = Array.from(
    { length: 9 },
    (_, n) => writer.write(n).catch((error) => error),
  );
  await quiet();
  await writer.abort(new Error("a reason"));
  assertEquals((await Promise.all(writes)).at(-1)?.message, "a reason");
  await there.ended;
});

Deno.test("channels of other names, and messages of yours, share the port", async () => {
  const { port1, port2 } = new MessageChannel();
  const names = ["a", "b"];
  const [a1, b1] = names.map((name) =>
    new PortChannel<string>(port1, { name })
  );
  const [a2, b2] = names.map((name) =>
    new PortChannel<string>(port2, { name })
  );
  const foreign: unknown[] = [];
  port2.addEventListener("message", ({ data }) => {
    if (!Array.isArray(data) || data[0] !== "autocoder/port/1") {
      foreign.push(data);
    }
  });
  for (const value of ["hello", ["autocoder"], null]) port1.postMessage(value);
  await Promise.all([a1!.send("for a"), b1!.send("for b")]);
  assertEquals([await a2!.receive(), await b2!.receive()], ["for a", "for b"]);
  assertEquals(foreign, ["hello", ["autocoder"], null]);
  await close(a1!, a2!);
  await b2!.send("still open");
  assertEquals(await b1!.receive(), "still open");
  await close(b1!, b2!);
});

Deno.test("new PortChannel() refuses what it cannot be", () => {
  const { port1, port2 } = new MessageChannel();
  for (const capacity of [1, 0, -1, 2.5, NaN]) {
    assertThrows(
      () => new PortChannel(port1, { capacity }),
      RangeError,
      "wanted an integer of at least 2",
    );
  }
  assertThrows(
    () => new PortChannel(port1, { silenceMs: -1 }),
    RangeError,
    "port",
  );
  const open = new PortChannel(port1);
  assertThrows(
    () => new PortChannel(port1),
    TypeError,
    "found one of that name open",
  );
  open.abort("over");
  port2.close();
});

Deno.test("nothing is lost when the other side opens late", async () => {
  const [port1, port2] = plainPorts();
  const here = new PortChannel<number>(port1);
  await here.send(1);
  await quiet(); // what came so far found nobody, as in a worker that is not ready
  const there = new PortChannel<number>(port2);
  await there.send(await there.receive() + 1);
  assertEquals(await here.receive(), 2);
  await close(here, there);
});

Deno.test("silenceMs fails the channel when nobody answers, and not before", async () => {
  const clock = new VirtualClock();
  const { port1, port2 } = new MessageChannel();
  const here = new PortChannel<number>(port1, { silenceMs: 100, clock });
  const there = new PortChannel<number>(port2);
  const received = here.receive();
  for (let i = 0; i < 20; i++) {
    await clock.advance(50);
    await quiet();
  }
  await there.send(1);
  assertEquals(await received, 1);
  port2.close();
  const failed = assertRejects(() => here.receive(), ChannelBroken);
  for (let i = 0; i < 4; i++) {
    await clock.advance(50);
    await quiet();
  }
  const { cause } = await failed;
  assertEquals(
    String(cause),
    'Error: Cannot reach the other side of "port": found it silent for 100 ms',
  );
  assertEquals(clock.pending, 0);
});

Deno.test("disposing of a side fails what has not ended", async () => {
  const clock = new VirtualClock();
  const { here, there } = pair<number>({ silenceMs: 100, clock });
  {
    await using _side = here;
  }
  const error = await assertRejects(() => there.receive(), ChannelBroken);
  assertEquals((error.cause as Error).message, 'channel "port" was disposed');
  assertEquals(clock.pending, 0);
});

Deno.test("leaving a loop leaves the channel open", async () => {
  const { here, there } = pair<number>();
  for (const n of [1, 2, 3]) await here.send(n);
  for await (const n of there) {
    assertEquals(n, 1);
    break;
  }
  assertEquals([await there.receive(), await there.receive()], [2, 3]);
  assertStrictEquals(there.readable, there.readable);
  assertStrictEquals(there.writable, there.writable);
  await close(here, there);
});
