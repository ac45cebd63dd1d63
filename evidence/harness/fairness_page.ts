/**
 * Renders how saturated systems treat everything else.
 *
 * @module
 */
import { table } from "../record.ts";
import type { Fairness, FairnessFigures } from "./fairness.ts";

/** Renders one run. */
export function fairnessText({ seconds, systems }: Fairness): string {
  const rows = systems.map((system) => [
    system.name,
    `${(system.messagesPerSecond / 1e6).toFixed(2)} M`,
    system.busy.toFixed(2),
    `${ms(system.timer.p99)} · ${ms(system.timer.longest)}`,
    ms(system.timer.longestOfOurs),
    `${ms(system.health.p50)} · ${ms(system.health.p99)}`,
    `${ms(system.signalMs)} · ${ms(system.sigtermMs)}`,
    ms(system.stopMs),
    system.exact ? "exact" : "NOT EXACT",
  ]);
  return `## Saturated for ${seconds} seconds

Each system in a process of its own, every component with something to do at every moment; times in
milliseconds. The timer is one of 5 ms; "of ours" takes off the time in which the machine had given
the processor to another process. Health is asked over HTTP from another process about every 10 ms,
signals are sent from there every half second, SIGTERM at the end.

${
    table([
      "",
      "messages a second",
      "processors busy",
      "timer gap p99 · longest",
      "longest of ours",
      "health p50 · p99",
      "signal handled, longest · SIGTERM",
      "stop",
      "ledger",
    ], [...rows, [
      "goal",
      "",
      "1",
      "longest 20",
      "20",
      "p99 50",
      "50",
      "1,000",
      "exact",
    ]])
  }`;
}

/** The longest stop of a saturated system, in milliseconds. */
export function slowestStop({ systems }: Fairness): number {
  return Math.max(...systems.map((system: FairnessFigures) => system.stopMs));
}

function ms(milliseconds: number): string {
  return milliseconds.toFixed(1);
}
