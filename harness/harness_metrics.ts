import type { ComponentMetrics } from "./component_metrics.ts";
import type { ComponentState } from "./component_status.ts";
import type { ChannelStats } from "./channel_stats.ts";
import type { DeadLetterStore } from "./dead_letter_store.ts";
import type { BindingType } from "./graph.ts";
import type { Link } from "./link.ts";
import type { Member } from "./member.ts";

/** Counters of one component with its name and state. */
export interface ComponentFigures extends Readonly<ComponentMetrics> {
  /** Name of the component. */
  readonly name: string;
  /** Where it is in its life. */
  readonly state: ComponentState;
  /** Whether it has ended and is about to be started again. */
  readonly restarting: boolean;
  /** Failed messages and failed lifecycle methods so far. */
  readonly errorCount: number;
}

/** Figures of one channel with the connection it belongs to. */
export interface ChannelFigures extends ChannelStats {
  /** The connection, as `a.out -> b.in`. */
  readonly connection: string;
  /** What the connection is for; `reply` for a channel that carries answers back. */
  readonly type: BindingType | "reply";
}

/** Figures of a system since it was made, in plain data. */
export interface HarnessMetrics {
  /** Name of the system. */
  readonly system: string;
  /** Its components, in the order they were registered. */
  readonly components: readonly ComponentFigures[];
  /** Its channels, in the order they were connected. */
  readonly channels: readonly ChannelFigures[];
  /** Dead letters so far. */
  readonly deadLetters: number;
  /** Dead letters that are kept and can be looked at. */
  readonly deadLettersKept: number;
  /** Dead letters that were to be saved and are in memory only. */
  readonly deadLettersUnsaved: number;
}

/** Collects the figures of this moment. */
export function harnessMetrics(
  system: string,
  members: readonly Member[],
  links: readonly Link[],
  letters: DeadLetterStore,
): HarnessMetrics {
  return {
    system,
    components: members.map((
      { betweenLives, component: { name, metrics, status } },
    ) => ({
      name,
      state: status.state,
      restarting: betweenLives !== undefined,
      errorCount: status.errorCount,
      ...metrics,
    })),
    channels: links.flatMap((link) =>
      link.channels().map((channel) => ({
        connection: link.name,
        type: channel === link.impliedReply ? "reply" : link.type,
        ...channel.stats(),
      }))
    ),
    deadLetters: letters.total,
    deadLettersKept: letters.letters.length,
    deadLettersUnsaved: letters.trouble?.unsaved ?? 0,
  };
}
