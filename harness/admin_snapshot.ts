import { causePreview, dataPreview } from "./data_preview.ts";
import type { DeadLetter } from "./dead_letter.ts";
import type { Diagnosis } from "./diagnose.ts";
import {
  type ComponentDescription,
  type ConnectionDescription,
  formatAddress,
} from "./graph.ts";
import type { ChannelFigures, HarnessMetrics } from "./harness_metrics.ts";
import type { HarnessState, HealthReport } from "./health.ts";
import type { NumberedLetters } from "./numbered_letters.ts";
import type { SystemExecutionHarness } from "./system_execution_harness.ts";

/** All that the live page shows of one moment, in plain data. */
export interface AdminSnapshot {
  /** Name of the system. */
  readonly system: string;
  /** Where the harness is in its life. */
  readonly state: HarnessState;
  /** When it was taken, RFC 3339 in UTC. */
  readonly at: string;
  /** Differs when there are other components or channels than before. */
  readonly revision: string;
  /** Components and connections. */
  readonly topology: AdminTopology;
  /** Health of the system and of every component. */
  readonly health: HealthReport;
  /** Figures of every component and channel. */
  readonly metrics: HarnessMetrics;
  /** Who waits for whom. */
  readonly diagnosis: Diagnosis;
  /** Messages that could not be handled. */
  readonly deadLetters: AdminDeadLetters;
}

/** Components and connections, each connection with the places of its channels among the figures. */
export interface AdminTopology {
  /** All components. */
  readonly components: readonly ComponentDescription[];
  /** All connections. */
  readonly connections: readonly AdminConnection[];
}

/** A connection and its channels, as indexes into `metrics.channels`. */
export interface AdminConnection extends ConnectionDescription {
  /** `a.out -> b.in`, as in the diagnosis and in dead letters. */
  readonly name: string;
  /** The channel that the sender sends into. */
  readonly channel: number;
  /** The channel on the other side of a foreign stream. */
  readonly inbound?: number;
  /** The channel that was made for the answers alone. */
  readonly reply?: number;
}

/** The latest dead letters and how many there are. */
export interface AdminDeadLetters {
  /** Dead letters so far. */
  readonly total: number;
  /** How many are kept and can be sent again. */
  readonly kept: number;
  /** The latest of those, newest first. */
  readonly letters: readonly AdminDeadLetter[];
}

/** A dead letter in plain data. */
export interface AdminDeadLetter {
  /** By which it is sent again; means something to the handler that made the snapshot only. */
  readonly id: string;
  /** The component that should have handled it, or that failed to send it. */
  readonly component: string;
  /** The port it came in by, or should have left by. */
  readonly port: string;
  /** The connection it came by, or could not be sent by. */
  readonly connection: string;
  /** Which attempt this was, from 1. */
  readonly attempt: number;
  /** What was thrown, and the causes of it. */
  readonly cause: string;
  /** When the message was sent, RFC 3339 in UTC. */
  readonly time: string;
  /** Name of the type of the data. */
  readonly type: string;
  /** The beginning of the data. */
  readonly data: string;
  /** Why it cannot be sent again; absent when it can. */
  readonly notRedrivable?: string;
}

/** The time of a snapshot, and how much of the dead letters it tells. */
export interface AdminSnapshotOptions {
  /** Most letters. */
  readonly letterLimit: number;
  /** Most characters of the data of each. */
  readonly previewLength: number;
  /** The time of the snapshot, in milliseconds of the Unix epoch. */
  readonly at: number;
  /** Writes the data of a letter in place of the built-in preview, to leave out what is nobody's business. */
  readonly preview?: (letter: DeadLetter) => string;
}

/** Takes a snapshot of a harness. */
export function adminSnapshot(
  harness: SystemExecutionHarness,
  numbers: NumberedLetters,
  options: AdminSnapshotOptions,
): AdminSnapshot {
  const { components, connections } = harness.describe();
  const metrics = harness.metrics();
  return {
    system: harness.name,
    state: harness.state,
    at: new Date(options.at).toISOString(),
    revision: revisionOf(metrics),
    topology: {
      components,
      connections: withChannels(connections, metrics.channels),
    },
    health: harness.health(),
    metrics,
    diagnosis: harness.diagnose(),
    deadLetters: lettersOf(harness, numbers, options, metrics.deadLetters),
  };
}

/** Channels come in the order of the connections: each has one, some a second or one for answers. */
function withChannels(
  connections: readonly ConnectionDescription[],
  channels: readonly ChannelFigures[],
): AdminConnection[] {
  let next = 0;
  return connections.map((connection) => {
    const name = `${formatAddress(connection.from)} -> ${
      formatAddress(connection.to)
    }`;
    const channel = next++;
    const isPair = channels[channel]?.connection === name &&
      channels[next]?.connection === name && channels[next]?.type !== "reply";
    const inbound = isPair ? next++ : undefined;
    const reply = channels[next]?.type === "reply" ? next++ : undefined;
    return { ...connection, name, channel, inbound, reply };
  });
}

function lettersOf(
  { deadLetters }: SystemExecutionHarness,
  numbers: NumberedLetters,
  { letterLimit, previewLength, preview }: AdminSnapshotOptions,
  total: number,
): AdminDeadLetters {
  const latest = deadLetters.slice(
    Math.max(0, deadLetters.length - letterLimit),
  );
  return {
    total,
    kept: deadLetters.length,
    letters: latest.map((letter) => ({
      id: numbers.idOf(letter),
      component: letter.component,
      port: letter.port,
      connection: letter.connection,
      attempt: letter.attempt,
      cause: causePreview(letter.cause, CAUSE_LENGTH),
      time: letter.message.time,
      type: letter.message.type,
      data: preview
        ? previewed(letter, preview)
        : dataPreview(letter.message.data, previewLength),
      notRedrivable: letter.notRedrivable,
    })).toReversed(),
  };
}

function previewed(
  letter: DeadLetter,
  preview: (letter: DeadLetter) => string,
): string {
  try {
    return preview(letter);
  } catch (error) {
    return `[no preview: ${causePreview(error, CAUSE_LENGTH)}]`;
  }
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/): it tells apart, and hides nothing. */
function revisionOf({ components, channels }: HarnessMetrics): string {
  let hash = 0x811c9dc5;
  for (const { name } of [...components, ...channels]) {
    for (const character of `${name}\n`) {
      hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
    }
  }
  return (hash >>> 0).toString(16);
}

const CAUSE_LENGTH = 400;
