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
 * the others. A message that the stream refuses by itself counts as dead, and `onRefused` is told; so
 * it is of what is under way when nobody receives any more. Resolves when nothing is. Never rejects.
 */
export async function pumpThrough(
  stream: MessageStream,
  from: Channel<Message>,
  to: Channel<Message>,
  onRefused: (message: Message, cause: unknown) => void = () => {},
): Promise<void> {
  const fail = (error: unknown) => {
    from.abort(error);
    to.abort(error);
  };
  const outlet: Outlet = { reader: stream.readable.getReader(), reads: 0 };
  const written = writeAll(from, to, stream, onRefused);
  const read = readAll(outlet, to, onRefused);
  await Promise.all([
    written.catch(fail).then(() => cancelWhenQuiet(outlet, to)),
    read.catch(fail),
  ]);
}

/** The side of a stream by which messages come out. */
interface Outlet {
  readonly reader: ReadableStreamDefaultReader<Message>;
  /** How often it was read. */
  reads: number;
}

async function writeAll(
  from: Channel<Message>,
  to: Channel<Message>,
  stream: MessageStream,
  onRefused: (message: Message, cause: unknown) => void,
): Promise<void> {
  const [core, end] = [coreOf(from), coreOf(to)];
  const writer = stream.writable.getWriter();
  writer.closed.catch((error) => from.abort(error));
  end.onEnd(() => core.listener?.());
  for (;;) {
    await writer.ready;
    if (end.ended) break;
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
  if (end.ended) turnAway(from, to, onRefused);
  else if (core.state === "broken") return await writer.abort(core.reason);
  await writer.close();
}

/** Nobody receives any more: what is queued is refused, and so is whoever sends later. */
function turnAway(
  from: Channel<Message>,
  to: Channel<Message>,
  onRefused: (message: Message, cause: unknown) => void,
): void {
  const [core, end] = [coreOf(from), coreOf(to)];
  for (;;) {
    const message = core.take();
    if (message === EMPTY) break;
    core.bury();
    onRefused(message, endOf(to));
  }
  if (end.state === "broken") from.abort(end.reason);
  else from.close();
}

function endOf(to: Channel<Message>): unknown {
  const end = coreOf(to);
  return end.reason ?? end.endError("send to");
}

/** When nobody receives any more: what the stream had in it comes out, what it makes later nobody wants. */
async function cancelWhenQuiet(
  outlet: Outlet,
  to: Channel<Message>,
): Promise<void> {
  await new Promise<void>((resolve) => coreOf(to).onEnd(resolve));
  for (let quiet = 0, { reads } = outlet; quiet < QUIET; quiet++) {
    await undefined;
    if (outlet.reads > reads) quiet = 0;
    ({ reads } = outlet);
  }
  await outlet.reader.cancel().catch(() => {});
}

function isRefusal(stream: MessageStream, error: unknown): boolean {
  const isOver = error instanceof ChannelClosed ||
    error instanceof ChannelBroken;
  return stream[OFFER] !== undefined && !isOver;
}

async function readAll(
  outlet: Outlet,
  to: Channel<Message>,
  onRefused: (message: Message, cause: unknown) => void,
): Promise<void> {
  for (;;) {
    const { value, done } = await outlet.reader.read();
    outlet.reads++;
    if (done) break;
    const message = adoptMessage(value);
    if (message === undefined) {
      throw new TypeError(
        `Cannot receive from the stream of "${to.name}": found ${typeof value}, wanted a message`,
      );
    }
    await to.send(message).catch(() => onRefused(message, endOf(to)));
  }
  to.close();
}

/** Steps without a message after which a stream has none left that was on its way. */
const QUIET = 50;
