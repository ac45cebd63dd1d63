import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import { Component } from "./component.ts";
import {
  ChannelBroken,
  ComponentAlreadyRegistered,
  GraphError,
  HarnessAlreadyRunning,
  UnknownComponent,
  UnknownPort,
} from "./errors.ts";
import type { LogEntry } from "./log.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import {
  client,
  Double,
  type DoubleConfig,
  IN,
  OUT,
  server,
  sink,
  source,
} from "./test_doubles.ts";

const boom = new Error("boom");

Deno.test("registerComponent() refuses a name that is taken, and a component of another harness", () => {
  const harness = new SystemExecutionHarness();
  const component = new Double("a");
  harness.registerComponent(component);
  assertThrows(
    () => harness.registerComponent(new Double("a")),
    ComponentAlreadyRegistered,
    '"a"',
  );
  assertThrows(
    () => new SystemExecutionHarness().registerComponent(component),
    ComponentAlreadyRegistered,
  );
  assertEquals(harness.components, [component]);
});

Deno.test("connect() refuses unknown components, unknown ports and wrong directions", () => {
  const harness = new SystemExecutionHarness()
    .registerComponent(new Double("a", { ports: OUT }))
    .registerComponent(new Double("b", { ports: IN }));
  assertThrows(() => harness.connect("x.out", "b.in"), UnknownComponent, '"x"');
  assertThrows(() => harness.connect("a.out", "x.in"), UnknownComponent, '"x"');
  assertThrows(() => harness.connect("a.x", "b.in"), UnknownPort, '"x"');
  assertThrows(() => harness.connect("b.in", "b.in"), UnknownPort, "out port");
  assertThrows(() => harness.connect("a", "b.in"), TypeError);
  assertThrows(
    () => harness.connect("a.out", "b.in", { bufferSize: 0 }),
    GraphError,
    "buffer size 0",
  );
  assertEquals(harness.channels, []);
});

Deno.test("connect() says which type it found and which it wanted", () => {
  const harness = new SystemExecutionHarness()
    .registerComponent(
      new Double("orders", {
        ports: { out: { direction: "out", type: "Order" } },
      }),
    )
    .registerComponent(
      new Double("billing", {
        ports: { in: { direction: "in", type: "Invoice" } },
      }),
    );
  const error = assertThrows(
    () => harness.connect("orders.out", "billing.in"),
    GraphError,
  );
  assertEquals(
    error.message,
    'Cannot connect "orders.out" to "billing.in": found Order, wanted Invoice',
  );
  assertEquals(error.findings[0]?.code, "type_mismatch");
});

Deno.test("connect() gives the channel its size and policy", () => {
  const harness = new SystemExecutionHarness()
    .registerComponent(new Double("a", { ports: OUT }))
    .registerComponent(new Double("b", { ports: IN }))
    .connect("a.out", "b.in", { bufferSize: 7, whenFull: "drop-oldest" });
  const stats = harness.channels[0]?.stats();
  assertEquals([stats?.capacity, stats?.whenFull], [7, "drop-oldest"]);
  assertEquals(harness.describe().connections[0]?.whenFull, "drop-oldest");
});

Deno.test("start() refuses an unsound graph, starts nothing, and leaves it to be mended", async () => {
  const a = new Double("a", { ports: { ...IN, ...OUT } });
  await using harness = new SystemExecutionHarness({ name: "loop" })
    .registerComponent(a)
    .connect("a.out", "a.in");
  const error = await assertRejects(() => harness.start(), GraphError);
  assertEquals(error.findings.map(({ code }) => code), ["blocking_cycle"]);
  assertEquals([a.status.state, harness.state], ["created", "created"]);
});

Deno.test("start() sets up and starts receivers before senders, each running before the next", async () => {
  const order: string[] = [];
  const noting = (name: string, ports: DoubleConfig["ports"]) =>
    new Double(name, {
      ports,
      setup: (_self, context) => void order.push(`${context?.name} setup`),
      process: (self) => {
        order.push(`${name} ${self.status.state}`);
        return "in" in self.ports ? self.answer({ in: () => {} }) : undefined;
      },
      cleanup: () => void order.push(`${name} cleanup`),
    });
  await new SystemExecutionHarness()
    .registerComponent(noting("source", OUT))
    .registerComponent(noting("middle", { ...IN, ...OUT }))
    .registerComponent(noting("sink", IN))
    .connect("source.out", "middle.in")
    .connect("middle.out", "sink.in")
    .run();
  assertEquals(order, [
    "sink setup",
    "sink running",
    "middle setup",
    "middle running",
    "source setup",
    "source running",
    "source cleanup",
    "middle cleanup",
    "sink cleanup",
  ]);
});

