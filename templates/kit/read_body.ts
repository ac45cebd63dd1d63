/**
 * Reading the body of a request within limits of size and time.
 *
 * @module
 */
import {
  badRequest,
  failed,
  ok,
  type Outcome,
  type Problem,
  problem,
} from "./problem.ts";

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
  const length = request.headers.get("content-length");
  if (Number(length) > maxBytes) return failed(tooLarge(maxBytes));

  const late = Promise.withResolvers<Problem>();
  const timer = setTimeout(() => late.resolve(tooSlow()), timeoutMs);
  try {
    // The server holds a body to the length it announced, and reading it at once is cheaper.
    const reading = length === null
      ? readAtMost(request.body, maxBytes)
      : request.bytes();
    const result = await Promise.race([reading, late.promise]);
    return result instanceof Uint8Array ? ok(result) : failed(result);
  } catch {
    return failed(badRequest("The body broke off."));
  } finally {
    clearTimeout(timer);
  }
}

/** Reads to the end, or until there is too much. */
async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array | Problem> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > maxBytes) return tooLarge(maxBytes); // which cancels the body
  }
  return joined(chunks, length);
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

function tooLarge(maxBytes: number): Problem {
  return problem(413, `A body may have at most ${maxBytes} bytes.`);
}

function tooSlow(): Problem {
  return problem(408, "The body took too long to arrive.");
}

const MAX_BYTES = 1024 * 1024;
const TIMEOUT_MS = 10_000;
