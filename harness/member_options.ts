import type { Delivery, RestartKind } from "./supervision.ts";

/** How a harness treats one component. */
export interface MemberOptions {
  /**
   * Names of components that it needs, whether or not a channel connects them: it is started after
   * them, stopped before them, and under `rest_for_one` started again with them. What is declared
   * comes before what follows from the connections: who sends to a component that is stopped before
   * it gets `ChannelClosed`. Names that no component has, and circles, keep the system from starting.
   * @default none
   */
  readonly after?: readonly string[];
  /**
   * Whether the component is started again after it has ended. `setup()` is then called again on the
   * same object, with a new signal; its channels stay open and fill meanwhile.
   * @default {"temporary"}
   */
  readonly restart?: RestartKind;
  /**
   * What becomes of the messages in hand when it fails.
   * @default {"at_most_once"}
   */
  readonly delivery?: Delivery;
  /**
   * What becomes of a request that is sent to it while it waits to be started again: it is queued until
   * then (`queue`), or fails at once (`refuse`). Messages that ask for no answer are queued in any case.
   * @default {"queue"}
   */
  readonly whileResting?: "queue" | "refuse";
  /**
   * How often one message is handed to a handler at most, under `at_least_once`; then it becomes a
   * dead letter.
   * @default {3}
   */
  readonly maxAttempts?: number;
  /**
   * How long `setup()` may take, in milliseconds.
   * @default {30_000}
   */
  readonly startTimeoutMs?: number;
  /**
   * How long the component may take to end, in milliseconds, within the time that its system has.
   * @default what the system has
   */
  readonly stopTimeoutMs?: number;
}
