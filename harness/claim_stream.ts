import { Channel, coreOf, isPiped } from "./channel.ts";
import type { Message } from "./message.ts";

/**
 * Takes a stream for one connection, for good. Throws `TypeError` when the stream cannot serve it:
 * another connection has it, of whichever harness, somebody else holds or reads one of its sides, or
 * it has ended. What reads from it only later takes the connection's messages away unseen.
 */
export function claimStream(
  stream: TransformStream<Message, Message>,
  connection: string,
): void {
  const problem = problemOf(stream);
  if (problem !== undefined) {
    const [from, to] = connection.split(" -> ");
    throw new TypeError(`Cannot connect "${from}" to "${to}": ${problem}`);
  }
  owners.set(stream, connection);
}

function problemOf(
  stream: TransformStream<Message, Message>,
): string | undefined {
  const owner = owners.get(stream);
  if (owner !== undefined) {
    return `found its stream in use by "${owner}", wanted one of its own`;
  }
  return stream instanceof Channel
    ? channelProblem(stream)
    : streamProblem(stream);
}

function channelProblem(channel: Channel<Message>): string | undefined {
  const core = coreOf(channel);
  const channelIs = `found its channel "${channel.name}"`;
  if (core.state !== "open") {
    return `${channelIs} ${core.state}, wanted it open`;
  }
  const isRead = core.listener !== undefined ||
    core.stats().waitingReceivers > 0;
  if (isRead || isPiped(channel)) {
    return `${channelIs} in use by somebody else, wanted one of its own`;
  }
  return undefined;
}

function streamProblem(
  { readable, writable }: TransformStream<Message, Message>,
): string | undefined {
  if (
    typeof readable?.getReader !== "function" ||
    typeof writable?.getWriter !== "function"
  ) {
    return "found a stream without a readable and a writable side, wanted a TransformStream";
  }
  for (const [side, { locked }] of Object.entries({ readable, writable })) {
    if (locked) {
      return `found the ${side} side of its stream locked, wanted it free`;
    }
  }
  const writer = writable.getWriter();
  const hasFailed = writer.desiredSize === null; // so says the Streams standard
  writer.releaseLock();
  return hasFailed
    ? "found the writable side of its stream failed, wanted it open"
    : undefined;
}

const owners = new WeakMap<TransformStream<Message, Message>, string>();
