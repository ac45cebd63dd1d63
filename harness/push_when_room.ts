import type { ChannelCore } from "./channel_core.ts";

/** Waits for room, which there is none of now, unless the signal is aborted before; then the value was not accepted. */
export function pushWhenRoom<T>(
  core: ChannelCore<T>,
  value: T,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const entry = core.addSender({ value, resolve: () => resolve(), reject });
  const giveUp = () => {
    core.removeSender(entry);
    reject(signal?.reason); // too late when it was accepted: it is not sent twice
  };
  signal?.addEventListener("abort", giveUp, { once: true });
  return promise.finally(() => signal?.removeEventListener("abort", giveUp));
}
