import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
} from "@std/assert";
import { ChannelBroken, RequestFailed } from "./errors.ts";
import type { Message } from "./message.ts";
import type { WorkerTask } from "./port_worker_case.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, Double, IN, server, sink, source } from "./test_doubles.ts";
import { VirtualClock } from "./virtual_clock.ts";
import { PortChannel, type PortChannelOptions } from "./workers.ts";

Deno.test("a worker gets values and sends values, and hears of the end", async () => {
  using worker = start<unknown>("echo");
  const { channel } = worker;
  const values = Array.from(
    { length: 2000 },
    (_, n) => n % 7 ? n : { n, at: new Date(n) },
  );
  const sending = (async () => {
    for (const value of values) await channel.send(value);
    channel.close();
  })();
  assertEquals(await Array.fromAsync(channel), values);
  await Promise.all([sending, channel.ended]);
});

Deno.test("no more values are with a worker than it takes, until it receives one", async () => {
  using worker = start<number>("hold");
  const orders = new PortChannel<number>(worker.worker, { name: "orders" });
  const held: number[] = [];
  for (let n = 0; n < 100; n++) void worker.channel.send(n).catch(() => {});
  for (let n = 0; n < 20; n++) {
    await orders.send(n);
    held.push(await orders.receive());
    const { outgoing } = worker.channel.stats();
    assert(outgoing.received <= 8 + n + 1, `found ${outgoing.received} posted`);
  }
  assert(Math.max(...held) <= 8, `found ${held} there`);
  orders.close();
  const error = await assertRejects(
    () => worker.channel.receive(),
    ChannelBroken,
  );
  assertEquals(error.cause, "no more orders");
  await orders.ended;
});

Deno.test("a worker that fails its channel breaks it here, with its reason", async () => {
  using worker = start<number>("fail");
  await worker.channel.send(1);
  const error = await assertRejects(
    () => worker.channel.receive(),
    ChannelBroken,
  );
  assertInstanceOf(error.cause, TypeError);
  assertEquals(error.cause.message, "the worker gave up");
});

Deno.test("a worker that dies of an error breaks the channel here, both ways", async () => {
  using worker = start<number>("throw", { capacity: 2 });
  const waiting = Array.from({ length: 2000 }, () => worker.channel.send(1));
  const outcomes = Promise.allSettled(waiting);
  const error = await assertRejects(
    () => worker.channel.receive(),
    ChannelBroken,
  );
  assert(String(error.cause).includes("nobody caught it"), String(error.cause));
  assertEquals((await outcomes).at(-1)?.status, "rejected");
});

for (const task of ["exit", "spin"] as const) {
  Deno.test(`a worker that is silent (${task}) breaks the channel here`, async () => {
    const clock = new VirtualClock();
    using worker = start<number>(task, { silenceMs: 1000, clock });
    await worker.channel.send(1);
    assertEquals(await worker.channel.receive(), 1);
    await worker.channel.send(2);
    let isOver = false;
    const over = worker.channel.ended.then(() => isOver = true);
    while (!isOver) await clock.advance(100);
    await over;
    const error = await assertRejects(
      () => worker.channel.receive(),
      ChannelBroken,
    );
    const cause = String(error.cause);
    assert(cause.includes("found it silent for 1000 ms"), cause);
  });
}

Deno.test("what a worker cannot send fails there, and the channel goes on", async () => {
  using worker = start<unknown>("not cloneable");
  await worker.channel.send({ fine: true });
  assertEquals(await Array.fromAsync(worker.channel), ["DataCloneError"]);
});

Deno.test("connect() leads messages through a worker, and the ledger is exact", async () => {
  using worker = start<Message>("double messages");
  const got: unknown[] = [];
  const numbers = Array.from({ length: 500 }, (_, n) => n);
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", numbers))
    .registerComponent(sink("sink", got))
    .connect("numbers.out", "sink.in", { stream: worker.channel });
  await harness.run();
  assertEquals(got, numbers.map((n) => n * 2));
  const { ledger } = await harness.stop();
  assertEquals([ledger.balanced, ledger.dead, ledger.inHand], [true, 0, 0]);
  await worker.channel.ended;
});