Deno.test("start() rejects with what setup() threw, after it has stopped what it started", async () => {
  const cleaned: string[] = [];
  const cleanup = (self: Double) => void cleaned.push(self.name);
  const down = new Double("down", {
    ports: IN,
    process: (self) => self.answer({ in: () => {} }),
    cleanup,
  });
  const failing = new Double("failing", {
    ports: { ...IN, ...OUT },
    setup: () => Promise.reject(boom),
    cleanup,
  });
  const never = new Double("never", { ports: OUT, cleanup });
  const harness = new SystemExecutionHarness()
    .registerComponent(never)
    .registerComponent(failing)
    .registerComponent(down)
    .connect("never.out", "failing.in")
    .connect("failing.out", "down.in");
  assertStrictEquals(await assertRejects(() => harness.run()), boom);
  assertEquals(
    [never, failing, down].map(({ status }) => status.state),
    ["created", "error", "stopped"],
  );
  assertEquals(cleaned, ["failing", "down"]);
  const { status, live, ready } = harness.health();
  assertEquals([harness.state, status, live, ready], [
    "failed",
    "failed",
    false,
    false,
  ]);
});

Deno.test("a harness runs once: a second start, and changes after the first, are refused", async () => {
  const harness = new SystemExecutionHarness().registerComponent(client("a"));
  await harness.start();
  await assertRejects(() => harness.start(), HarnessAlreadyRunning);
  await assertRejects(() => harness.run(), HarnessAlreadyRunning);
  assertThrows(
    () => harness.registerComponent(new Double("b")),
    HarnessAlreadyRunning,
  );
  assertThrows(() => harness.connect("a.out", "a.out"), HarnessAlreadyRunning);
  await harness.stop();
  await assertRejects(() => harness.start(), HarnessAlreadyRunning);
});

