/**
 * How a provider's SDK reaches the network.
 *
 * @module
 */

/** Options of {@link boundedFetch}. */
export interface BoundedFetchOptions {
  /** Bytes of an answer that are read at most. */
  readonly maxBytes: number;
  /** Is told when there is more: the answer ends there. */
  readonly onOverflow: () => void;
}

/**
 * Makes a fetch for an SDK that follows no redirect, as that would hand the key on to whoever is named there, and reads
 * only so much of an answer: errors less than answers.
 */
export function boundedFetch(
  { maxBytes, onOverflow }: BoundedFetchOptions,
): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: "manual" });
    const { status, statusText, headers, ok, body } = response;
    if (body === null) return response;
    const limit = ok ? maxBytes : ERROR_BYTES;
    const bounded = body.pipeThrough(
      cutAfter(limit, ok ? onOverflow : () => {}),
    );
    return new Response(bounded, { status, statusText, headers });
  };
}

function cutAfter(
  limit: number,
  onCut: () => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let left = limit;
  return new TransformStream({
    transform: (chunk, controller) => {
      controller.enqueue(chunk.subarray(0, left));
      left -= chunk.length;
      if (left >= 0) return;
      controller.terminate();
      onCut();
    },
  });
}

const ERROR_BYTES = 65_536;
