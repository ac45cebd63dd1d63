import { Channel, coreOf } from "./channel.ts";
import type { ChannelCore } from "./channel_core.ts";
import type { RelayTarget } from "./relay_options.ts";
import type { RelayReport, TargetReport } from "./relay_report.ts";

/**
 * Gives one value to every target when all are channels that accept it at once, and returns what a relay
 * would report; undefined, and nothing done, when one would have to wait, refuses, or is a stream.
 */
export function broadcastNow<T>(
  targets: readonly RelayTarget<T>[],
  value: T,
): RelayReport | undefined {
  if (targets.length === 0) return undefined;
  const cores: ChannelCore<T>[] = [];
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i];
    if (!(target instanceof Channel)) return undefined;
    const core = coreOf(target);
    if (!acceptsNow(core, targets, i)) return undefined;
    cores.push(core);
  }
  const reports: TargetReport[] = [];
  for (const core of cores) {
    core.tryPush(value);
    reports.push(accepted(core.name));
  }
  return {
    end: "closed",
    reason: undefined,
    received: 1,
    passed: 1,
    unmatched: 0,
    failed: 0,
    undelivered: 0,
    targets: reports,
  };
}

function acceptsNow<T>(
  core: ChannelCore<T>,
  targets: readonly unknown[],
  index: number,
): boolean {
  if (core.state !== "open") return false;
  if (core.whenFull === "drop-oldest" || core.whenFull === "drop-newest") {
    return true;
  }
  const room = core.capacity - core.size;
  if (room >= targets.length) return true;
  // One that is named twice gets the value twice.
  return room > 0 && targets.indexOf(targets[index], index + 1) < 0;
}

function accepted(name: string): TargetReport {
  return { name, accepted: 1, refused: 0, gone: false, reason: undefined };
}
