import { assert, assertEquals, assertRejects } from "@std/assert";
import { Channel } from "./channel.ts";
import { ChannelClosed } from "./errors.ts";
import type { MemberOptions } from "./member_options.ts";
import type { Message } from "./message.ts";
import type { StopReport } from "./stop_report.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { aborted, Double, IN, source } from "./test_doubles.ts";
import { VirtualClock } from "./virtual_clock.ts";

const boom = new Error("boom");

/** Sends three numbers to a component, and runs until everything has ended. */
async function run(
  process: (self: Double) => Promise<void>,
  options: MemberOptions,
): Promise<{ harness: SystemExecutionHarness; report: StopReport }> {
  const harness = new SystemExecutionHarness({
    supervision: { backoff: { firstMs: 0 } },
  })
    .registerComponent(source("source", [1, 2, 3]))
    .registerComponent(new Double("looper", { ports: IN, process }), options)
    .connect("source.out", "looper.in");
  await harness.run();
  return { harness, report: await harness.stop() };
}

function input(self: Double): Channel<Message> {
  const [channel] = self.receiveStreams.get("in") ?? [];
  assert(channel);
  return channel;
}

/** Takes numbers in a loop whose body throws at two, so many times. */
function failingAtTwo(times: number, seen: unknown[]) {
  return async (self: Double) => {
    for await (const { data } of input(self)) {
      seen.push(data);
      if (data === 2 && times-- > 0) throw boom;
    }
  };
}

Deno.test("at least once, a message whose loop failed is taken again by the next life", async () => {
  const seen: unknown[] = [];
  const { harness, report } = await run(failingAtTwo(1, seen), {
    restart: "transient",
    delivery: "at_least_once",
  });
  assertEquals(seen, [1, 2, 2, 3]);
  assertEquals(harness.deadLetters, []);
  assertEquals([report.ledger.balanced, report.ledger.acknowledged], [true, 3]);
});

Deno.test("at most once, a message whose loop failed becomes a dead letter", async () => {
  const seen: unknown[] = [];
  const { harness, report } = await run(failingAtTwo(1, seen), {
    restart: "transient",
  });
  assertEquals(seen, [1, 2, 3]);
  assertEquals(
    harness.deadLetters.map(({ message, cause, attempt }) => [
      message.data,
      cause,
      attempt,
    ]),
    [[2, boom, 1]],
  );
  assertEquals([report.ledger.balanced, report.ledger.dead], [true, 1]);
});

Deno.test("a message whose loop fails at each attempt becomes a dead letter after the last", async () => {
  const seen: unknown[] = [];
  const { harness } = await run(failingAtTwo(Infinity, seen), {
    restart: "transient",
    delivery: "at_least_once",
    maxAttempts: 3,
  });
  assertEquals(seen, [1, 2, 2, 2, 3]);
  assertEquals(harness.deadLetters.map(({ attempt }) => attempt), [3]);
});

Deno.test("a loop that failed and has no further life leaves a dead letter, not a silent loss", async () => {
  const seen: unknown[] = [];
  const { harness } = await run(failingAtTwo(1, seen), {});
  assertEquals(harness.deadLetters.map(({ message }) => message.data), [2, 3]);
});

Deno.test("a message at which a loop was left is done when its component ends in good order", async () => {
  const { report, harness } = await run(async (self) => {
    for await (const { data } of input(self)) if (data === 2) break;
    const rest = await input(self).receive();
    assertEquals(rest.data, 3);
  }, { restart: "transient" });
  assertEquals(harness.deadLetters, []);
  assertEquals([report.ledger.balanced, report.ledger.acknowledged], [true, 3]);
});

Deno.test("stop() does not wait for a message at which a loop was left", async () => {
  const left = Promise.withResolvers<void>();
  const looper = new Double("looper", {
    ports: IN,
    process: async (self) => {
      for await (const { data } of input(self)) if (data === 1) break;
      left.resolve();
      await aborted(self.signal);
    },
  });
  // A clock that nobody moves: whatever waited for a deadline would wait for ever.
  const harness = new SystemExecutionHarness({ clock: new VirtualClock() })
    .registerComponent(source("source", [1]))
    .registerComponent(looper)
    .connect("source.out", "looper.in");
  await harness.start();
  await left.promise;
  assertEquals(input(looper).stats().inHand, 1);
  const { ledger } = await harness.stop();
  assertEquals([ledger.balanced, ledger.acknowledged], [true, 1]);
});

