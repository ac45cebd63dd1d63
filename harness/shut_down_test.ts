import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { ChannelClosed } from "./errors.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import {
  aborted,
  client,
  Double,
  IN,
  OUT,
  server,
  sink,
} from "./test_doubles.ts";

const boom = new Error("boom");

Deno.test("stop() loses nothing in flight: sources end first, then what they sent is drained", async () => {
  let sent = 0;
  const got: unknown[] = [];
  const numbers = new Double("numbers", {
    ports: OUT,
    process: async (self) => {
      while (!self.signal.aborted) await self.emit("out", sent++);
    },
  });
  const slow = server("slow", async (n: number, self) => {
    await Promise.resolve();
    await self.emit("out", n);
  }, 4);
  const harness = new SystemExecutionHarness()
    .registerComponent(numbers)
    .registerComponent(slow)
    .registerComponent(sink("sink", got))
    .connect("numbers.out", "slow.in")
    .connect("slow.out", "sink.in", { bufferSize: 5 });
  await harness.start();
  while (got.length < 500) await new Promise((resolve) => setTimeout(resolve));
  const report = await harness.stop();
  assertEquals([got.length, new Set(got).size], [sent, sent]);
  assertEquals(report.ledger, {
    balanced: true,
    unbalanced: [],
    accepted: 2 * sent,
    acknowledged: 2 * sent,
    dead: 0,
    dropped: 0,
    queued: 0,
    inHand: 0,
  });
  assertEquals(report.stopped, ["numbers", "slow", "sink"]);
});

Deno.test("stop() lets whoever sends finish before it closes whoever receives", async () => {
  const got: unknown[] = [];
  const talker = new Double("talker", {
    ports: OUT,
    process: async (self) => {
      await aborted(self.signal);
      await new Promise((resolve) => setTimeout(resolve));
      await self.emit("out", "last words");
    },
  });
  const held: unknown[] = [];
  const collector = new Double("collector", {
    ports: { ...IN, ...OUT },
    process: (self) => self.answer({ in: (value) => void held.push(value) }),
    cleanup: async (self) => {
      await new Promise((resolve) => setTimeout(resolve));
      for (const value of held) await self.emit("out", value);
    },
  });
  const harness = new SystemExecutionHarness()
    .registerComponent(talker)
    .registerComponent(collector)
    .registerComponent(sink("sink", got))
    .connect("talker.out", "collector.in")
    .connect("collector.out", "sink.in");
  await harness.start();
  const { failed, stopped } = await harness.stop();
  assertEquals([got, failed, stopped.length], [["last words"], [], 3]);
});

Deno.test("stop() lets requests in flight be answered", async () => {
  const gate = Promise.withResolvers<string>();
  const seen: unknown[] = [];
  let answer: unknown;
  const gateway = new Double("gateway", {
    ports: OUT,
    process: async (self) => {
      const pending = self.ask("out", 1);
      await aborted(self.signal);
      answer = await pending;
    },
  });
  const harness = new SystemExecutionHarness()
    .registerComponent(gateway)
    .registerComponent(server("store", (n: number) => {
      seen.push(n);
      return gate.promise;
    }))
    .connect("gateway.out", "store.in", { type: "request_reply" });
  await harness.start();
  while (seen.length === 0) await Promise.resolve();
  const stopped = harness.stop();
  gate.resolve("done");
  const { abandoned } = await stopped;
  assertEquals([answer, abandoned], ["done", []]);
});

Deno.test("stop() is idempotent: every call gets the same report", async () => {
  const harness = new SystemExecutionHarness().registerComponent(client("a"));
  await harness.start();
  const [first, second] = await Promise.all([harness.stop(), harness.stop()]);
  assertStrictEquals(first, second);
  assertStrictEquals(await harness.stop(), first);
});

Deno.test("stop() may be called by the log that it calls", async () => {
  let reports = 0;
  const harness: SystemExecutionHarness = new SystemExecutionHarness({
    log: ({ event }) => {
      if (event === "stopping") void harness.stop();
      if (event === "system_stopped") reports++;
    },
  });
  await harness.stop();
  assertEquals(reports, 1);
});

Deno.test("stop() before start() disposes the resources and touches no component", async () => {
  const component = client("a");
  let disposed = 0;
  const harness = new SystemExecutionHarness()
    .registerComponent(component)
    .ownResource("file", { [Symbol.dispose]: () => void disposed++ });
  await harness.stop();
  assertEquals([disposed, component.status.state], [1, "created"]);
});

