/**
 * Dependencies between components that are declared, with or without a channel between them.
 *
 * @module
 */
import { assertEquals, assertRejects } from "@std/assert";
import { ChannelClosed, GraphError } from "./errors.ts";
import { restartGroups } from "./restart_group.ts";
import type { RestartStrategy } from "./supervision.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { aborted, Double, IN, OUT } from "./test_doubles.ts";

const boom = new Error("boom");

Deno.test("a component starts after those it is declared to, and stops before them", async () => {
  const events: string[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(noted("api", events), { after: ["cache", "database"] })
    .registerComponent(noted("cache", events), { after: ["database"] })
    .registerComponent(noted("database", events));
  await harness.start();
  assertEquals(events.splice(0), [
    "setup database",
    "process database",
    "setup cache",
    "process cache",
    "setup api",
    "process api",
  ]);
  await harness.stop();
  assertEquals(events, ["cleanup api", "cleanup cache", "cleanup database"]);
});

Deno.test("what is declared comes before what the connections say", async () => {
  const events: string[] = [];
  let refusal: unknown;
  const sender = noted("sender", events, async (self) => {
    await aborted(receiver.signal);
    refusal = await self.emit("out", 1).catch((error) => error);
    await aborted(self.signal);
  });
  const receiver = noted("receiver", events);
  const harness = new SystemExecutionHarness()
    .registerComponent(sender)
    .registerComponent(receiver, { after: ["sender"] })
    .connect("sender.out", "receiver.in");
  await harness.start();
  const { stopped, ledger } = await harness.stop();
  assertEquals(events.filter((event) => !event.startsWith("process")), [
    "setup sender",
    "setup receiver",
    "cleanup receiver",
    "cleanup sender",
  ]);
  assertEquals(refusal instanceof ChannelClosed, true);
  assertEquals([stopped.length, ledger.balanced], [2, true]);
});

Deno.test("start() refuses a dependency that no component has, and circles of them, before any setup", async () => {
  const events: string[] = [];
  const harness = new SystemExecutionHarness()
    .registerComponent(noted("api", events), { after: ["databse", "cache"] })
    .registerComponent(noted("cache", events), { after: ["database"] })
    .registerComponent(noted("database", events), { after: ["api"] })
    .registerComponent(noted("selfish", events), { after: ["selfish"] });
  const { findings } = await assertRejects(() => harness.start(), GraphError);
  const found = findings.filter(({ severity }) => severity === "error");
  assertEquals(
    found.map(({ code, component, message }) => [code, component, message]),
    [
      [
        "unknown_dependency",
        "api",
        'Cannot start "api" after "databse": found no component "databse", wanted "cache" or "database" or "selfish"',
      ],
      [
        "dependency_cycle",
        "api",
        'Cannot start "api" after "cache", "cache" after "database", "database" after "api": ' +
        "found a circle, wanted one of them to start without the others",
      ],
      [
        "dependency_cycle",
        "selfish",
        'Cannot start "selfish" after "selfish": found a circle, wanted one of them to start without the others',
      ],
    ],
  );
  assertEquals(events, []);
});

Deno.test("restartGroups() takes those that receive and those that come after, and leaves alone what it comes after", () => {
  const groupOf = restartGroups({
    components: [
      { name: "api", ports: [], after: ["database"] },
      { name: "queue", ports: [] },
      { name: "database", ports: [] },
      { name: "report", ports: [], after: ["api"] },
    ],
    connections: [["api", "queue"], ["queue", "database"]].map(([a, b]) => ({
      from: { component: a!, port: "out" },
      to: { component: b!, port: "in" },
      type: "data_stream",
      bufferSize: 1,
    })),
  });
  const group = (name: string) => [...groupOf(name)].toSorted();
  assertEquals(group("api"), ["api", "queue", "report"]);
  assertEquals(group("queue"), ["api", "database", "queue", "report"]);
  assertEquals(group("database"), ["api", "database", "queue", "report"]);
  assertEquals(group("report"), ["report"]);
});

const RESTARTED: Readonly<
  Record<RestartStrategy, Readonly<Record<string, readonly string[]>>>
> = {
  one_for_one: { database: ["database"], api: ["api"] },
  rest_for_one: { database: ["database", "api"], api: ["api"] },
  one_for_all: {
    database: ["database", "api"],
    api: ["database", "api"],
  },
};
for (const strategy of Object.keys(RESTARTED) as RestartStrategy[]) {
  for (const [failing, restarted] of Object.entries(RESTARTED[strategy])) {
    Deno.test(`${strategy} starts ${restarted.join(", ")} again when ${failing} fails and api asks database, which it comes after`, async () => {
      const events: string[] = [];
      const fate = Promise.withResolvers<void>();
      let isFirst = true;
      const mortal = (name: string) =>
        noted(name, events, (self) => {
          if (name !== failing || !isFirst) return aborted(self.signal);
          isFirst = false;
          return Promise.race([fate.promise, aborted(self.signal)]);
        });
      await using harness = new SystemExecutionHarness({
        supervision: { strategy, backoff: { firstMs: 0 } },
      })
        .registerComponent(mortal("api"), {
          after: ["database"],
          restart: "transient",
        })
        .registerComponent(mortal("database"), { restart: "transient" })
        .connect("api.out", "database.in", { type: "request_reply" });
      await harness.start();
      events.length = 0;
      fate.reject(boom);
      const last = `process ${restarted.at(-1)}`;
      for (let turn = 0; turn < 100 && !events.includes(last); turn++) {
        await new Promise((resolve) => setTimeout(resolve));
      }
      assertEquals(
        events.filter((event) => event.startsWith("setup")),
        restarted.map((name) => `setup ${name}`),
      );
    });
  }
}

/** A component that notes what happens to it, and waits for its stop unless it is told otherwise. */
function noted(
  name: string,
  events: string[],
  process: (self: Double) => Promise<void> = (self) => aborted(self.signal),
): Double {
  return new Double(name, {
    ports: { ...IN, ...OUT },
    setup: () => void events.push(`setup ${name}`),
    process: (self) => {
      events.push(`process ${name}`);
      return process(self);
    },
    cleanup: async () => {
      for (let turn = 0; turn < 3; turn++) {
        await new Promise((resolve) => setTimeout(resolve)); // others could overtake
      }
      events.push(`cleanup ${name}`);
    },
  });
}
