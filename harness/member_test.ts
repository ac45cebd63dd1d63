import { assertEquals, assertInstanceOf, assertRejects } from "@std/assert";
import { InvalidStateTransition } from "./errors.ts";
import type { LogEntry } from "./log.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { aborted, Double, type DoubleConfig } from "./test_doubles.ts";

const boom = new Error("boom");

/** Moves a component past its end, from where no way leads on but a new life. */
function moveToStopped({ status }: Double): void {
  status.transitionTo("stopping");
  status.transitionTo("stopped");
}

/** What a component that moves its own status may do, and how it ends. */
const WILFUL: Readonly<
  Record<string, { config: DoubleConfig; state: string; errors: unknown[] }>
> = {
  "ends after it moved to stopped": {
    config: { process: moveToStopped },
    state: "stopped",
    errors: [InvalidStateTransition],
  },
  "fails after it moved to stopped": {
    config: {
      process: (self) => {
        moveToStopped(self);
        throw boom;
      },
    },
    state: "stopped",
    errors: [InvalidStateTransition, Error],
  },
  "ends after it moved to error": {
    config: { process: ({ status }) => status.transitionTo("error") },
    state: "error",
    errors: [],
  },
  "fails after it moved to error": {
    config: {
      process: ({ status }) => {
        status.transitionTo("error");
        throw boom;
      },
    },
    state: "error",
    errors: [Error],
  },
  "ends in a new life": {
    config: {
      process: (self) => {
        moveToStopped(self);
        self.status.transitionTo("ready");
      },
    },
    state: "stopped",
    errors: [],
  },
  "moves to stopped while it is cleaned up": {
    config: { cleanup: ({ status }) => status.transitionTo("stopped") },
    state: "stopped",
    errors: [],
  },
  "fails to clean up after it moved to stopped": {
    config: {
      cleanup: ({ status }) => {
        status.transitionTo("stopped");
        throw boom;
      },
    },
    state: "stopped",
    errors: [Error, InvalidStateTransition],
  },
};

for (const [what, { config, state, errors }] of Object.entries(WILFUL)) {
  Deno.test(`a component that ${what} is settled, and what was refused is recorded`, async () => {
    const log: LogEntry[] = [];
    const wilful = new Double("wilful", config);
    const harness = new SystemExecutionHarness({ log: (e) => log.push(e) })
      .registerComponent(wilful);
    await harness.run();
    const report = await harness.stop();
    assertEquals([report.abandoned, wilful.status.state], [[], state]);
    assertEquals(report.errors.map(({ error }) => error?.constructor), errors);
    assertEquals(wilful.status.errorCount, errors.length);
    const told = log.filter(({ level }) => level === "error");
    assertEquals(told.length, errors.length);
  });
}

Deno.test("a component that is ready again while it runs is cleaned up once, after it has ended", async () => {
  const order: string[] = [];
  const reborn = new Double("reborn", {
    process: async (self) => {
      moveToStopped(self);
      self.status.transitionTo("ready");
      await aborted(self.signal);
      order.push("ended");
    },
    cleanup: () => void order.push("cleaned up"),
  });
  const harness = new SystemExecutionHarness().registerComponent(reborn);
  await harness.start();
  const { abandoned } = await harness.stop();
  assertEquals([order, abandoned], [["ended", "cleaned up"], []]);
});

Deno.test("a setup that moved its own status and failed rejects the start with its own error", async () => {
  const wilful = new Double("wilful", {
    setup: (self) => {
      self.status.transitionTo("ready");
      moveToStopped(self);
      throw boom;
    },
  });
  const harness = new SystemExecutionHarness().registerComponent(wilful);
  assertEquals(await assertRejects(() => harness.start()), boom);
  const { errors } = await harness.stop();
  assertEquals(errors.length, 2);
  assertInstanceOf(errors[0]?.error, InvalidStateTransition);
});
