import { assert, assertEquals, assertMatch } from "@std/assert";
import { Channel } from "./channel.ts";
import { createMessage, type Message } from "./message.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, Double, IN, server, sink, source } from "./test_doubles.ts";
import { VirtualClock } from "./virtual_clock.ts";

type MessageStream = TransformStream<Message, Message>;

Deno.test("connect() takes any TransformStream: messages go through it", async () => {
  const got: unknown[] = [];
  const seen: unknown[] = [];
  const stream: MessageStream = new TransformStream({
    transform: (message, controller) => {
      seen.push(message.data);
      if (message.data !== 2) controller.enqueue(message);
    },
  });
  const { harness } = through(stream, [1, 2, 3], got);
  await harness.run();
  assertEquals([seen, got], [[1, 2, 3], [1, 3]]);
  const { ledger } = await harness.stop();
  assertEquals([ledger.balanced, ledger.queued, ledger.inHand], [true, 0, 0]);
});

Deno.test("connect() uses a Channel as it is", async () => {
  const channel = new Channel<Message>({ capacity: 3, whenFull: "fail" });
  const { harness } = through(channel, [1], []);
  assertEquals(harness.channels, [channel]);
  assertEquals(harness.describe().connections[0]?.bufferSize, 3);
  await harness.run();
  assertEquals(channel.stats().acknowledged, 1);
});

Deno.test("a stream that fails breaks its connection on both sides", async () => {
  const stream: MessageStream = new TransformStream({
    transform: () => {
      throw new Error("bad stream");
    },
  });
  const { harness } = through(stream, Array(1000).fill(0), []);
  await harness.run();
  const { components } = harness.health();
  assertEquals(components.map(({ state }) => state), ["error", "error"]);
  for (const { lastError } of components) {
    assertMatch(lastError ?? "", /its other side failed/);
  }
});

Deno.test("what is queued on either side of a stream when it fails becomes dead letters", async () => {
  const gate = Promise.withResolvers<void>();
  const stream: MessageStream = new TransformStream({
    transform: async (message, controller) => {
      if (message.data === 5) {
        await gate.promise;
        throw new Error("bad stream");
      }
      controller.enqueue(message);
    },
  });
  const got: unknown[] = [];
  const values = Array.from({ length: 20 }, (_, n) => n);
  const harness = new SystemExecutionHarness()
    .registerComponent(source("source", values))
    .registerComponent(
      new Double("slow", {
        ports: IN,
        process: async (self) => {
          for await (const { data } of self.receiveStreams.get("in")![0]!) {
            got.push(data);
            await gate.promise;
          }
        },
      }),
    )
    .connect("source.out", "slow.in", { stream });
  await harness.start();
  const [outbound, inbound] = harness.channels;
  while (outbound!.size < 14 || inbound!.size < 4) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  gate.resolve();
  const { ledger } = await harness.stop();
  const dead = harness.deadLetters.map(({ message }) => message.data);
  assertEquals(
    [...got, ...dead].toSorted((a, b) => Number(a) - Number(b)),
    values,
  );
  assertEquals([ledger.balanced, ledger.dropped], [true, 0]);
});

Deno.test("a stream that fails while nothing passes breaks its connection", async () => {
  let fail = (_error: Error) => {};
  const stream: MessageStream = {
    readable: new ReadableStream(),
    writable: new WritableStream({
      start: (controller) => {
        fail = (error) => controller.error(error);
      },
    }),
  };
  await using harness = new SystemExecutionHarness()
    .registerComponent(client("source"))
    .registerComponent(sink("sink", []))
    .connect("source.out", "sink.in", { stream });
  fail(new Error("gone"));
  await harness.start();
  const isBroken = () =>
    harness.channels.every((channel) => channel.stats().state === "broken");
  for (let i = 0; i < 100 && !isBroken(); i++) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  assert(isBroken());
});

Deno.test("a stream that yields something else than messages breaks its connection", async () => {
  const stream: MessageStream = new TransformStream({
    transform: (_message, controller) =>
      controller.enqueue("text" as unknown as Message), // the mistake to be caught
  });
  const { harness, sink } = through(stream, [1], []);
  await harness.run();
  assertMatch(
    String(Reflect.get(sink.status.lastError ?? {}, "cause")),
    /found string/,
  );
});

Deno.test("stop() before start() does not wait for a stream between two components", async () => {
  const clock = new VirtualClock();
  const harness = new SystemExecutionHarness({ clock })
    .registerComponent(source("source", [1]))
    .registerComponent(sink("sink", []))
    .connect("source.out", "sink.in", { stream: new TransformStream() });
  const { durationMs } = await harness.stop(); // nobody moves the clock
  assertEquals(durationMs, 0);
});

Deno.test("a stream may make messages of its own", async () => {
  const got: unknown[] = [];
  const stream: MessageStream = new TransformStream({
    transform: ({ data, source }, controller) =>
      controller.enqueue(createMessage({ data: [data, data], source })),
  });
  const { harness } = through(stream, [1], got);
  await harness.run();
  assertEquals(got, [[1, 1]]);
});

Deno.test("requests are answered through a stream", async () => {
  const asker = client("asker");
  await using harness = new SystemExecutionHarness()
    .registerComponent(asker)
    .registerComponent(server("answerer", (n: number) => n + 1))
    .connect("asker.out", "answerer.in", {
      type: "request_reply",
      stream: new TransformStream<Message, Message>(),
    });
  await harness.start();
  assertEquals(await asker.ask("out", 1), 2);
});

function through(
  stream: MessageStream,
  values: readonly unknown[],
  into: unknown[],
) {
  const receiver = sink("sink", into);
  const harness = new SystemExecutionHarness()
    .registerComponent(source("source", values))
    .registerComponent(receiver)
    .connect("source.out", "sink.in", { stream });
  return { harness, sink: receiver };
}

Deno.test("a message that a stream has made anew is taken in, with its identifier, time and trace", async () => {
  const put: string[][] = [];
  const stream: MessageStream = new TransformStream({
    transform(message, controller) {
      put.push([message.id, message.time]);
      controller.enqueue(JSON.parse(JSON.stringify(message)));
    },
  });
  const received = Promise.withResolvers<Message>();
  const harness = new SystemExecutionHarness();
  const sender = client(
    "sender",
    (self) => self.emit("out", { n: 1 }, { traceparent: TRACE }),
  );
  harness.registerComponent(sender)
    .registerComponent(
      new Double("receiver", {
        ports: IN,
        process: (self) =>
          self.answer({
            in: (_: unknown, message: Message) => {
              received.resolve(message);
            },
          }),
      }),
    )
    .connect("sender.out", "receiver.in", { stream });
  await harness.start();
  const { id, time, source, data, traceparent } = await received.promise;
  assertEquals([source, data, traceparent], ["sender.out", { n: 1 }, TRACE]);
  assertEquals(put, [[id, time]]);
  const names = harness.metrics().channels.map(({ name }) => name);
  assertEquals(new Set(names).size, names.length);
  const { ledger } = await harness.stop();
  assertEquals(ledger.balanced, true);
});

const TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
