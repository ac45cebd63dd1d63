import type { Message } from "@autocoder/harness";
import { MessageProtocol } from "@autocoder/harness/wire";
import { lines } from "./lines.ts";

/**
 * Makes a stream for `connect()` that messages travel through as they would over a wire: as JSON, one a
 * line, compressed by the platform's own streams on one side and decompressed on the other.
 */
export function compressedWire(): TransformStream<Message, Message> {
  const protocol = new MessageProtocol();
  const sender = new TransformStream<Message, Uint8Array<ArrayBuffer>>({
    transform: async (message, controller) => {
      controller.enqueue(await protocol.serialize(message));
      controller.enqueue(END_OF_LINE);
    },
  });
  const receiver = new TransformStream<string, Message>({
    transform: async (line, controller) => {
      const bytes = new TextEncoder().encode(line);
      controller.enqueue(await protocol.deserialize(bytes));
    },
  });
  const readable = sender.readable
    .pipeThrough(new CompressionStream("gzip"))
    .pipeThrough(new DecompressionStream("gzip"))
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(lines())
    .pipeThrough(receiver);
  return { readable, writable: sender.writable };
}

const END_OF_LINE = new Uint8Array([0x0a]);
