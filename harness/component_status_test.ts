import { assert, assertEquals, assertThrows } from "@std/assert";
import { type ComponentState, ComponentStatus } from "./component_status.ts";
import { InvalidStateTransition } from "./errors.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client } from "./test_doubles.ts";
import { VirtualClock } from "./virtual_clock.ts";

/** The mission's table, written out once more: the code's own table cannot test itself. */
const LEGAL = new Set([
  "created ready",
  "created error",
  "ready running",
  "ready stopping",
  "ready error",
  "running stopping",
  "running error",
  "stopping stopped",
  "stopping error",
  "stopped ready",
  "error ready",
  "error stopped",
]);

const PATHS: Readonly<Record<ComponentState, readonly ComponentState[]>> = {
  created: [],
  ready: ["ready"],
  running: ["ready", "running"],
  stopping: ["ready", "running", "stopping"],
  stopped: ["ready", "running", "stopping", "stopped"],
  error: ["error"],
};

const STATES = Object.keys(PATHS) as ComponentState[];

for (const from of STATES) {
  for (const to of STATES) {
    const legal = LEGAL.has(`${from} ${to}`);
    Deno.test(`status.transitionTo() ${legal ? "allows" : "refuses"} ${from} → ${to}`, () => {
      const status = new ComponentStatus("x");
      for (const state of PATHS[from]) status.transitionTo(state);
      assertEquals(status.state, from);
      if (legal) {
        status.transitionTo(to);
        assertEquals([status.state, status.isRunning], [to, to === "running"]);
        return;
      }
      const error = assertThrows(
        () => status.transitionTo(to),
        InvalidStateTransition,
      );
      assert(
        error.message.startsWith(
          `Cannot move component "x" from "${from}": found "${to}", wanted "`,
        ),
      );
      assertEquals(status.state, from);
    });
  }
}

Deno.test("status.lastTransition moves with the state, and errors are counted", () => {
  const status = new ComponentStatus("x");
  const before = status.lastTransition;
  status.transitionTo("ready");
  assert(status.lastTransition !== before);
  status.recordError(new Error("a"));
  status.recordError("b");
  assertEquals([status.errorCount, status.lastError], [2, "b"]);
});

Deno.test("status.lastTransition goes by the harness's clock once the component is registered", async () => {
  const clock = new VirtualClock(Date.UTC(2031, 0, 1));
  const component = client("a");
  await using harness = new SystemExecutionHarness({ clock })
    .registerComponent(component);
  const times = [component.status.lastTransition.toISOString()];
  await clock.advance(60_000);
  await harness.start();
  times.push(component.status.lastTransition.toISOString());
  assertEquals(harness.health().components[0]?.since, times[1]);
  await clock.advance(1000);
  const stopped = harness.stop();
  await clock.advance(0);
  await stopped;
  times.push(component.status.lastTransition.toISOString());
  assertEquals(times, [
    "2031-01-01T00:00:00.000Z",
    "2031-01-01T00:01:00.000Z",
    "2031-01-01T00:01:01.000Z",
  ]);
});
