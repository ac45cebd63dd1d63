import { type Channel, coreOf } from "./channel.ts";
import { EMPTY } from "./channel_core.ts";
import { ChannelBroken, ChannelClosed } from "./errors.ts";
import { adoptMessage, isWithdrawn, type Message } from "./message.ts";

/** Names the method of a stream that can refuse one message and go on, as a `WritableStream` cannot. */
export const OFFER: unique symbol = Symbol("offer");

/** Names the method by which a stream learns whom to tell of messages that it took and, when it fails, lost. */
export const ON_LOST: unique symbol = Symbol("on lost");

/** A stream that messages go through; one that has `OFFER` is not written to. */
export type MessageStream = TransformStream<Message, Message> & {
  readonly [OFFER]?: (message: Message) => Promise<void>;
  readonly [ON_LOST]?: (hear: OnRefused) => void;
};

/** Hears of a message that does not get through, and why. */
export type OnRefused = (message: Message, cause: unknown) => void;

/**
 * Moves messages from one channel through a foreign stream into another. A message counts as
 * acknowledged when the stream has taken it. The end, or the failure, of any of the three reaches
 * the others. `onRefused` is told, once each, of messages that do not get through: one that the stream
 * refuses; when nobody receives any more, or the stream fails, what is queued on either side of it and
 * what comes out; and what a stream with `ON_LOST` had taken. What another stream has in it when it
 * fails is lost with it. Resolves when nothing is under way. Never rejects.
 */
export async function pumpThrough(
  stream: MessageStream,
  from: Channel<Message>,
  to: Channel<Message>,
  onRefused: OnRefused = () => {},
): Promise<void> {
  stream[ON_LOST]?.((message, cause) => {
    if (!isWithdrawn(message)) onRefused(message, cause);
  });
  const fail = (error: unknown) => {
    for (const channel of [to, from]) {
      refuseQueued(channel, error, onRefused);
      channel.abort(error);
    }
  };
  const outlet: Outlet = { reader: stream.readable.getReader(), reads: 0 };
  const written = writeAll(from, to, stream, onRefused).catch(fail);
  const read = readAll(outlet, to, onRefused).catch(fail);
  // One that tells what it loses is not waited for: it may wait for room that nobody makes.
  if (stream[ON_LOST] === undefined) await written;
  await Promise.all([written, read, cancelWhenQuiet(outlet, to)]);
}

/** The side of a stream by which messages come out. */
interface Outlet {
  readonly reader: ReadableStreamDefaultReader<Message>;
  /** How often it was read. */
  reads: number;
  /** What was read last on its way to the receiver. */
  placing?: Promise<void>;
}

async function writeAll(
  from: Channel<Message>,
  to: Channel<Message>,
  stream: MessageStream,
  onRefused: OnRefused,
): Promise<void> {
  const [core, end] = [coreOf(from), coreOf(to)];
  const writer = stream.writable.getWriter();
  writer.closed.catch((error) => {
    refuseQueued(from, error, onRefused);
    from.abort(error);
  });
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
      onRefused(message, error instanceof ChannelBroken ? error.cause : error);
      if (!isRefusal(stream, error)) throw error;
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
  onRefused: OnRefused,
): void {
  const end = coreOf(to);
  refuseQueued(from, endOf(to), onRefused);
  if (end.state === "broken") from.abort(end.reason);
  else from.close();
}

function refuseQueued(
  channel: Channel<Message>,
  cause: unknown,
  onRefused: OnRefused,
): void {
  const core = coreOf(channel);
  for (;;) {
    const message = core.take();
    if (message === EMPTY) return;
    if (isWithdrawn(message)) {
      core.acknowledge();
    } else {
      core.bury();
      onRefused(message, cause);
    }
  }
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
    await outlet.placing;
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
  onRefused: OnRefused,
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
    outlet.placing = to.send(message)
      .catch(() => onRefused(message, endOf(to)));
    await outlet.placing;
  }
  to.close();
}

/** Steps without a message after which a stream has none left that was on its way. */
const QUIET = 50;
