import { assertMilliseconds } from "./assert_milliseconds.ts";
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import type { DeadLetter } from "./dead_letter.ts";
import type { DeadLetterStore } from "./dead_letter_store.ts";
import type { HarnessOptions } from "./harness_options.ts";
import { harmless } from "./harmless_log.ts";
import type { Log } from "./log.ts";
import { openTelemetryTracer } from "./open_telemetry_tracer.ts";
import { Ticker } from "./ticker.ts";
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
  /** How long the system may take to stop, in milliseconds. */
  readonly stopTimeoutMs: number;
  /** Who records spans; undefined when nobody does. */
  readonly tracer: Tracer | undefined;
  /** Takes a message that could not be handled. */
  readonly addDeadLetter: (letter: DeadLetter) => void;
}

/** Makes what the components of a harness with such options share. Throws `RangeError` for a bad time. */
export function componentRuntime(
  options: HarnessOptions,
  letters: DeadLetterStore,
): ComponentRuntime {
  const { requestTimeoutMs = 10_000, stopTimeoutMs = 10_000 } = options;
  const { clock = SYSTEM_CLOCK, tracer } = options;
  assertMilliseconds(stopTimeoutMs, 'Cannot use "stopTimeoutMs"');
  assertMilliseconds(requestTimeoutMs, 'Cannot use "requestTimeoutMs"');
  return {
    clock,
    ticker: new Ticker(clock),
    log: harmless(options.log),
    requestTimeoutMs,
    stopTimeoutMs,
    tracer: tracer === false ? undefined : tracer ?? openTelemetryTracer(),
    addDeadLetter: (letter) => letters.add(letter),
  };
}
