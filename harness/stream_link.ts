import { type Channel, coreOf } from "./channel.ts";
import { EMPTY } from "./channel_core.ts";
import { Envelope, type Message } from "./message.ts";

/**
 * Moves messages from one channel through a foreign stream into another. A message counts as
 * acknowledged when the stream has taken it. The end, or the failure, of any of the three reaches
 * the others.
 */
export function pumpThrough(
  stream: TransformStream<Message, Message>,
  from: Channel<Message>,
  to: Channel<Message>,
): void {
  const fail = (error: unknown) => {
    from.abort(error);
    to.abort(error);
  };
  writeAll(from, stream.writable).catch(fail);
  readAll(stream.readable, to).catch(fail);
}

async function writeAll(
  from: Channel<Message>,
  writable: WritableStream<Message>,
): Promise<void> {
  const core = coreOf(from);
  const writer = writable.getWriter();
  writer.closed.catch((error) => from.abort(error));
  for (;;) {
    await writer.ready;
    const message = core.take();
    if (message === EMPTY) {
      if (core.ended) break;
      await new Promise<void>((resolve) => core.listener = resolve);
      continue;
    }
    await writer.write(message).then(() => core.acknowledge(), (error) => {
      core.bury();
      throw error;
    });
  }
  if (core.state === "broken") await writer.abort(core.reason);
  else await writer.close();
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
    if (!(value instanceof Envelope)) {
      throw new TypeError(
        `Cannot receive from the stream of "${to.name}": found ${typeof value}, wanted a message`,
      );
    }
    await to.send(value);
  }
  to.close();
}
