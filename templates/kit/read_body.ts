/**
 * Reading the body of a request within limits of size and time.
 *
 * @module
 */
import { badRequest, failed, ok, type Outcome, problem } from "./problem.ts";

/** How large a body may be and how long it may take. */
export interface BodyLimits {
  /** The most bytes. @default 1048576 */
  readonly maxBytes?: number;
  /** The most milliseconds from the headers to the last byte. @default 10000 */
  readonly timeoutMs?: number;
}

/**
 * Reads a whole body, of announced length or in chunks.
 * Too large is a 413, too slow a 408, broken off a 400; what is left of the body is not read then.
 */
export async function readBody(
  request: Request,
  limits: BodyLimits = {},
): Promise<Outcome<Uint8Array>> {
  const { maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS } = limits;
  if (Number(request.headers.get("content-length")) > maxBytes) {
    return tooLarge(maxBytes);
  }
  if (request.body === null) return ok(new Uint8Array(0));

  const reader = request.body.getReader();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    reader.cancel().catch(() => {}); // ends the read below
  }, timeoutMs);
  try {
    const bytes = await readAtMost(reader, maxBytes);
    if (late) return failed(problem(408, "The body took too long to arrive."));
    return bytes === undefined ? tooLarge(maxBytes) : ok(bytes);
  } catch {
    return failed(badRequest("The body broke off."));
  } finally {
    clearTimeout(timer);
  }
}

/** Reads to the end; undefined when there is more. */
async function readAtMost(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks.length === 1 ? chunks[0] : joined(chunks, length);
    chunks.push(value);
    length += value.byteLength;
    if (length > maxBytes) {
      reader.cancel().catch(() => {});
      return undefined;
    }
  }
}

function joined(
  chunks: readonly Uint8Array[],
  length: number,
): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function tooLarge(maxBytes: number): Outcome<never> {
  return failed(problem(413, `A body may have at most ${maxBytes} bytes.`));
}

const MAX_BYTES = 1024 * 1024;
const TIMEOUT_MS = 10_000;
