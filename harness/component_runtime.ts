import type { Clock } from "./clock.ts";
import type { DeadLetter } from "./dead_letter.ts";
import type { Log } from "./log.ts";
import type { Ticker } from "./ticker.ts";

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
  /** Takes a message that could not be handled. */
  readonly addDeadLetter: (letter: DeadLetter) => void;
}
