/**
 * A proxy that keeps what goes through it.
 *
 * @module
 */

/** A request and its answer. */
export interface Exchange {
  /** The method, in capitals. */
  readonly method: string;
  /** The path with its query. */
  readonly target: string;
  /** The status of the answer. */
  readonly status: number;
  /** The content type of the answer; empty when it has none. */
  readonly contentType: string;
  /** The body of the answer. */
  readonly body: string;
}

/** A listening proxy. */
export interface RecordingProxy extends AsyncDisposable {
  /** Where it listens. */
  readonly url: string;
  /** What went through it, in order. */
  readonly exchanges: readonly Exchange[];
}

/** Listens on a free port of the loopback address and passes everything on. */
export function startRecordingProxy(target: string): RecordingProxy {
  const exchanges: Exchange[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const { pathname, search } = new URL(request.url);
      const headers = new Headers(request.headers);
      headers.delete("host");
      const bytes = await request.arrayBuffer();
      const response = await fetch(target + pathname + search, {
        method: request.method,
        headers,
        ...(bytes.byteLength > 0 ? { body: bytes } : {}),
        redirect: "manual",
      });
      const body = await response.text();
      exchanges.push({
        method: request.method,
        target: pathname + search,
        status: response.status,
        contentType: response.headers.get("content-type") ?? "",
        body,
      });
      const passed = new Headers(response.headers);
      // The body is passed on as it was read, in the clear.
      passed.delete("content-encoding");
      passed.delete("content-length");
      const empty = response.status === 204 || response.status === 304;
      return new Response(empty ? null : body, {
        status: response.status,
        headers: passed,
      });
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    exchanges,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
