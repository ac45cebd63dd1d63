import { RESOLVED } from "./channel_core.ts";
import { isPromiseLike } from "./is_promise_like.ts";
import { isWithdrawn } from "./message.ts";
import type { Handler } from "./port_server.ts";
import type { ServeOptions } from "./serve_options.ts";

/** Keeps messages with the same key in order, and lets all others be handled at the same time. */
export class HandlerLanes {
  readonly #key: NonNullable<ServeOptions["key"]>;
  /** When the last message of each key is dealt with; keys of which none is in hand are absent. */
  readonly #lanes = new Map<unknown, Promise<void>>();
  #isClosed = false;

  /** Has no lane yet. */
  constructor(key: NonNullable<ServeOptions["key"]>) {
    this.#key = key;
  }

  /** Wraps a handler: it is called when the messages before it in its lane are dealt with. */
  inLanes(handler: Handler): Handler {
    return (data: never, message) => {
      const key = this.#key(data, message);
      const before = this.#lanes.get(key);
      const result = before === undefined
        ? handler(data, message)
        : before.then(() =>
          this.#isClosed
            ? never()
            : isWithdrawn(message)
            ? undefined
            : handler(data, message)
        );
      if (result === RESOLVED || !isPromiseLike(result)) return result;
      this.#occupy(key, result);
      return result;
    };
  }

  /** Calls no handler any more: what waits in the lanes was taken from their port. */
  close(): void {
    this.#isClosed = true;
  }

  #occupy(key: unknown, result: PromiseLike<unknown>): void {
    const leave = () => {
      if (this.#lanes.get(key) === dealtWith) this.#lanes.delete(key);
    };
    const dealtWith = Promise.resolve(result).then(leave, leave);
    this.#lanes.set(key, dealtWith);
  }
}

/** Made anew each time: whoever waits for a promise is kept in memory by it. */
function never(): Promise<never> {
  return new Promise(() => {});
}
