import type { Clock } from "./clock.ts";
import type { DeadLetter } from "./dead_letter.ts";
import type { Log } from "./log.ts";
import type { Ticker } from "./ticker.ts";
import type { Tracer } from "./tracer.ts";

/** What all components of a harness share. */
export interface ComponentRuntime {
  /** Where the time comes from. */
  readonly clock: Clock;
  /** Coarse time and deadlines. */
  readonly ticker: Ticker;
  /** Where reports go. */
  readonly log: Log;
  /** How long a request waits unless it says otherwise, in milliseconds. */
  readonly requestTimeoutMs: number;
  /** Who records spans; undefined when nobody does. */
  readonly tracer: Tracer | undefined;
  /** Takes a message that could not be handled. */
  readonly addDeadLetter: (letter: DeadLetter) => void;
}
