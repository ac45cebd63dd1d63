import type { Clock } from "./clock.ts";
import type { FullPolicy } from "./channel_stats.ts";
import type { DeadLetterStore } from "./dead_letter_store.ts";
import type { BindingType } from "./graph.ts";
import type { Log } from "./log.ts";
import type { MemberOptions } from "./member_options.ts";
import type { Message } from "./message.ts";
import type { SupervisionOptions } from "./supervision.ts";
import type { Tracer } from "./tracer.ts";

/** Settings of a harness. */
export interface HarnessOptions {
  /**
   * Name of the system, in health, metrics and messages.
   * @default {"system"}
   */
  readonly name?: string;
  /**
   * Where the harness reports what happens.
   * @default nowhere
   */
  readonly log?: Log;
  /**
   * How long `stop()` may take, in milliseconds; `Infinity` is no limit.
   * @default {10_000}
   */
  readonly stopTimeoutMs?: number;
  /**
   * How long a request waits for its answer unless it says otherwise, in milliseconds; `Infinity` is
   * no limit.
   * @default {10_000}
   */
  readonly requestTimeoutMs?: number;
  /**
   * Where the harness has its time from.
   * @default the machine's
   */
  readonly clock?: Clock;
  /** How the system deals with components that fail and are to be started again. */
  readonly supervision?: SupervisionOptions;
  /** How each component is treated, as far as `registerComponent()` does not say otherwise. */
  readonly memberDefaults?: MemberOptions;
  /**
   * How many dead letters are kept in memory; all are counted.
   * @default {1000}
   */
  readonly deadLetterLimit?: number;
  /**
   * Where dead letters are kept instead, within a limit of its own; disposed of when the system stops.
   * @default in memory
   */
  readonly deadLetters?: DeadLetterStore;
  /**
   * Who records a span for each message that is handled; `false` is nobody.
   * @default the OpenTelemetry of this process when the harness is made: Deno's own where
   * `OTEL_DENO=true`, else what is registered with `@opentelemetry/api`, else nobody
   */
  readonly tracer?: Tracer | false;
}

/** Settings of a connection. */
export interface ConnectOptions {
  /**
   * Most messages that may be queued.
   * @default {100}
   */
  readonly bufferSize?: number;
  /**
   * What the connection is for.
   * @default {"data_stream"}
   */
  readonly type?: BindingType;
  /**
   * What happens to a message for which there is no room.
   * @default {"block"}
   */
  readonly whenFull?: FullPolicy;
  /**
   * A stream through which the messages, envelope included, travel. A `Channel` is used as it is: its
   * capacity and policy count. It belongs to the connection from then on; both of its sides must be
   * free, and open.
   * @default a channel of its own
   */
  readonly stream?: TransformStream<Message, Message>;
}

/** Settings of `stop()`. */
export interface StopOptions {
  /**
   * How long it may take, in milliseconds. `Infinity` waits for every message to be taken and every
   * component to end, if it takes for ever.
   * @default the harness's `stopTimeoutMs`
   */
  readonly timeoutMs?: number;
}
