import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { Channel } from "./channel.ts";
import { UnknownPort } from "./errors.ts";
import type { DeadLetter } from "./dead_letter.ts";
import type { Message } from "./message.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import {
  client,
  Double,
  IN,
  OUT,
  server,
  sink,
  source,
} from "./test_doubles.ts";

const range = (length: number) => Array.from({ length }, (_, i) => i);

Deno.test("send() and serve() carry values through a chain, in order", async () => {
  const got: unknown[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", range(1000)))
    .registerComponent(
      server("double", (n: number, self) => self.emit("out", n * 2)),
    )
    .registerComponent(sink("sink", got))
    .connect("numbers.out", "double.in", { bufferSize: 3 })
    .connect("double.out", "sink.in", { bufferSize: 2 });
  await harness.run();
  assertEquals(got, range(1000).map((n) => n * 2));
  assertEquals(harness.state, "stopped");
});

Deno.test("send() broadcasts to every connection of a port, each by its own channel", async () => {
  const left: unknown[] = [], right: unknown[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", range(50)))
    .registerComponent(sink("left", left))
    .registerComponent(sink("right", right))
    .connect("numbers.out", "left.in", { bufferSize: 1 })
    .connect("numbers.out", "right.in", { bufferSize: 10 });
  await harness.run();
  assertEquals([left, right], [range(50), range(50)]);
  assertEquals(harness.channels.map((channel) => channel.stats().sent), [
    50,
    50,
  ]);
});

Deno.test("send() goes on when one branch is gone: its copy becomes a dead letter", async () => {
  const got: unknown[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", [1, 2]))
    .registerComponent(
      new Double("leaver", { ports: IN, process: () => Promise.resolve() }),
    )
    .registerComponent(sink("sink", got))
    .connect("numbers.out", "leaver.in")
    .connect("numbers.out", "sink.in");
  await harness.run();
  assertEquals(got, [1, 2]);
  const letters = harness.deadLetters;
  assertEquals(letters.map(({ message }) => message.data), [1, 2]);
});

Deno.test("send() rejects for a port that is not declared, an in port, or one not connected", async () => {
  const component = client("a");
  const other = new Double("b", { ports: IN });
  await assertRejects(() => other.emit("in", 1), UnknownPort, "no harness");
  await using harness = new SystemExecutionHarness()
    .registerComponent(component)
    .registerComponent(other);
  await harness.start();
  await assertRejects(
    () => component.emit("output", 1),
    UnknownPort,
    'wanted "out"',
  );
  await assertRejects(() => component.emit("out", 1), UnknownPort);
  await assertRejects(() => component.ask("out", 1), UnknownPort);
  await assertRejects(() => other.emit("in", 1), UnknownPort);
});

Deno.test("serve() merges the connections of a port fairly: none waits for another to be empty", async () => {
  const got: string[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(source("a", Array(90).fill("a")))
    .registerComponent(source("b", Array(90).fill("b")))
    .registerComponent(
      new Double("sink", {
        ports: IN,
        process: async (self) => {
          const full = () =>
            self.receiveStreams.get("in")?.every((c) => c.size === 90);
          // Not in microtasks: a send that yields its turn would never come to its end.
          while (!full()) await new Promise((wake) => setTimeout(wake, 0));
          await self.answer({ in: (value: string) => void got.push(value) });
        },
      }),
    )
    .connect("a.out", "sink.in")
    .connect("b.out", "sink.in");
  await harness.run();
  assertEquals(got.length, 180);
  assert(got.slice(0, 40).includes("a") && got.slice(0, 40).includes("b"));
});

Deno.test("serve() holds at most so many messages in hand, and takes more as they end", async () => {
  let inHand = 0, most = 0;
  const three = Promise.withResolvers<void>();
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", range(20)))
    .registerComponent(server("slow", async () => {
      most = Math.max(most, ++inHand);
      if (inHand === 3) three.resolve();
      await three.promise;
      inHand--;
    }, 3))
    .connect("numbers.out", "slow.in");
  await harness.run();
  assertEquals([most, inHand], [3, 0]);
});

Deno.test("serve() with a concurrency of 1 handles strictly one after another", async () => {
  const order: string[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", [1, 2, 3]))
    .registerComponent(server("slow", async (n: number) => {
      order.push(`${n} begins`);
      await Promise.resolve();
      order.push(`${n} ends`);
    }, 1))
    .connect("numbers.out", "slow.in");
  await harness.run();
  assertEquals(
    order,
    [1, 2, 3].flatMap((n) => [`${n} begins`, `${n} ends`]),
  );
});

Deno.test("serve() serves several ports at once, one handler a port", async () => {
  const got: string[] = [];
  const ports = {
    left: { direction: "in" },
    right: { direction: "in" },
  } as const;
  const gate = Promise.withResolvers<void>();
  const harness = new SystemExecutionHarness()
    .registerComponent(source("a", ["a"]))
    .registerComponent(source("b", ["b"]))
    .registerComponent(
      new Double("both", {
        ports,
        process: (self) =>
          self.answer({
            left: async (value: string) => {
              await gate.promise;
              got.push(value);
            },
            right: (value: string) => {
              got.push(value);
              gate.resolve();
            },
          }),
      }),
    )
    .connect("a.out", "both.left")
    .connect("b.out", "both.right");
  await harness.run();
  assertEquals(got, ["b", "a"]);
});

Deno.test("serve() hands over the envelope with the sender's port", async () => {
  let seen: Message<never> | undefined;
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", [1]))
    .registerComponent(
      new Double("sink", {
        ports: IN,
        process: (self) =>
          self.answer({ in: (_data, message) => void (seen = message) }),
      }),
    )
    .connect("numbers.out", "sink.in");
  await harness.run();
  assertEquals([seen?.source, seen?.type], ["numbers.out", "message"]);
});

for (const kind of ["throws", "rejects"] as const) {
  Deno.test(`serve() makes a dead letter when a handler ${kind}, and goes on`, async () => {
    const boom = new Error("boom");
    const harness = new SystemExecutionHarness()
      .registerComponent(source("numbers", [1, 2, 3]))
      .registerComponent(server("picky", (n: number) => {
        if (n !== 2) return;
        if (kind === "throws") throw boom;
        return Promise.reject(boom);
      }))
      .connect("numbers.out", "picky.in");
    await harness.run();
    const [letter, ...rest] = harness.deadLetters;
    assertEquals(rest, []);
    assertStrictEquals(letter?.cause, boom);
    const { component, port, attempt, message } = letter;
    assertEquals([component, port, attempt, message.data], [
      "picky",
      "in",
      1,
      2,
    ]);
    const { received, failed, errorCount } = harness.metrics().components[1]!;
    assertEquals([received, failed, errorCount], [3, 1, 1]);
    const [channel] = harness.metrics().channels;
    assertEquals([channel?.acknowledged, channel?.dead], [2, 1]);
  });
}

Deno.test("serve() sends failed messages to the error port where that is connected", async () => {
  const failures: DeadLetter[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", range(5)))
    .registerComponent(
      new Double("picky", {
        ports: { ...IN, error: { direction: "out" } },
        process: (self) =>
          self.answer({
            in: (n: number) => {
              throw new Error(`no ${n}`);
            },
          }),
      }),
    )
    .registerComponent(sink("failures", failures))
    .connect("numbers.out", "picky.in")
    .connect("picky.error", "failures.in", {
      type: "error_stream",
      bufferSize: 1,
    });
  await harness.run();
  assertEquals(failures.map(({ message }) => message.data), range(5));
  assertEquals(harness.deadLetters, []);
  assertEquals(harness.metrics().channels[0]?.acknowledged, 5);
});

Deno.test("serve() makes a dead letter of a message that the error port refuses", async () => {
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", [1]))
    .registerComponent(
      new Double("picky", {
        ports: { ...IN, error: { direction: "out" } },
        process: (self) => {
          self.sendStreams.get("error")?.[0]?.close();
          return self.answer({
            in: () => {
              throw new Error("no");
            },
          });
        },
      }),
    )
    .registerComponent(sink("failures", []))
    .connect("numbers.out", "picky.in")
    .connect("picky.error", "failures.in", { type: "error_stream" });
  await harness.run();
  assertEquals(harness.deadLetters.map(({ message }) => message.data), [1]);
  const [channel] = harness.metrics().channels;
  assertEquals([channel?.acknowledged, channel?.dead], [0, 1]);
});

Deno.test("serve() refuses unknown ports, a port served already, and a bad concurrency", async () => {
  const component = new Double("a", {
    ports: { ...IN, ...OUT },
    process: async (self) => {
      const serving = self.answer({ in: () => {} });
      await assertRejects(() => self.answer({ in: () => {} }), TypeError);
      await assertRejects(() => self.answer({ out: () => {} }), UnknownPort);
      await assertRejects(() => self.answer({ x: () => {} }), UnknownPort);
      await assertRejects(() => self.answer({ in: () => {} }, 0), RangeError);
      await serving;
    },
  });
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", [1]))
    .registerComponent(component)
    .connect("numbers.out", "a.in");
  await harness.run();
  assertEquals(component.status.lastError, undefined);
});

Deno.test("receiveStreams and sendStreams hold the channels of connected ports only", () => {
  const a = client("a"), b = new Double("b", { ports: { ...IN, ...OUT } });
  new SystemExecutionHarness()
    .registerComponent(a)
    .registerComponent(b)
    .connect("a.out", "b.in");
  const [channel] = a.sendStreams.get("out") ?? [];
  assert(channel instanceof Channel);
  assertEquals(channel.name, "a.out -> b.in");
  assertStrictEquals(b.receiveStreams.get("in")?.[0], channel);
  assertEquals([...b.sendStreams.keys()], []);
});
