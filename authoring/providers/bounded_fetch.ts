/**
 * How a provider's SDK reaches the network.
 *
 * @module
 */

/** Options of {@link boundedFetch}. */
export interface BoundedFetchOptions {
  /** Bytes of an answer that are read at most. */
  readonly maxBytes: number;
  /** Bytes of one of its lines: the SDK keeps a line until it is whole, at a cost that grows with the square of its length. */
  readonly maxLineBytes: number;
  /** Is told when there is more: the answer ends there. */
  readonly onOverflow: () => void;
  /** Is told of every chunk of an answer, also of what is no part of it. @default nobody is */
  readonly onBytes?: () => void;
}

/** Nobody answers at an address. */
export class NoConnection extends Error {
  /** The name of the error. */
  override readonly name = "NoConnection";
}

/** The answer is no stream of events, whatever its status says. */
export class WrongContentType extends Error {
  /** The name of the error. */
  override readonly name = "WrongContentType";
}

/**
 * Makes a fetch for an SDK that follows no redirect, as that would hand the key on to whoever is named there, and reads
 * only so much of an answer: of errors less.
 */
export function boundedFetch(options: BoundedFetchOptions): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: "manual" })
      .catch((error) => {
        init?.signal?.throwIfAborted();
        throw new NoConnection(reasonOf(error));
      });
    const { status, statusText, headers, ok, body } = response;
    const type = headers.get("content-type") ?? "";
    if (ok && NO_EVENTS.test(type)) {
      await body?.cancel();
      throw new WrongContentType(
        `found content of type "${type}", wanted "text/event-stream"`,
      );
    }
    if (body === null) return response;
    const bounded = body.pipeThrough(cutAfter(ok ? options : ERROR_BOUNDS));
    return new Response(bounded, { status, statusText, headers });
  };
}

/** What the network says, without the address, which messages name already. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? error.message.replace(/^error sending request for url \(.*?\): /, "")
    : reasonOf(error.cause);
}

function cutAfter(
  { maxBytes, maxLineBytes, onOverflow, onBytes }: BoundedFetchOptions,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  let lineBytes = 0;
  return new TransformStream({
    transform: (chunk, controller) => {
      onBytes?.();
      bytes += chunk.length;
      const lineEnd = chunk.lastIndexOf(LINE_FEED);
      lineBytes = lineEnd < 0
        ? lineBytes + chunk.length
        : chunk.length - lineEnd - 1;
      if (bytes <= maxBytes && lineBytes <= maxLineBytes) {
        return controller.enqueue(chunk);
      }
      onOverflow();
      controller.terminate();
    },
  });
}

const ERROR_BOUNDS: BoundedFetchOptions = {
  maxBytes: 65_536,
  maxLineBytes: 65_536,
  onOverflow: () => {},
};
const NO_EVENTS = /^(text\/html|application\/json)\b/i;
const LINE_FEED = 10;
