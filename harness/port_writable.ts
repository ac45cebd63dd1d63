import type { ChannelCore } from "./channel_core.ts";

/** What a stream writes to. */
export interface PortWritableTarget<T> {
  /** Sends a value; resolves when it is accepted. */
  send(value: T): Promise<void>;
  /** Ends in good order. */
  close(): void;
  /** Fails. */
  abort(reason: unknown): void;
}

/**
 * Makes a `WritableStream` whose writes are done when the value was accepted; one that is refused ends
 * the channel. As with a channel, an abort gives up the write in hand, which may wait for room for ever.
 */
export function portWritable<T>(
  target: PortWritableTarget<T>,
  core: Pick<
    ChannelCore<unknown>,
    "onEnd" | "state" | "reason" | "endError"
  >,
): WritableStream<T> {
  let closing = false;
  let giveUp: (reason: unknown) => void = () => {};
  return new WritableStream<T>({
    start(controller) {
      const { signal } = controller;
      signal.addEventListener("abort", () => giveUp(signal.reason));
      core.onEnd(() => {
        if (core.state === "broken") controller.error(core.reason);
        else if (!closing) controller.error(core.endError("write to"));
      });
    },
    write(value) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      giveUp = reject;
      target.send(value).then(resolve, (error) => {
        target.abort(error);
        reject(core.state === "broken" ? core.reason : error);
      });
      return promise;
    },
    close() {
      closing = true;
      target.close();
    },
    abort(reason) {
      target.abort(reason);
    },
  });
}
