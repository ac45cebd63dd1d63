import { assertEquals } from "@std/assert";
import { adminHandler } from "./admin_handler.ts";
import type { AdminSnapshot } from "./admin_snapshot.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { aborted, client, Double, OUT } from "./test_doubles.ts";
import { toPrometheus } from "./to_prometheus.ts";
import { VirtualClock } from "./virtual_clock.ts";

Deno.test("health, metrics and the live page agree on a component between two lives", async () => {
  const clock = new VirtualClock(Date.UTC(2031, 0, 1));
  let lives = 0;
  const mortal = new Double("mortal", {
    setup: () => {
      if (lives === 1) {
        lives++;
        throw new Error("no disk");
      }
    },
    process: (self) => {
      if (++lives === 1) throw new Error("boom");
      return aborted(self.signal);
    },
  });
  const harness = new SystemExecutionHarness({
    clock,
    supervision: { backoff: { firstMs: 1000, jitter: 0 } },
  })
    .registerComponent(mortal, { restart: "transient" })
    .registerComponent(client("other"));
  const page = adminHandler(harness, { clock });
  const look = async () => {
    const response = await page(new Request("http://localhost/state"));
    const { at, health, metrics }: AdminSnapshot = await response.json();
    const { state, restarting } = harness.health().components[0]!;
    assertEquals(health.components[0]?.restarting, restarting);
    assertEquals(metrics.components[0]?.restarting, restarting !== undefined);
    const gauge = toPrometheus(harness.metrics()).match(
      /_component_restarting\{.*"mortal"\} (\d)/,
    )?.[1];
    assertEquals(gauge, restarting ? "1" : "0");
    return [at.slice(11, 19), health.status, state, restarting];
  };
  await harness.start();
  await clock.advance(500);
  const since = "2031-01-01T00:00:00.000Z";
  assertEquals(await look(), [
    "00:00:00",
    "degraded",
    "error",
    { since, error: "boom" },
  ]);
  await clock.advance(600); // the setup of the second life fails: the rest goes on
  assertEquals(await look(), [
    "00:00:01",
    "degraded",
    "error",
    { since, error: "no disk" },
  ]);
  await clock.advance(5_000);
  assertEquals(await look(), ["00:00:06", "ok", "running", undefined]);
  await harness.stop();
});

Deno.test("a component that rests for another's sake is restarting without an error", async () => {
  const clock = new VirtualClock();
  let lives = 0;
  const mortal = new Double("mortal", {
    ports: OUT,
    process: (self) => {
      if (lives++ === 0) throw new Error("boom");
      return aborted(self.signal);
    },
  });
  const harness = new SystemExecutionHarness({
    clock,
    supervision: {
      strategy: "one_for_all",
      backoff: { firstMs: 9, jitter: 0 },
    },
  })
    .registerComponent(mortal, { restart: "transient" })
    .registerComponent(client("other"), { restart: "transient" });
  await harness.start();
  await clock.advance(1);
  const { components } = harness.health();
  assertEquals(components.map(({ restarting }) => restarting?.error), [
    "boom",
    undefined,
  ]);
  assertEquals(components[1]?.restarting?.since, "1970-01-01T00:00:00.000Z");
  const stopped = harness.stop();
  await clock.advance(0);
  await stopped;
  assertEquals(harness.health().components[1]?.restarting, undefined);
});