Deno.test("stop() disposes resources last one first, after every component, and reports errors", async () => {
  const order: string[] = [];
  const resource = (name: string) => ({
    [Symbol.dispose]: () => void order.push(name),
  });
  const harness = new SystemExecutionHarness()
    .registerComponent(
      new Double("a", { cleanup: () => void order.push("a cleaned up") }),
    )
    .ownResource("first", resource("first"))
    .ownResource("broken", {
      [Symbol.asyncDispose]: () => Promise.reject(boom),
    })
    .ownResource("last", resource("last"));
  await harness.run();
  const { errors } = await harness.stop();
  assertEquals(order, ["a cleaned up", "last", "first"]);
  assertEquals(errors, [{ name: "broken", error: boom }]);
});

Deno.test("stop() abandons a component that ignores it, reports it, and still drains the others", async () => {
  const got: unknown[] = [];
  const stubborn = new Double("stubborn", {
    ports: { ...IN, ...OUT },
    process: async (self) => {
      await self.emit("out", "last words");
      await new Promise(() => {});
    },
  });
  const feeder = client("feeder", (self) => self.emit("out", 1));
  const harness = new SystemExecutionHarness()
    .registerComponent(feeder)
    .registerComponent(stubborn)
    .registerComponent(sink("sink", got))
    .connect("feeder.out", "stubborn.in")
    .connect("stubborn.out", "sink.in");
  await harness.start();
  const report = await harness.stop({ timeoutMs: 50 });
  assertEquals(report.abandoned, ["stubborn"]);
  assertEquals(report.stopped, ["feeder", "sink"]);
  assertEquals(got, ["last words"]);
  assertEquals(harness.deadLetters.map((l) => l.message.data), [1]);
  assertEquals([stubborn.status.state, report.ledger.balanced], [
    "error",
    true,
  ]);
  assert(stubborn.signal.aborted);
  await assertRejects(() => stubborn.emit("out", 2), ChannelClosed);
});

Deno.test("stop() abandons a component whose handler hangs; its message becomes a dead letter", async () => {
  const seen: unknown[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(client("feeder", (self) => self.emit("out", 1)))
    .registerComponent(server("hanging", (n: number) => {
      seen.push(n);
      return new Promise(() => {});
    }))
    .connect("feeder.out", "hanging.in");
  await harness.start();
  while (seen.length === 0) await Promise.resolve();
  const { abandoned, ledger } = await harness.stop({ timeoutMs: 20 });
  assertEquals([abandoned, ledger.inHand, ledger.dead, ledger.balanced], [
    ["hanging"],
    0,
    1,
    true,
  ]);
});

Deno.test("stop() abandons a component whose cleanup hangs", async () => {
  const harness = new SystemExecutionHarness().registerComponent(
    new Double("a", { cleanup: () => new Promise(() => {}) }),
  );
  await harness.start();
  const { abandoned } = await harness.stop({ timeoutMs: 20 });
  assertEquals(abandoned, ["a"]);
});

Deno.test("stop() during start() ends the start, without setting up the rest", async () => {
  const gate = Promise.withResolvers<void>();
  const first = new Double("first", { setup: () => gate.promise });
  const second = client("second");
  const harness = new SystemExecutionHarness()
    .registerComponent(first)
    .registerComponent(second);
  const started = harness.start();
  const stopped = harness.stop();
  gate.resolve();
  await started;
  const report = await stopped;
  assertEquals([first.status.state, second.status.state], [
    "stopped",
    "created",
  ]);
  assertEquals(report.abandoned, []);
});

Deno.test("stop() during start() tells the setup under way, and abandons one that does not end", async () => {
  let signal: AbortSignal | undefined;
  const hanging = new Double("hanging", {
    setup: (_self, context) => {
      signal = context?.signal;
      return new Promise(() => {});
    },
  });
  const harness = new SystemExecutionHarness().registerComponent(hanging);
  void harness.start();
  const { abandoned } = await harness.stop({ timeoutMs: 20 });
  assertEquals([abandoned, signal?.aborted], [["hanging"], true]);
});

Deno.test("stop() reports an error of cleanup() and still closes the outputs", async () => {
  const got: unknown[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(
      new Double("a", {
        ports: OUT,
        process: (self) => self.emit("out", 1),
        cleanup: () => {
          throw boom;
        },
      }),
    )
    .registerComponent(sink("b", got))
    .connect("a.out", "b.in");
  await harness.run();
  const { failed, stopped, errors } = await harness.stop();
  assertEquals([got, failed, stopped], [[1], ["a"], ["b"]]);
  assertEquals(errors, [{ name: "a", error: boom }]);
});

Deno.test("stop() ends a system whose cycle drops when full", async () => {
  let laps = 0;
  const lap = (name: string) =>
    server(name, (n: number, self) => {
      laps++;
      return self.emit("out", n);
    });
  const harness = new SystemExecutionHarness()
    .registerComponent(client("feeder", (self) => self.emit("out", 1)))
    .registerComponent(lap("a"))
    .registerComponent(lap("b"))
    .connect("feeder.out", "a.in")
    .connect("a.out", "b.in")
    .connect("b.out", "a.in", { whenFull: "drop-oldest" });
  await harness.start();
  while (laps < 100) await new Promise((resolve) => setTimeout(resolve));
  const { abandoned, ledger } = await harness.stop();
  assertEquals([abandoned, ledger.balanced, ledger.queued], [[], true, 0]);
});

Deno.test("a component that never reads gets its messages buried at the stop", async () => {
  const harness = new SystemExecutionHarness()
    .registerComponent(client("feeder", (self) => self.emit("out", 1)))
    .registerComponent(
      new Double("deaf", {
        ports: IN,
        process: (self) => aborted(self.signal),
      }),
    )
    .connect("feeder.out", "deaf.in");
  await harness.start();
  const { ledger, abandoned, deadLetters } = await harness.stop({
    timeoutMs: 50,
  });
  assertEquals([ledger.dead, ledger.balanced, abandoned, deadLetters], [
    1,
    true,
    [],
    1,
  ]);
});

Deno.test("an abandoned component that fails later is not reported again", async () => {
  const fate = Promise.withResolvers<void>();
  const late = new Double("late", { process: () => fate.promise });
  const harness = new SystemExecutionHarness().registerComponent(late);
  await harness.start();
  const { errors } = await harness.stop({ timeoutMs: 10 });
  fate.reject(boom);
  await fate.promise.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve));
  assertEquals([errors.length, late.status.errorCount], [1, 1]);
});

