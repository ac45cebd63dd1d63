/**
 * What becomes of messages on their way to another thread when the channel to it fails: each was taken
 * over there, came out here, or is a dead letter; none is two of these.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import type { Message } from "./message.ts";
import { close, quiet } from "./port_doubles.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { Double, IN, OUT, sink } from "./test_doubles.ts";
import { PortChannel, withData } from "./workers.ts";

const boom = new Error("out of memory");

Deno.test("messages that the other side never took become dead letters when it fails", async () => {
  const { harness, there, sent } = await started({ capacity: 4 });
  while (sent.length < FULL) await quiet();
  there.abort(boom);
  await stopped(harness);
  assertEquals(dataOf(harness), sent);
  for (const { cause, connection, attempt } of harness.deadLetters) {
    assertEquals([(cause as Error).message, connection, attempt], [
      "out of memory",
      "source.out -> sink.in",
      1,
    ]);
  }
});

for (const who of ["here", "there"] as const) {
  for (const capacity of [2, 5, 512]) {
    Deno.test(`messages that the other side took are no dead letters (failure ${who}, capacity ${capacity})`, async () => {
      const system = await started({ capacity });
      const { harness, there, sent } = system;
      const taken: unknown[] = [];
      for (let n = 0; n < 7; n++) taken.push((await there.receive()).data);
      await quiet();
      system[who].abort(boom);
      await stopped(harness);
      assertEquals([...taken, ...dataOf(harness)], sent);
    });
  }
}

for (
  const [way, take] of Object.entries({
    loop: async (side: PortChannel<Message>, take: (data: unknown) => void) => {
      for await (const { data } of side) {
        take(data);
        if (data === 4) break;
      }
    },
    stream: async (
      side: PortChannel<Message>,
      take: (data: unknown) => void,
    ) => {
      const reader = side.readable.getReader();
      for (let n = 0; n < 5; n++) take((await reader.read()).value?.data);
      reader.releaseLock();
    },
    "tryReceive()": async (
      side: PortChannel<Message>,
      take: (data: unknown) => void,
    ) => {
      for (let n = 0; n < 5;) {
        const message = side.tryReceive();
        if (message) take((n++, message.data));
        else await quiet();
      }
    },
  })
) {
  Deno.test(`it is known to the message what the other side took (${way})`, async () => {
    const { harness, here, there, sent } = await started({ capacity: 20 });
    const taken: unknown[] = [];
    await take(there, (data) => taken.push(data));
    await quiet();
    here.abort(boom);
    await stopped(harness);
    assertEquals([...taken, ...dataOf(harness)], sent);
  });
}

Deno.test("what came back and nobody here received becomes a dead letter", async () => {
  const got: unknown[] = [];
  const gate = Promise.withResolvers<void>();
  const { harness, here, there, sent } = await started({
    capacity: 6,
    bufferSize: 2,
    process: async (self) => {
      for await (const { data } of self.receiveStreams.get("in")![0]!) {
        got.push(data);
        await gate.promise;
      }
    },
  });
  const back: unknown[] = [];
  const doubling = (async () => {
    for await (const message of there) {
      const data = Number(message.data) + 0.5;
      await there.send(withData(message, data));
      back.push(data);
    }
  })().catch(() => {});
  while (back.length < 8) await quiet();
  there.abort(boom);
  await there.ended;
  await here.ended;
  await quiet();
  gate.resolve();
  await stopped(harness);
  await doubling;
  const ids = harness.deadLetters.map(({ message }) => message.id);
  assertEquals(new Set(ids).size, ids.length);
  const accounted = [...got, ...dataOf(harness)].map((n) =>
    Math.floor(Number(n))
  );
  // What they had in hand over there when it failed is theirs.
  const inHandThere = sent.filter((n) => !accounted.includes(Number(n)));
  assert(inHandThere.length <= 1 + 6, `found ${inHandThere} missing`);
  const came = dataOf(harness).filter((n) => !Number.isInteger(n));
  assert(came.length >= 3, `found ${came} of what came back`);
});

Deno.test("messages accepted for the other side are not lost when one of them cannot be cloned after all", async () => {
  let reads = 0;
  const shy = {
    get value() {
      return reads++ < 1 ? 1 : () => {};
    },
  };
  const { harness, sent } = await started({
    capacity: 4,
    values: [0, 1, shy, 3],
  });
  await stopped(harness);
  assertEquals(harness.deadLetters.length, sent.length);
});

Deno.test("nothing is lost when the receiver fails while the other side takes nothing", async () => {
  const gate = Promise.withResolvers<void>();
  const { harness, there, sent } = await started({
    capacity: 4,
    process: () => gate.promise,
  });
  while (sent.length < FULL) await quiet();
  gate.reject(boom);
  await stopped(harness);
  await there.ended;
  assertEquals(dataOf(harness), sent);
});

Deno.test("a channel that ends in good order leaves no dead letters", async () => {
  const got: unknown[] = [];
  const { port1, port2 } = new MessageChannel();
  const here = new PortChannel<Message>(port1, { capacity: 4 });
  const there = new PortChannel<Message>(port2, { capacity: 4 });
  const harness = new SystemExecutionHarness()
    .registerComponent(source([1, 2, 3], []))
    .registerComponent(sink("sink", got))
    .connect("source.out", "sink.in", { stream: here });
  await harness.start();
  for await (const message of there) await there.send(message);
  await close(here, there);
  here.abort(boom);
  const { deadLetters } = await harness.stop();
  assertEquals([got, deadLetters], [[1, 2, 3], 0]);
});

/** Sends values for as long as it is accepted, and notes what was. */
function source(values: Iterable<unknown>, sent: unknown[]): Double {
  return new Double("source", {
    ports: OUT,
    process: async (self) => {
      for (const value of values) {
        if (self.signal.aborted) return;
        try {
          await self.emit("out", value);
        } catch {
          return;
        }
        sent.push(value);
      }
    },
  });
}

/** A system with a connection through another side, of which nobody receives yet. */
async function started(options: {
  readonly capacity: number;
  readonly bufferSize?: number;
  readonly values?: readonly unknown[];
  readonly process?: (self: Double) => Promise<void>;
}) {
  const { capacity, bufferSize = 4 } = options;
  const { values = Array.from({ length: 50 }, (_, n) => n) } = options;
  const { process = (self) => self.answer({ in: () => {} }) } = options;
  const { port1, port2 } = new MessageChannel();
  const here = new PortChannel<Message>(port1, { capacity });
  const there = new PortChannel<Message>(port2, { capacity });
  const sent: unknown[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(source(values, sent))
    .registerComponent(new Double("sink", { ports: IN, process }))
    .connect("source.out", "sink.in", { stream: here, bufferSize });
  await harness.start();
  return { harness, here, there, sent };
}

/** Waits until the harness has stopped: nothing was dropped, and every channel adds up. */
async function stopped(harness: SystemExecutionHarness): Promise<void> {
  await quiet();
  const { ledger, abandoned } = await harness.stop();
  assertEquals([ledger.dropped, ledger.balanced, abandoned], [0, true, []]);
}

function dataOf(harness: SystemExecutionHarness): unknown[] {
  return harness.deadLetters.map(({ message }) => message.data)
    .toSorted((a, b) => Number(a) - Number(b));
}

/** Values that are accepted when nobody receives at the other side, with a capacity of 4 everywhere. */
const FULL = 13;
