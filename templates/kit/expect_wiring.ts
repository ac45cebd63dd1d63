/**
 * Checks of how a system is wired, for tests.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { SystemExecutionHarness } from "@autocoder/harness";

/** A channel as it should be. */
export interface ExpectedChannel {
  /** Its ends, such as `api_gateway.task_requests -> task_controller.process_request`. */
  readonly channel: string;
  /** What it carries, such as `request_reply`. */
  readonly type: string;
  /** How many messages it holds. */
  readonly capacity: number;
}

/**
 * Expects a system to have channels as they should be, and ports that all say the type of their messages: both ends of a
 * channel are held to it where both say it.
 *
 * @param metrics what `/metrics` answers.
 */
export function expectWiring(
  harness: SystemExecutionHarness,
  metrics: string,
  expected: {
    readonly system: string;
    readonly channels: readonly ExpectedChannel[];
  },
): void {
  for (const { channel, type, capacity } of expected.channels) {
    const labels =
      `system="${expected.system}",channel="${channel}",type="${type}"`;
    const line = `harness_channel_capacity{${labels}} ${capacity}`;
    assert.ok(metrics.split("\n").includes(line), `no metric: ${line}`);
  }
  for (const { name, ports } of harness.describe().components) {
    for (const port of ports) {
      const what = `${name}.${port.name} does not say the type of its messages`;
      assert.ok(port.type, what);
    }
  }
}