Deno.test("stop() waits for the message that a loop works on", async () => {
  const begun = Promise.withResolvers<void>();
  const work = Promise.withResolvers<void>();
  let isDone = false;
  const looper = new Double("looper", {
    ports: IN,
    process: async (self) => {
      for await (const _ of input(self)) {
        begun.resolve();
        await work.promise;
        isDone = true;
        assertEquals(self.signal.aborted, false);
      }
    },
  });
  const harness = new SystemExecutionHarness({ clock: new VirtualClock() })
    .registerComponent(source("source", [1]))
    .registerComponent(looper)
    .connect("source.out", "looper.in");
  await harness.start();
  await begun.promise;
  const stopped = harness.stop();
  work.resolve();
  const { ledger } = await stopped;
  assertEquals([isDone, ledger.balanced, ledger.acknowledged], [true, true, 1]);
});

Deno.test("a component that failed in one loop leaves no other behind that takes messages", async () => {
  const seen: string[] = [];
  const gate = Promise.withResolvers<void>();
  const { promise: bothTook, resolve: secondTook } = Promise.withResolvers<
    void
  >();
  let leftBehind: Promise<void> | undefined;
  const { report } = await run(async (self) => {
    const loop = async (name: string, work: () => Promise<void>) => {
      for await (const { data } of input(self)) {
        seen.push(`${name}: ${data}`);
        await work();
      }
    };
    if (leftBehind === undefined) {
      const failing = loop("first", () =>
        bothTook.then(() => {
          throw boom;
        }));
      leftBehind = loop("left behind", () => {
        secondTook();
        return gate.promise;
      });
      return await Promise.all([failing, leftBehind]).then(() => {});
    }
    gate.resolve();
    await new Promise((resolve) => setTimeout(resolve, 0)); // it goes on, if it can
    await loop("second life", () => Promise.resolve());
  }, { restart: "transient", delivery: "at_least_once" });
  assertEquals(seen, [
    "first: 1",
    "left behind: 2",
    "second life: 1",
    "second life: 2",
    "second life: 3",
  ]);
  assertEquals(report.ledger.balanced, true);
});

Deno.test("stop() needs no deadline after a loop has failed and come back", async () => {
  const clock = new VirtualClock();
  const seen: unknown[] = [];
  const both = Promise.withResolvers<void>();
  let failures = 0;
  const looper = new Double("looper", {
    ports: IN,
    process: async (self) => {
      for await (const { data } of input(self)) {
        if (failures++ === 0) throw boom;
        if (seen.push(data) === 2) both.resolve();
      }
    },
  });
  const harness = new SystemExecutionHarness({
    clock,
    supervision: { backoff: { firstMs: 1 } },
  })
    .registerComponent(source("source", [1, 2]))
    .registerComponent(looper, {
      restart: "transient",
      delivery: "at_least_once",
    })
    .connect("source.out", "looper.in");
  await harness.start();
  await clock.advance(1000);
  await both.promise;
  const { ledger } = await harness.stop();
  assertEquals([seen, ledger.balanced, ledger.acknowledged], [[1, 2], true, 2]);
});

Deno.test("receive() of a component that failed is refused and takes no later message", async () => {
  const late = Promise.withResolvers<unknown>();
  const sent = Promise.withResolvers<void>();
  const seen: unknown[] = [];
  let life = 0;
  const looper = new Double("looper", {
    ports: IN,
    process: async (self) => {
      if (++life === 1) {
        input(self).receive().then(late.reject, late.resolve);
        throw boom;
      }
      sent.resolve();
      for await (const { data } of input(self)) seen.push(data);
    },
  });
  const harness = new SystemExecutionHarness({
    supervision: { backoff: { firstMs: 0 } },
  });
  const first = new Double("first", {
    ports: { out: { direction: "out" } },
    process: async (self) => {
      await sent.promise;
      await self.emit("out", 1);
    },
  });
  await harness.registerComponent(first)
    .registerComponent(looper, { restart: "transient" })
    .connect("first.out", "looper.in").run();
  await assertRejects(
    async () => {
      throw await late.promise;
    },
    ChannelClosed,
    "its component has ended",
  );
  assertEquals(seen, [1]);
});

Deno.test("outside of a component a value is done when a loop takes it", async () => {
  const channel = new Channel<number>();
  await channel.send(1);
  for await (const _ of channel) {
    assertEquals(channel.stats().inHand, 0);
    assertEquals(channel.stats().acknowledged, 1);
    break;
  }
});
