import { RESOLVED } from "./channel_core.ts";
import type { Clock } from "./clock.ts";
import { isPromiseLike } from "./is_promise_like.ts";
import { isWithdrawn, type Message } from "./message.ts";
import type { Handler } from "./port_server.ts";
import type { RetryOptions } from "./serve_options.ts";
import { sleepUnless } from "./sleep_unless.ts";
import { backoffMs } from "./supervision.ts";

/** What retries need to know. */
export interface HandlerRetriesInit {
  /** How often, and after which waits. */
  readonly options: RetryOptions;
  /** By which the waits are counted. */
  readonly clock: Clock;
  /** Ends a wait: the message counts as failed then. */
  readonly signal: AbortSignal;
  /** Hears of each failure that is followed by another try. */
  readonly onRetry: (message: Message<never>, error: unknown) => void;
}

/** Tries messages again whose handler failed. */
export class HandlerRetries {
  readonly #init: HandlerRetriesInit;
  /** How often a message was tried again, for those that were. */
  readonly #retries = new WeakMap<Message<never>, number>();
  #isClosed = false;

  /** Throws `RangeError` when the attempts are no integer of at least 1. */
  constructor(init: HandlerRetriesInit) {
    const { attempts } = init.options;
    if (!Number.isInteger(attempts) || attempts < 1) {
      throw new RangeError(
        `Cannot serve: found ${attempts} attempts, wanted an integer of at least 1`,
      );
    }
    this.#init = init;
  }

  /** Wraps a handler: it fails when its last try has failed. */
  retried(handler: Handler): Handler {
    return (data: never, message) => {
      const again = (error: unknown) =>
        this.#again(message, error, () => handler(data, message));
      let result: unknown;
      try {
        result = handler(data, message);
      } catch (error) {
        return again(error);
      }
      if (result === RESOLVED || !isPromiseLike(result)) return result;
      return Promise.resolve(result).catch(again);
    };
  }

  /** How often a message was tried again. */
  retriesOf(message: Message<never>): number {
    return this.#retries.get(message) ?? 0;
  }

  /** Tries nothing again any more: what waits was taken from its port. */
  close(): void {
    this.#isClosed = true;
  }

  async #again(
    message: Message<never>,
    error: unknown,
    attempt: () => unknown,
  ): Promise<unknown> {
    const { options, clock, signal, onRetry } = this.#init;
    const { attempts, retryIf = () => true } = options;
    for (let retries = 0; retries < attempts - 1; retries++) {
      if (!isWorthIt(retryIf, error) || isWithdrawn(message)) break;
      onRetry(message, error);
      if (!await sleepUnless(signal, backoffMs(retries, options), clock)) break;
      if (this.#isClosed) return await never();
      if (isWithdrawn(message)) break;
      this.#retries.set(message, retries + 1);
      try {
        return await attempt();
      } catch (next) {
        error = next;
      }
    }
    throw error;
  }
}

/** A judgement that throws is none: what the message failed with must not be lost for it. */
function isWorthIt(
  retryIf: (error: unknown) => boolean,
  error: unknown,
): boolean {
  try {
    return retryIf(error);
  } catch {
    return false;
  }
}

/** Made anew each time: whoever waits for a promise is kept in memory by it. */
function never(): Promise<never> {
  return new Promise(() => {});
}