Deno.test("run() resolves when every component has ended by itself", async () => {
  const got: unknown[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", [1, 2]))
    .registerComponent(sink("sink", got))
    .connect("numbers.out", "sink.in");
  await harness.run();
  assertEquals([got, harness.state], [[1, 2], "stopped"]);
});

Deno.test("run() resolves when stop() has finished", async () => {
  const component = client("a", () => void harness.stop());
  const harness = new SystemExecutionHarness().registerComponent(component);
  await harness.run();
  assertEquals([harness.state, component.status.state], ["stopped", "stopped"]);
});

Deno.test("a component that fails is contained: the others go on, and its senders are told", async () => {
  const fate = Promise.withResolvers<void>();
  const failing = new Double("failing", {
    ports: { ...IN, ...OUT },
    process: () => fate.promise,
  });
  const got: unknown[] = [];
  const asker = client("sender");
  const bystander = client("bystander");
  const log: LogEntry[] = [];
  await using harness = new SystemExecutionHarness({
    log: (entry) => log.push(entry),
  })
    .registerComponent(asker)
    .registerComponent(bystander)
    .registerComponent(failing)
    .registerComponent(sink("sink", got))
    .registerComponent(sink("other", got))
    .connect("sender.out", "failing.in")
    .connect("failing.out", "sink.in")
    .connect("bystander.out", "other.in");
  await harness.start();
  await asker.emit("out", "queued");
  fate.reject(boom);
  while (failing.status.state !== "error") await Promise.resolve();
  const error = await assertRejects(() => asker.emit("out", 1), ChannelBroken);
  assertStrictEquals(error.cause, boom);
  await bystander.emit("out", "works");
  await harness.stop();
  assertEquals(got, ["works"]);
  assertEquals(harness.deadLetters.map((l) => l.message.data), ["queued"]);
  const entry = log.find(({ event }) => event === "failed");
  assertEquals([entry?.component, entry?.phase, entry?.error], [
    "failing",
    "process",
    boom,
  ]);
});

Deno.test("health() is degraded while a component is in error, and failed when all are", async () => {
  const fates = [0, 1].map(() => Promise.withResolvers<void>());
  const doubles = fates.map(({ promise }, i) =>
    new Double(`c${i}`, { process: () => promise })
  );
  await using harness = new SystemExecutionHarness({ name: "twins" });
  for (const double of doubles) harness.registerComponent(double);
  assertEquals(harness.health().status, "created");
  await harness.start();
  const { status, live, ready, system } = harness.health();
  assertEquals([system, status, live, ready], ["twins", "ok", true, true]);
  fates[0]?.reject(boom);
  while (doubles[0]?.status.state !== "error") await Promise.resolve();
  const degraded = harness.health();
  assertEquals([degraded.status, degraded.live, degraded.ready], [
    "degraded",
    true,
    false,
  ]);
  assertEquals(degraded.components[0]?.lastError, "boom");
  fates[1]?.reject(boom);
  while (doubles[1]?.status.state !== "error") await Promise.resolve();
  assertEquals([harness.health().status, harness.health().live], [
    "failed",
    false,
  ]);
});

Deno.test("a component that ends early turns away what is still sent to it", async () => {
  const harness = new SystemExecutionHarness()
    .registerComponent(source("numbers", [1, 2, 3, 4, 5]))
    .registerComponent(
      new Double("leaver", {
        ports: IN,
        process: async (self) => {
          const [channel] = self.receiveStreams.get("in") ?? [];
          await channel?.receive();
        },
      }),
    )
    .connect("numbers.out", "leaver.in", { bufferSize: 1 });
  await harness.run();
  const { ledger, failed } = await harness.stop();
  assertEquals(failed, ["numbers"]);
  assert(ledger.balanced);
  assertEquals(ledger.queued, 0);
});

Deno.test("a Component without ports is set up, run and stopped as well", async () => {
  const signal = Promise.withResolvers<AbortSignal>();
  class Plain extends Component {
    override setup(context?: { readonly signal: AbortSignal }): void {
      if (context) signal.resolve(context.signal);
    }
    override async process(): Promise<void> {
      const stopping = await signal.promise;
      await new Promise((resolve) =>
        stopping.addEventListener("abort", resolve)
      );
    }
  }
  const plain = new Plain("plain", undefined);
  const harness = new SystemExecutionHarness().registerComponent(plain);
  await harness.start();
  assertEquals(plain.status.state, "running");
  assertEquals((await harness.stop()).stopped, ["plain"]);
});

Deno.test("the log gets what happens, and one that throws harms nothing", async () => {
  const events: string[] = [];
  const harness = new SystemExecutionHarness({
    log: ({ event, component, from, to }) => {
      const what = event === "transition" ? `${from} -> ${to}` : event;
      events.push(component ? `${what} ${component}` : what);
      throw boom;
    },
  })
    .registerComponent(source("a", [1]))
    .registerComponent(server("b", () => {}))
    .connect("a.out", "b.in");
  await harness.run();
  assertEquals(events, [
    "registered a",
    "registered b",
    "connected",
    "graph b",
    "created -> ready b",
    "ready -> running b",
    "started b",
    "created -> ready a",
    "ready -> running a",
    "started a",
    "running",
    "running -> stopping a",
    "stopping -> stopped a",
    "stopped a",
    "running -> stopping b",
    "stopping -> stopped b",
    "stopped b",
    "stopping",
    "system_stopped",
  ]);
});

Deno.test("metrics() are plain data", async () => {
  const harness = new SystemExecutionHarness({ name: "plain" })
    .registerComponent(source("a", [1, 2]))
    .registerComponent(sink("b", []))
    .connect("a.out", "b.in");
  await harness.run();
  const metrics = harness.metrics();
  assertEquals(structuredClone(metrics), metrics);
  assertEquals(metrics.system, "plain");
  assertEquals(
    metrics.components.map(({ sent, received }) => [sent, received]),
    [
      [2, 0],
      [0, 2],
    ],
  );
});

Deno.test("await using stops the harness", async () => {
  const component = client("a");
  {
    await using harness = new SystemExecutionHarness()
      .registerComponent(component);
    await harness.start();
    assertEquals(component.status.isRunning, true);
  }
  assertEquals([component.signal.aborted, component.status.state], [
    true,
    "stopped",
  ]);
});
