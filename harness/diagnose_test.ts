import { assertEquals, assertRejects } from "@std/assert";
import type { Diagnosis } from "./diagnose.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { aborted, client, Double, IN, OUT, server } from "./test_doubles.ts";

/** Waits until somebody waits. */
async function blocked(harness: SystemExecutionHarness): Promise<Diagnosis> {
  for (;;) {
    const diagnosis = harness.diagnose();
    if (diagnosis.blocked) return diagnosis;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

function flood(name: string): Double {
  return client(name, async (self) => {
    while (!self.signal.aborted) await self.emit("out", 0).catch(() => {});
  });
}

Deno.test("diagnose() finds nobody waiting in a system that moves", async () => {
  await using harness = new SystemExecutionHarness()
    .registerComponent(client("asker"))
    .registerComponent(server("answerer", () => {}))
    .connect("asker.out", "answerer.in");
  await harness.start();
  assertEquals(harness.diagnose(), {
    blocked: false,
    blockages: [],
    roots: [],
  });
});

Deno.test("diagnose() follows full channels to the component whose handler does not return", async () => {
  const release = Promise.withResolvers<void>();
  const relay: Double = server("relay", (value) => relay.emit("out", value), 1);
  const harness = new SystemExecutionHarness({ stopTimeoutMs: 1000 })
    .registerComponent(flood("source"))
    .registerComponent(relay)
    .registerComponent(server("sink", () => release.promise, 1))
    .connect("source.out", "relay.in", { bufferSize: 1 })
    .connect("relay.out", "sink.in", { bufferSize: 1 });
  await harness.start();
  let found = await blocked(harness);
  while (found.blockages.length < 2) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    found = harness.diagnose();
  }
  const first = found.blockages.find(({ waiter }) => waiter === "source");
  assertEquals(first?.path, ["source", "relay", "sink"]);
  assertEquals([first?.blocker, first?.root, first?.reason], [
    "relay",
    "sink",
    "in_hand",
  ]);
  assertEquals(
    first?.message,
    '"source.out" waits for room in "source.out -> relay.in", which is full: ' +
      '"sink" has messages in hand whose handlers have not returned (source -> relay -> sink)',
  );
  assertEquals(found.roots, [
    '"sink" has messages in hand whose handlers have not returned',
  ]);
  release.resolve();
  await harness.stop();
});

Deno.test("diagnose() names a sink that takes nothing", async () => {
  const lazy = new Double("lazy", {
    ports: IN,
    process: (self) => aborted(self.signal),
  });
  await using harness = new SystemExecutionHarness({ stopTimeoutMs: 50 })
    .registerComponent(flood("source"))
    .registerComponent(lazy)
    .connect("source.out", "lazy.in", { bufferSize: 2 });
  await harness.start();
  const { blockages } = await blocked(harness);
  assertEquals(blockages.map(({ root, reason }) => [root, reason]), [
    ["lazy", "not_reading"],
  ]);
});

Deno.test("diagnose() finds those who wait for each other's answers in a circle, and tells it once", async () => {
  const make = (name: string): Double =>
    new Double(name, {
      ports: { ...IN, ...OUT },
      process: (self) => self.answer({ in: (value) => self.ask("out", value) }),
    });
  const asker = client("asker");
  const harness = new SystemExecutionHarness({ stopTimeoutMs: 50 })
    .registerComponent(asker)
    .registerComponent(make("b"))
    .registerComponent(make("a"))
    .connect("asker.out", "b.in", { type: "request_reply" })
    .connect("b.out", "a.in", { type: "request_reply" })
    .connect("a.out", "b.in", { type: "request_reply" });
  await harness.start();
  const asked = assertRejects(() => asker.ask("out", 1));
  let found = await blocked(harness);
  while (!found.blockages.some(({ waiter }) => waiter === "a")) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    found = harness.diagnose();
  }
  assertEquals(found.roots, ["circle: a -> b -> a"]);
  const first = found.blockages.find(({ waiter }) => waiter === "asker");
  assertEquals(first?.reason, "in_a_circle");
  assertEquals(first?.waitsFor, "answer");
  await harness.stop();
  await asked;
});

Deno.test("diagnose() tells of a component that rests until it is started again", async () => {
  const failing = new Double("failing", {
    ports: IN,
    process: () => {
      throw new Error("boom");
    },
  });
  await using harness = new SystemExecutionHarness({
    supervision: { backoff: { firstMs: 3_600_000, maxMs: 3_600_000 } },
  })
    .registerComponent(flood("source"))
    .registerComponent(failing, { restart: "transient" })
    .connect("source.out", "failing.in", { bufferSize: 1 });
  await harness.start();
  const { roots } = await blocked(harness);
  assertEquals(roots, ['"failing" rests until it is started again']);
});
