import assert from "node:assert/strict";
import {
  HarnessComponent,
  type PortSpec,
  SystemExecutionHarness,
  toPrometheus,
} from "@autocoder/harness";
import { expectWiring } from "./expect_wiring.ts";

const CHANNEL = { channel: "a.out -> b.in", type: "data_stream", capacity: 7 };
const EXPECTED = { system: "some", channels: [CHANNEL] };

Deno.test("expectWiring() takes channels and ports that are as they should be", () => {
  const harness = harnessOf("Thing");
  expectWiring(harness, toPrometheus(harness.metrics()), EXPECTED);
});

Deno.test("expectWiring() refuses a missing channel, another name, type or capacity, and ports without a type", () => {
  const harness = harnessOf("Thing");
  const metrics = toPrometheus(harness.metrics());
  const wrong = [
    { system: "other", channels: [CHANNEL] },
    { ...EXPECTED, channels: [{ ...CHANNEL, channel: "a.out -> c.in" }] },
    { ...EXPECTED, channels: [{ ...CHANNEL, type: "error_stream" }] },
    { ...EXPECTED, channels: [{ ...CHANNEL, capacity: 8 }] },
  ];
  for (const expected of wrong) {
    assert.throws(() => expectWiring(harness, metrics, expected));
  }
  const untyped = harnessOf();
  assert.throws(
    () => expectWiring(untyped, toPrometheus(untyped.metrics()), EXPECTED),
    /a\.out does not say/,
  );
});

class Part extends HarnessComponent<{ ports: Record<string, PortSpec> }> {
  override readonly ports: Readonly<Record<string, PortSpec>> =
    this.config.ports;

  override process(): Promise<void> {
    return Promise.resolve();
  }
}

function harnessOf(type?: string): SystemExecutionHarness {
  const port = (direction: "in" | "out"): PortSpec => ({
    direction,
    ...(type === undefined ? {} : { type }),
  });
  const harness = new SystemExecutionHarness({ name: "some" });
  return harness
    .registerComponent(new Part("a", { ports: { out: port("out") } }))
    .registerComponent(new Part("b", { ports: { in: port("in") } }))
    .connect("a.out", "b.in", { bufferSize: 7 });
}
