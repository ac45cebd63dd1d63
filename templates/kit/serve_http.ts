/**
 * The listener: accepts connections until told to stop, then finishes what it has begun.
 *
 * @module
 */
import { errorResponse } from "./http_response.ts";
import { problem } from "./problem.ts";

/** How {@link serveHttp} listens. */
export interface ServeHttpOptions {
  /** The address to listen on. @default "127.0.0.1" */
  readonly hostname?: string;
  /** The port; 0 takes any that is free. */
  readonly port: number;
  /** Stops the listener. */
  readonly signal: AbortSignal;
  /** Hears the address as soon as connections are accepted. @default nobody */
  readonly onListening?: (url: string) => void;
  /** How long requests may take to finish after the signal, in milliseconds. @default 5000 */
  readonly drainMs?: number;
}

/**
 * Serves HTTP until the signal. Resolves when all requests are answered, or `drainMs` after the signal;
 * idle connections do not hold it up. Rejects if it cannot listen, with a message that says why.
 */
export async function serveHttp(
  handler: (request: Request) => Response | Promise<Response>,
  options: ServeHttpOptions,
): Promise<void> {
  const { signal, drainMs = 5000 } = options;
  if (signal.aborted) return;
  const requests = new RequestsInHand();
  const server = listen((request) => requests.track(handler(request)), options);
  await aborted(signal);
  await drained(server, requests, drainMs);
}

/** On Deno before 2.9, a connection that never sends a request holds up `shutdown()` for ever. */
async function drained(
  server: Deno.HttpServer,
  requests: RequestsInHand,
  drainMs: number,
): Promise<void> {
  const done = new AbortController();
  const answered = requests.finished().then(() => delay(FLUSH_MS, done.signal));
  const late = delay(drainMs, done.signal);
  await Promise.race([server.shutdown(), answered, late]);
  done.abort();
}

/** Counts requests between their arrival and their response. */
class RequestsInHand {
  #count = 0;
  #onFinished = () => {};

  /** Counts a request until it is answered. An answer that is there already counts for nothing. */
  track(
    response: Response | Promise<Response>,
  ): Response | Promise<Response> {
    if (response instanceof Response) return response;
    this.#count++;
    return response.then(this.#onAnswer, this.#onFailure);
  }

  readonly #onAnswer = (response: Response): Response => {
    this.#leave();
    return response;
  };

  readonly #onFailure = (error: unknown): never => {
    this.#leave();
    throw error;
  };

  #leave(): void {
    if (--this.#count === 0) this.#onFinished();
  }

  finished(): Promise<void> {
    if (this.#count === 0) return Promise.resolve();
    return new Promise((resolve) => this.#onFinished = resolve);
  }
}

function listen(
  handler: (request: Request) => Response | Promise<Response>,
  options: ServeHttpOptions,
): Deno.HttpServer {
  const { hostname = "127.0.0.1", port, onListening } = options;
  try {
    return Deno.serve({
      hostname,
      port,
      onListen: (address) => onListening?.(urlOf(address)),
      onError: () => errorResponse(problem(500)),
    }, handler);
  } catch (error) {
    throw new Error(
      `Cannot listen on "${bracketed(hostname)}:${port}": ${reason(error)}`,
      { cause: error },
    );
  }
}

/** An address that a client on this machine can open: not one that stands for all. */
function urlOf({ hostname, port }: Deno.NetAddr): string {
  if (hostname === "0.0.0.0") return `http://127.0.0.1:${port}`;
  if (hostname === "::") return `http://[::1]:${port}`;
  return `http://${bracketed(hostname)}:${port}`;
}

/** In front of a port, an IPv6 address stands in brackets. */
function bracketed(hostname: string): string {
  return hostname.includes(":") ? `[${hostname}]` : hostname;
}

function reason(error: unknown): string {
  if (error instanceof Deno.errors.AddrInUse) {
    return "found the port in use, wanted a free one; set PORT to another, or to 0 for any";
  }
  if (error instanceof Deno.errors.NotCapable) {
    return "found no permission for this address, wanted one; add it to --allow-net, which stands in deno.json";
  }
  return error instanceof Error ? error.message : String(error);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** Resolves after a time, or at once when aborted. */
async function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  const elapsed = Promise.withResolvers<void>();
  const timer = setTimeout(elapsed.resolve, milliseconds);
  await Promise.race([elapsed.promise, aborted(signal)]);
  clearTimeout(timer);
}

/** A response that is made still has to be written. */
const FLUSH_MS = 250;
