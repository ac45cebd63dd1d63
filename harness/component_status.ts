import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import { InvalidStateTransition } from "./errors.ts";
import type { Log } from "./log.ts";

/** Where a component is in its life. */
export type ComponentState =
  | "created"
  | "ready"
  | "running"
  | "stopping"
  | "stopped"
  | "error";

/** The states that may follow each state. */
export const TRANSITIONS: Readonly<
  Record<ComponentState, readonly ComponentState[]>
> = {
  created: ["ready", "error"],
  ready: ["running", "stopping", "error"],
  running: ["stopping", "error"],
  stopping: ["stopped", "error"],
  stopped: ["ready"],
  error: ["ready", "stopped"],
};

/**
 * Makes a status go by a harness's clock, which is then also the time at which it was created, and
 * report its transitions in the harness's log.
 */
export let followHarness: (status: ComponentStatus, harness: Followed) => void;

/** What a status needs of a harness. */
interface Followed {
  readonly clock: Clock;
  readonly log: Log;
}

/** The state of one component, which only changes along `TRANSITIONS`, and its errors. */
export class ComponentStatus {
  readonly #component: string;
  #clock: Clock = SYSTEM_CLOCK;
  #log: Log = () => {};
  #state: ComponentState = "created";
  #lastTransition = new Date();
  #errorCount = 0;
  #lastError: unknown;

  static {
    followHarness = (status, { clock, log }) => {
      status.#clock = clock;
      status.#log = log;
      if (status.#state === "created") status.#stamp();
    };
  }

  /** Starts in `created`. The name is for messages. */
  constructor(component: string) {
    this.#component = component;
  }

  /** Where the component is now. */
  get state(): ComponentState {
    return this.#state;
  }

  /** When it came there, by the clock of the harness that it is registered with. */
  get lastTransition(): Date {
    return this.#lastTransition;
  }

  /** Failed messages and failed lifecycle methods so far. */
  get errorCount(): number {
    return this.#errorCount;
  }

  /** What the last failure threw. */
  get lastError(): unknown {
    return this.#lastError;
  }

  /** Whether the component is processing. */
  get isRunning(): boolean {
    return this.#state === "running";
  }

  /** Goes to another state. Throws `InvalidStateTransition` when it does not follow this one. */
  transitionTo(next: ComponentState): void {
    const allowed = TRANSITIONS[this.#state];
    if (!allowed.includes(next)) {
      throw new InvalidStateTransition(
        `Cannot move component "${this.#component}" from "${this.#state}": ` +
          `found "${next}", wanted ${
            allowed.map((state) => `"${state}"`).join(" or ")
          }`,
      );
    }
    const from = this.#state;
    this.#state = next;
    this.#stamp();
    const [event, component] = ["transition", this.#component];
    this.#log({ level: "debug", event, component, from, to: next });
  }

  /** Counts a failure and keeps it as `lastError`. */
  recordError(error: unknown): void {
    this.#errorCount++;
    this.#lastError = error;
  }

  #stamp(): void {
    this.#lastTransition = new Date(this.#clock.date());
  }
}
