/**
 * Batches and the room for them: every finding is held against a system that runs without it.
 *
 * @module
 */
import { assert, assertEquals, assertRejects } from "@std/assert";
import type { FullPolicy } from "./channel_stats.ts";
import { GraphError } from "./errors.ts";
import type { GraphFinding, PortSpec } from "./graph.ts";
import type { ConnectOptions } from "./harness_options.ts";
import type { LogEntry } from "./log.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, Double, OUT, server, source } from "./test_doubles.ts";
import { nextTurn } from "./turn.ts";

const POLICIES: readonly FullPolicy[] = [
  "block",
  "drop-oldest",
  "drop-newest",
  "fail",
];

for (const whenFull of POLICIES) {
  Deno.test(`a batch that is queued until it is whole needs the capacity under the policy ${whenFull}`, async () => {
    const declared = { batch: 5 };
    const connect: ConnectOptions = { bufferSize: 4, whenFull };
    assertEquals(await gather("queue", {}, connect), 0, "never whole");
    const [finding] = await refused("queue", declared, connect);
    assertEquals([finding?.code, finding?.connection], [
      "batch_over_capacity",
      0,
    ]);
    assertEquals([finding?.component, finding?.port], ["gatherer", "in"]);
    assert(
      await gather("queue", declared, { bufferSize: 5, whenFull }) > 0,
      "room for all is enough",
    );
  });
}

Deno.test("a batch in hand needs the concurrency, and no more capacity than 1", async () => {
  const declared = { batch: 5, concurrency: 4 };
  const connect: ConnectOptions = { bufferSize: 100 };
  assertEquals(await gather("hand", { concurrency: 4 }, connect), 0);
  const [finding] = await refused("hand", declared, connect);
  assertEquals(
    finding?.message,
    'Cannot gather a batch of 5 at "gatherer.in": found concurrency 4, wanted at least 5, ' +
      "because all of them are in hand until the last has come",
  );
  const narrow: ConnectOptions = { bufferSize: 1 };
  const wide = { batch: 5, concurrency: 5 };
  assertEquals(await gather("hand", wide, narrow), 40);
});

Deno.test("serve() has at least the batch of a port in hand, or says that it cannot", async () => {
  const batches: number[] = [];
  const ports = { in: { direction: "in", batch: 70 } } as const;
  const hand = (concurrency?: number) =>
    new Double("gatherer", {
      ports,
      process: (self) => self.answer({ in: inHand(70, batches) }, concurrency),
    });
  const run = async (component: Double) => {
    const harness = new SystemExecutionHarness()
      .registerComponent(source("source", Array(140).keys()))
      .registerComponent(component)
      .connect("source.out", "gatherer.in");
    await harness.run();
    return component.status.lastError;
  };
  assertEquals([await run(hand()), batches], [undefined, [70, 70]]);
  const error = await run(hand(69));
  assertEquals(
    String(error),
    'RangeError: Cannot serve "gatherer.in": found concurrency 69, wanted an integer of at least 70, its batch',
  );
});

Deno.test("serve() goes by the concurrency that a port declares", async () => {
  let most = 0;
  const busy = new Double("busy", {
    ports: { in: { direction: "in", concurrency: 2 } },
    process: (self) =>
      self.answer({
        in: async () => {
          most = Math.max(most, self.metrics.inHand + 1);
          await nextTurn();
        },
      }, 10),
  });
  await new SystemExecutionHarness()
    .registerComponent(source("source", [1, 2, 3, 4, 5]))
    .registerComponent(busy)
    .connect("source.out", "busy.in")
    .run();
  assertEquals(most, 2);
});

Deno.test("checkGraph() counts the room of all connections of a port together", async () => {
  const connect = async (bufferSize: number) => {
    await using harness = new SystemExecutionHarness()
      .registerComponent(client("a"))
      .registerComponent(client("b"))
      .registerComponent(gatherer("queue", { batch: 50 }, []))
      .connect("a.out", "gatherer.in", { bufferSize: 20 })
      .connect("b.out", "gatherer.in", { bufferSize, whenFull: "fail" });
    await harness.start();
  };
  await connect(30);
  const error = await assertRejects(() => connect(29), GraphError);
  assertEquals(
    error.message,
    'Cannot gather a batch of 50 at "gatherer.in": found room for 20 in "a.out" to "gatherer.in", ' +
      'where the next message waits for ever, and 29 in "b.out" to "gatherer.in", where every ' +
      "further message is refused; wanted a bufferSize of at least 50 in all, or a smaller batch, " +
      "or a declared concurrency where `serve()` has them in hand",
  );
});

