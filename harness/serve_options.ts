import type { Message } from "./message.ts";
import type { BackoffOptions } from "./supervision.ts";

/** Settings of `serve()`. */
export interface ServeOptions {
  /**
   * Most messages in hand at once, per port. With 1, messages are handled strictly one after another.
   * @default the `concurrency` that the port declares, else 64
   */
  readonly concurrency?: number;
  /**
   * What keeps messages in order: those with the same key are handled one after another, in the order
   * they came, while others are handled at the same time. Those that wait for their turn are in hand.
   * @default no order among messages in hand
   */
  readonly key?: (data: never, message: Message<never>) => unknown;
  /**
   * How often a message is tried again whose handler failed, before it counts as failed.
   * @default once is all
   */
  readonly retry?: RetryOptions;
}

/** How messages are tried again. The waits are those of `BackoffOptions`. */
export interface RetryOptions extends BackoffOptions {
  /** How often a message is handed to the handler at most, an integer of at least 1. */
  readonly attempts: number;
  /**
   * Tells whether it is worth another try, after an error.
   * @default always
   */
  readonly retryIf?: (error: unknown) => boolean;
}
