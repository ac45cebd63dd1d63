import { type Channel, coreOf } from "./channel.ts";
import { EMPTY } from "./channel_core.ts";
import { ChannelBroken, ChannelClosed } from "./errors.ts";
import { adoptMessage, type Message } from "./message.ts";

/** Names the method of a stream that can refuse one message and go on, as a `WritableStream` cannot. */
export const OFFER: unique symbol = Symbol("offer");

/** A stream that messages go through; one that has `OFFER` is not written to. */
export type MessageStream =
  & TransformStream<Message, Message>
  & { readonly [OFFER]?: (message: Message) => Promise<void> };

/**
 * Moves messages from one channel through a foreign stream into another. A message counts as
 * acknowledged when the stream has taken it. The end, or the failure, of any of the three reaches
 * the others. A message that the stream refuses by itself counts as dead, and `onRefused` is told.
 */
export function pumpThrough(
  stream: MessageStream,
  from: Channel<Message>,
  to: Channel<Message>,
  onRefused: (message: Message, cause: unknown) => void = () => {},
): void {
  const fail = (error: unknown) => {
    from.abort(error);
    to.abort(error);
  };
  writeAll(from, stream, onRefused).catch(fail);
  readAll(stream.readable, to).catch(fail);
}

async function writeAll(
  from: Channel<Message>,
  stream: MessageStream,
  onRefused: (message: Message, cause: unknown) => void,
): Promise<void> {
  const core = coreOf(from);
  const writer = stream.writable.getWriter();
  writer.closed.catch((error) => from.abort(error));
  for (;;) {
    await writer.ready;
    const message = core.take();
    if (message === EMPTY) {
      if (core.ended) break;
      await new Promise<void>((resolve) => core.listener = resolve);
      continue;
    }
    const taken = stream[OFFER]?.(message) ?? writer.write(message);
    await taken.then(() => core.acknowledge(), (error) => {
      core.bury();
      if (!isRefusal(stream, error)) throw error;
      onRefused(message, error);
    });
  }
  if (core.state === "broken") await writer.abort(core.reason);
  else await writer.close();
}

function isRefusal(stream: MessageStream, error: unknown): boolean {
  const isOver = error instanceof ChannelClosed ||
    error instanceof ChannelBroken;
  return stream[OFFER] !== undefined && !isOver;
}

async function readAll(
  readable: ReadableStream<Message>,
  to: Channel<Message>,
): Promise<void> {
  const reader = readable.getReader();
  coreOf(to).onEnd(() => void reader.cancel(coreOf(to).reason).catch(() => {}));
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const message = adoptMessage(value);
    if (message === undefined) {
      throw new TypeError(
        `Cannot receive from the stream of "${to.name}": found ${typeof value}, wanted a message`,
      );
    }
    await to.send(message);
  }
  to.close();
}
