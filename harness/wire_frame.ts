import { kindOf, MessageError } from "./message_error.ts";
import { WIRE_MAJOR } from "./wire_version.ts";

/** How a message may be compressed: the formats of `CompressionStream`. */
export type MessageCompression = "gzip" | "deflate" | "deflate-raw";

/** Compresses the JSON of a message and puts a header before it. */
export async function toFrame(
  json: Uint8Array,
  compression: MessageCompression,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = slices(json).pipeThrough(new CompressionStream(compression));
  const body = await gather(packed, Infinity);
  const frame = new Uint8Array(HEADER_BYTES + body.length);
  const header = new DataView(frame.buffer);
  header.setUint16(0, MAGIC);
  header.setUint8(2, WIRE_MAJOR);
  header.setUint8(3, FORMATS.indexOf(compression) + 1);
  header.setUint32(4, json.length);
  header.setUint32(8, body.length);
  frame.set(body, HEADER_BYTES);
  return frame;
}

/** Tells whether bytes begin as a frame does; no text begins so. */
export function isFrame(bytes: Uint8Array): boolean {
  return bytes[0] === MAGIC >> 8;
}

/**
 * Returns the JSON in a frame; rejects with a {@linkcode MessageError} when the frame is malformed or
 * its content has more than `maxBytes` bytes, before these are in memory.
 */
export async function fromFrame(
  frame: Uint8Array,
  action: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { compression, length } = readHeader(frame, action, maxBytes);
  const packed = slices(frame.subarray(HEADER_BYTES));
  try {
    const json = await gather(
      packed.pipeThrough(new DecompressionStream(compression)),
      length,
    );
    if (json.length === length) return json;
  } catch (error) {
    throw MessageError.from(error, action, "malformed");
  }
  throw new MessageError(action, "malformed", [{
    message: `found another length of the content, wanted ${length} bytes`,
    path: [],
  }]);
}

function readHeader(
  frame: Uint8Array,
  action: string,
  maxBytes: number,
): { compression: MessageCompression; length: number } {
  const refuse = (code: "malformed" | "unsupported" | "limit", text: string) =>
    new MessageError(action, code, [{ message: text, path: [] }]);
  const { buffer, byteOffset, byteLength } = frame;
  const header = new DataView(buffer, byteOffset, byteLength);
  if (byteLength < HEADER_BYTES || header.getUint16(0) !== MAGIC) {
    throw refuse("malformed", "found neither JSON nor a whole header");
  }
  const major = header.getUint8(2);
  if (major !== WIRE_MAJOR) {
    throw refuse("unsupported", `found version ${major}, wanted ${WIRE_MAJOR}`);
  }
  const compression = FORMATS[header.getUint8(3) - 1];
  if (!compression) {
    const found = kindOf(header.getUint8(3));
    throw refuse("unsupported", `found the unknown compression ${found}`);
  }
  const length = header.getUint32(4);
  if (length > maxBytes) {
    throw refuse(
      "limit",
      `found ${length} bytes when decompressed, wanted at most ${maxBytes}`,
    );
  }
  const [found, wanted] = [byteLength - HEADER_BYTES, header.getUint32(8)];
  if (found !== wanted) {
    throw refuse(
      "malformed",
      `found ${found} bytes after the header, wanted ${wanted}`,
    );
  }
  return { compression, length };
}

/** In slices, for a decompressor writes out all that a slice expands to before anybody can stop it. */
function slices(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at += SLICE_BYTES));
    },
  });
}

/** Joins what a stream gives; leaves it once that is more than a limit. */
async function gather(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) break;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The first byte cannot begin UTF-8; the second is an M. */
const MAGIC = 0xac4d;
/** Magic, major version, compression, and as 32 bits, big end first: length of the content, length of the rest. */
const HEADER_BYTES = 12;
/** Deflate expands to 1032 times at most: four MiB for a slice. */
const SLICE_BYTES = 4096;
/** Their numbers in the header count from 1. */
const FORMATS: readonly MessageCompression[] = [
  "gzip",
  "deflate",
  "deflate-raw",
];