Deno.test("a request can lead through a worker: who answers it is the component behind", async () => {
  using worker = start<Message>("double messages");
  const asker = client("asker");
  await using _harness = await connected(
    asker,
    server("answerer", (n: number) => n + 1),
    worker.channel,
  );
  const asked = Array.from(
    { length: 200 },
    (_, n) => asker.ask<number>("out", n),
  );
  assertEquals(
    await Promise.all(asked),
    Array.from({ length: 200 }, (_, n) => n * 2 + 1),
  );
});

Deno.test("a message that cannot be cloned becomes a dead letter, and the connection goes on", async () => {
  using worker = start<Message>("double messages");
  const asker = client("asker");
  await using harness = await connected(
    asker,
    server("answerer", (n: number) => n + 1),
    worker.channel,
  );
  const error = await assertRejects(
    () => asker.ask("out", () => 1),
    RequestFailed,
    "could not be cloned",
  );
  assertInstanceOf(error.cause, DOMException);
  assertEquals(await asker.ask("out", 4), 9);
  const [letter] = harness.deadLetters;
  assertEquals(harness.deadLetters.length, 1);
  assertEquals([letter?.component, letter?.port], ["answerer", "in"]);
  assertEquals((letter?.cause as Error).name, "DataCloneError");
  const { ledger } = await harness.stop();
  assertEquals([ledger.balanced, ledger.dead], [true, 1]);
});

Deno.test("a worker that fails breaks the connection on both sides", async () => {
  using worker = start<Message>("throw");
  const failures: unknown[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(
      new Double("numbers", {
        ports: { out: { direction: "out" } },
        process: async (self) => {
          for (;;) {
            await self.emit("out", 1).catch((error) =>
              Promise.reject(failures.push(error))
            );
          }
        },
      }),
    )
    .registerComponent(
      new Double("sink", {
        ports: IN,
        process: (self) =>
          self.answer({ in: () => {} }).catch((error) =>
            void failures.push(error)
          ),
      }),
    )
    .connect("numbers.out", "sink.in", { stream: worker.channel });
  await harness.run();
  assertEquals(failures.length, 2);
  for (const failure of failures) assertInstanceOf(failure, ChannelBroken);
});

Deno.test("messages that a worker did not take before it died become dead letters", async () => {
  using worker = start<Message>("throw", { capacity: 4 });
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", Array(100).keys()))
    .registerComponent(sink("sink", []))
    .connect("numbers.out", "sink.in", {
      stream: worker.channel,
      bufferSize: 4,
    });
  await harness.run();
  const { ledger } = await harness.stop();
  // It dies of the first one, which it has taken; the platform may not let it say so.
  assertEquals(
    harness.deadLetters.map(({ message }) => Number(message.data))
      .filter((n) => n > 0).toSorted((a, b) => a - b),
    Array.from({ length: ledger.accepted - 1 }, (_, n) => n + 1),
  );
  assertEquals([ledger.balanced, ledger.dropped], [true, 0]);
});

/** A worker with one task, and the channel of that name to it. */
function start<T>(task: WorkerTask, options: PortChannelOptions = {}) {
  const url = new URL("port_worker_case.ts", import.meta.url);
  const worker = new Worker(url, { type: "module", name: task });
  const channel = new PortChannel<T>(worker, { name: task, ...options });
  return {
    worker,
    channel,
    [Symbol.dispose]() {
      channel.abort("the test is over");
      worker.terminate();
    },
  };
}

async function connected(
  asker: Double,
  answerer: Double,
  stream: PortChannel<Message>,
): Promise<SystemExecutionHarness> {
  const harness = new SystemExecutionHarness()
    .registerComponent(asker)
    .registerComponent(answerer)
    .connect("asker.out", "answerer.in", { type: "request_reply", stream });
  await harness.start();
  return harness;
}
