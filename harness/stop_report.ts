import { type ChannelStats, ledgerBalances } from "./channel_stats.ts";
import type { ComponentState } from "./component_status.ts";
import type { Link } from "./link.ts";
import type { LogEntry } from "./log.ts";
import type { Member } from "./member.ts";

/** An error met while stopping, or one that a component had before. */
export interface StopError {
  /** Name of the component or the resource. */
  readonly name: string;
  /** What was thrown. */
  readonly error: unknown;
}

/** Where every message of a system went. */
export interface Ledger {
  /** Whether every accepted message is accounted for, channel by channel. */
  readonly balanced: boolean;
  /** Names of the channels for which that is not so. */
  readonly unbalanced: readonly string[];
  /** Messages accepted by all channels. */
  readonly accepted: number;
  /** Messages dealt with. */
  readonly acknowledged: number;
  /** Messages that became dead letters. */
  readonly dead: number;
  /** Messages dropped. */
  readonly dropped: number;
  /** Messages still queued. */
  readonly queued: number;
  /** Messages taken by a component that never finished with them. */
  readonly inHand: number;
}

/** What a component had not taken from a connection when it ended. */
export interface Untaken {
  /** The connection, `a.out -> b.in`. */
  readonly connection: string;
  /** How many messages; they became dead letters. */
  readonly messages: number;
}

/** How a system stopped. */
export interface StopReport {
  /** Names of the components that ended in good order. */
  readonly stopped: readonly string[];
  /** Names of the components that failed. */
  readonly failed: readonly string[];
  /** Names of the components that did not end in time and were given up. */
  readonly abandoned: readonly string[];
  /**
   * Errors of lifecycle methods, the latest 100 of each component (its `status.errorCount` counts all),
   * and of the disposal of resources.
   */
  readonly errors: readonly StopError[];
  /** Where every message went. */
  readonly ledger: Ledger;
  /** Connections with messages that nobody took before the component at their end had ended. */
  readonly untaken: readonly Untaken[];
  /** Dead letters in all. */
  readonly deadLetters: number;
  /** Milliseconds it took. */
  readonly durationMs: number;
}

/** What a report is made from. */
export interface StopReportInit {
  /** All components. */
  readonly members: readonly Member[];
  /** All connections. */
  readonly links: readonly Link[];
  /** What disposing of resources threw. */
  readonly resourceErrors: readonly StopError[];
  /** The last counts of all channels. */
  readonly channels: readonly ChannelStats[];
  /** How many messages died. */
  readonly deadLetters: number;
  /** Milliseconds the stop took. */
  readonly durationMs: number;
}

/** Sums up how a system stopped. */
export function stopReport(init: StopReportInit): StopReport {
  const {
    members,
    links,
    resourceErrors,
    channels,
    deadLetters,
    durationMs,
  } = init;
  const abandoned = members.filter((member) => member.isAbandoned);
  const named = (state: ComponentState) =>
    members.filter((member) =>
      member.component.status.state === state && !member.isAbandoned
    ).map((member) => member.name);
  return {
    stopped: named("stopped"),
    failed: named("error"),
    abandoned: abandoned.map((member) => member.name),
    errors: [
      ...members.flatMap(({ name, errors }) =>
        errors.map((error) => ({ name, error }))
      ),
      ...resourceErrors,
    ],
    ledger: ledgerOf(channels),
    untaken: links.filter(({ untaken }) => untaken > 0)
      .map(({ name, untaken }) => ({ connection: name, messages: untaken })),
    deadLetters,
    durationMs,
  };
}

/** Tells the log how a system stopped: as an error when messages or components were lost on the way. */
export function stopEntry(system: string, report: StopReport): LogEntry {
  const { abandoned, failed, ledger, untaken, deadLetters, durationMs } =
    report;
  const clean = abandoned.length === 0 && ledger.balanced;
  return {
    level: clean ? "info" : "error",
    event: "system_stopped",
    system,
    abandoned,
    failed,
    unbalanced: ledger.unbalanced,
    untaken,
    deadLetters,
    durationMs,
  };
}

/** Adds up the channels' ledgers. */
function ledgerOf(channels: readonly ChannelStats[]): Ledger {
  const sum = (read: (stats: ChannelStats) => number) =>
    channels.reduce((total, stats) => total + read(stats), 0);
  const unbalanced = channels.filter((stats) => !ledgerBalances(stats)).map((
    { name },
  ) => name);
  return {
    balanced: unbalanced.length === 0,
    unbalanced,
    accepted: sum((stats) => stats.sent),
    acknowledged: sum((stats) => stats.acknowledged),
    dead: sum((stats) => stats.dead),
    dropped: sum((stats) => stats.dropped),
    queued: sum((stats) => stats.depth),
    inHand: sum((stats) => stats.inHand),
  };
}