Deno.test("stop() never rejects, whatever throws: cleanup, resource, log", async () => {
  const logs = [
    () => {
      throw boom;
    },
    () => Promise.reject(boom),
  ];
  for (const log of logs) {
    const harness = new SystemExecutionHarness({ log })
      .registerComponent(
        new Double("a", {
          process: (self) => aborted(self.signal),
          cleanup: () => {
            throw boom;
          },
        }),
      )
      .ownResource("file", {
        [Symbol.dispose]: () => {
          throw boom;
        },
      });
    await harness.start();
    const { failed, errors } = await harness.stop();
    assertEquals([failed, harness.state], [["a"], "stopped"]);
    assertEquals(errors.map(({ name }) => name), ["a", "file"]);
  }
});

Deno.test("stop() abandons a component that moved its own status out of the harness's hands", async () => {
  const got: unknown[] = [];
  let disposed = 0;
  const harness = new SystemExecutionHarness()
    .registerComponent(
      new Double("wilful", {
        ports: OUT,
        process: async (self) => {
          await self.emit("out", 1);
          self.status.transitionTo("stopping");
          self.status.transitionTo("stopped");
          await new Promise(() => {});
        },
      }),
    )
    .registerComponent(sink("sink", got))
    .connect("wilful.out", "sink.in")
    .ownResource("file", { [Symbol.dispose]: () => void disposed++ });
  await harness.start();
  const report = await harness.stop({ timeoutMs: 20 });
  assertEquals([report.abandoned, report.stopped], [["wilful"], ["sink"]]);
  assertEquals([got, disposed, harness.state], [[1], 1, "stopped"]);
  assertEquals(report.errors.map(({ name }) => name), ["wilful", "wilful"]);
});

Deno.test("stop() during start() abandons a setup that moved its own status", async () => {
  const harness = new SystemExecutionHarness().registerComponent(
    new Double("wilful", {
      setup: ({ status }) => {
        status.transitionTo("ready");
        status.transitionTo("stopping");
        status.transitionTo("stopped");
        return new Promise(() => {});
      },
    }),
  );
  void harness.start();
  const { abandoned } = await harness.stop({ timeoutMs: 20 });
  assertEquals([abandoned, harness.state], [["wilful"], "stopped"]);
});
