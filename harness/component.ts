import { ComponentStatus } from "./component_status.ts";
import { ComponentMetrics } from "./component_metrics.ts";
import type { Log } from "./log.ts";

/** What the harness gives a component when it sets it up. */
export interface ComponentContext {
  /** Name of the component. */
  readonly name: string;
  /** Aborted when the component is to stop. */
  readonly signal: AbortSignal;
  /** Where the component reports what happens. */
  readonly log: Log;
}

/** The settings as the last argument of a constructor: needed unless they may be undefined. */
export type ConfigArgument<C> = undefined extends C ? [config?: C]
  : [config: C];

/**
 * Something long-lived that a harness sets up, runs and stops. Extend `HarnessComponent` for one that
 * has ports.
 */
export abstract class Component<C = unknown> {
  /** Name, unique in the system, without a dot. */
  readonly name: string;
  /** Settings, as given. */
  readonly config: C;
  /** State and errors. */
  readonly status: ComponentStatus;
  /** Counters. */
  readonly metrics: ComponentMetrics = new ComponentMetrics();

  /**
   * Takes the settings too, unless there need be none. Throws `TypeError` when the name is empty or
   * holds a dot, which separates it from a port's name.
   */
  constructor(name: string, ...config: ConfigArgument<C>) {
    if (name === "" || name.includes(".")) {
      throw new TypeError(
        `Cannot make component "${name}": found ${
          name ? "a dot in its name" : "no name"
        }, ` +
          `wanted a name without dots`,
      );
    }
    this.name = name;
    this.config = config[0] as C; // absent only where C includes undefined
    this.status = new ComponentStatus(name);
  }

  /** Prepares the component. A throw keeps the system from starting. */
  setup(_context?: ComponentContext): void | Promise<void> {}

  /**
   * Does the component's work, until there is none left or it is to stop. A throw moves the
   * component to `error` and leaves the others alone.
   */
  abstract process(): void | Promise<void>;

  /** Gives back what `setup()` and `process()` took. Called once, also after a failure. */
  cleanup(): void | Promise<void> {}
}