for (const whenFull of POLICIES) {
  const isWarned = whenFull !== "block";
  Deno.test(`a batch sent at once ${isWarned ? "loses a part" : "waits"} under the policy ${whenFull}, and ${isWarned ? "is" : "needs not be"} warned of`, async () => {
    const got: number[] = [];
    const warnings: LogEntry[] = [];
    const burst = new Double("burst", {
      ports: { out: { direction: "out", batch: 5 } },
      process: async (self) => {
        const sends = [1, 2, 3, 4, 5].map((n) => self.emit("out", n));
        await Promise.allSettled(sends);
      },
    });
    const log = (entry: LogEntry) => {
      if (entry.event === "graph") warnings.push(entry);
    };
    const harness = new SystemExecutionHarness({ log })
      .registerComponent(burst)
      .registerComponent(server("taker", (n: number) => void got.push(n)))
      .connect("burst.out", "taker.in", { bufferSize: 3, whenFull });
    await harness.run();
    const kept = {
      "block": [1, 2, 3, 4, 5],
      "drop-oldest": [3, 4, 5],
      "drop-newest": [1, 2, 3],
      "fail": [1, 2, 3],
    };
    assertEquals(got, kept[whenFull]);
    const found = warnings.filter(({ code }) => code === "batch_over_capacity");
    assertEquals(found.length, isWarned ? 1 : 0);
    if (!isWarned) return;
    assertEquals(
      found[0]?.message,
      'Cannot hold a batch of 5 from "burst.out": found room for 3 in "burst.out" to "taker.in", ' +
        `and ${whenFull} when full, so that up to 2 of each batch are ` +
        `${
          whenFull === "fail" ? "refused" : "dropped"
        }; wanted a bufferSize of at least 5, or block`,
    );
  });
}

Deno.test("checkGraph() refuses a batch and a concurrency that are not integers of at least 1", async () => {
  for (const word of ["batch", "concurrency"]) {
    for (const limit of [0, 1.5, NaN]) {
      const [finding] = await refused("hand", { [word]: limit }, {});
      assertEquals(
        [finding?.code, finding?.message],
        [
          "invalid_limit",
          `Cannot use "gatherer.in": found ${word} ${limit}, wanted an integer of at least 1`,
        ],
      );
    }
  }
});

type Holding = "queue" | "hand";
type Limits = Pick<PortSpec, "batch" | "concurrency">;

/** Sends 200 messages to a component that gathers five at a time; returns how many batches it got. */
async function gather(
  holding: Holding,
  limits: Limits,
  options: ConnectOptions,
): Promise<number> {
  const batches: number[] = [];
  const harness = wire(holding, limits, options, batches);
  await harness.start();
  const moves = () =>
    harness.channels.reduce(
      (sum, channel) => sum + channel.stats().sent + channel.stats().received,
      0,
    );
  for (let idle = 0, last = -1; idle < 20; idle++) {
    await nextTurn();
    if (moves() !== last) idle = 0;
    last = moves();
  }
  const gathered = batches.length;
  await harness.stop({ timeoutMs: 20 });
  return gathered;
}

/** Starts the same system, which is refused; returns why. */
async function refused(
  holding: Holding,
  limits: Limits,
  options: ConnectOptions,
): Promise<readonly GraphFinding[]> {
  const harness = wire(holding, limits, options, []);
  const error = await assertRejects(() => harness.start(), GraphError);
  return error.findings;
}

function wire(
  holding: Holding,
  limits: Limits,
  options: ConnectOptions,
  batches: number[],
): SystemExecutionHarness {
  const numbers = new Double("source", {
    ports: OUT,
    process: async (self) => {
      for (let n = 0; n < 200; n++) {
        await self.emit("out", n).catch(() =>
          self.signal.aborted ? undefined : nextTurn()
        );
      }
    },
  });
  return new SystemExecutionHarness()
    .registerComponent(numbers)
    .registerComponent(gatherer(holding, limits, batches))
    .connect("source.out", "gatherer.in", options);
}

function gatherer(
  holding: Holding,
  limits: Limits,
  batches: number[],
): Double {
  return new Double("gatherer", {
    ports: { in: { direction: "in", ...limits } },
    process: (self) =>
      holding === "hand"
        ? self.answer({ in: inHand(5, batches) }, limits.concurrency)
        : fromQueue(self, batches),
  });
}

/** Lets go of messages in hand when there are enough of them. */
function inHand(size: number, batches: number[]): () => Promise<void> {
  let batch = Promise.withResolvers<void>();
  let count = 0;
  return () => {
    const { promise, resolve } = batch;
    if (++count === size) {
      batches.push(count);
      count = 0;
      batch = Promise.withResolvers<void>();
      resolve();
    }
    return promise;
  };
}

/** Takes nothing until five messages are queued. */
async function fromQueue(self: Double, batches: number[]): Promise<void> {
  const [channel] = self.receiveStreams.get("in") ?? [];
  while (channel && !self.signal.aborted) {
    if (channel.size >= 5) batches.push(channel.drain(5).length);
    await nextTurn();
  }
}
