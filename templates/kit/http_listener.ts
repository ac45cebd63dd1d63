/**
 * The listener: accepts connections until told to stop, then finishes what it has begun.
 *
 * @module
 */
import { errorResponse } from "./http_response.ts";
import { problem } from "./problem.ts";

/** How an {@link HttpListener} listens. */
export interface HttpListenerOptions {
  /** The address to listen on. @default "127.0.0.1" */
  readonly hostname?: string;
  /** The port; 0 takes any that is free, and keeps to it. */
  readonly port: number;
  /** How long requests may take to finish when it closes, in milliseconds. @default 5000 */
  readonly drainMs?: number;
  /** Whether other listeners of this process have the same port, and share its connections. @default false */
  readonly reusePort?: boolean;
}

/** What a listener knows of a connection. */
export interface ConnectionInfo {
  /** The other end. */
  readonly remoteAddr: Deno.Addr;
}

/** Answers a request that came by a connection. */
export type RequestHandler = (
  request: Request,
  info: ConnectionInfo,
) => Response | Promise<Response>;

/** Serves HTTP on one port. It can be opened again after it has closed. */
export class HttpListener {
  readonly #handler: RequestHandler;
  readonly #options: HttpListenerOptions;
  readonly #listening = Promise.withResolvers<string>();
  #port: number;
  #open: OpenListener | undefined;

  /** Listens to nothing until it is opened. */
  constructor(
    handler: RequestHandler,
    options: HttpListenerOptions,
  ) {
    this.#handler = handler;
    this.#options = options;
    this.#port = options.port;
  }

  /** The address, as soon as it has been opened for the first time. */
  get listening(): Promise<string> {
    return this.#listening.promise;
  }

  /** Accepts connections and returns the address; throws if it cannot listen, with a message that says why. */
  open(): string {
    const { hostname = "127.0.0.1", reusePort = false } = this.#options;
    const requests = new RequestsInHand();
    const server = listen(
      (request, info) => requests.track(this.#handler(request, info)),
      { hostname, port: this.#port, reusePort },
    );
    this.#open = { server, requests };
    this.#port = server.addr.port;
    const url = urlOf(server.addr);
    this.#listening.resolve(url);
    return url;
  }

  /**
   * Serves until the signal, then takes leave of its clients and closes: what is on its way over connections that are
   * kept is still answered, with `Connection: close`. Rejects if the listener has ended by itself, or was not open.
   */
  async serve(signal: AbortSignal): Promise<void> {
    const ended = this.#open?.server.finished;
    await Promise.race([aborted(signal), ended]);
    if (!signal.aborted) throw new Error("The listener has ended by itself");
    const { drainMs = DRAIN_MS } = this.#options;
    const late = performance.now() + drainMs;
    await this.#takeLeave();
    await this.#finishBodies(late - performance.now());
    await this.#close(Math.max(FLUSH_MS, late - performance.now()));
  }

  /**
   * Waits until no request has come for a moment. A server that closes at once cuts connections on which a request is
   * waiting to be read: its client cannot know whether it was carried out.
   */
  async #takeLeave(): Promise<void> {
    const requests = this.#open?.requests;
    if (!requests || requests.seen === 0) return;
    requests.areLast = true;
    const late = performance.now() + MOST_LEAVE_MS;
    let seen = requests.seen;
    // Several looks: a process that was held up hears of its timer before it reads what has arrived.
    for (let quiet = 0; quiet < QUIET_LOOKS && performance.now() < late;) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      quiet = seen === requests.seen ? quiet + 1 : 0;
      seen = requests.seen;
    }
  }

  /** Deno 2.9 takes the bodies from requests that still read them when it shuts down (denoland/deno#36809). */
  async #finishBodies(mostMs: number): Promise<void> {
    const done = new AbortController();
    await Promise.race([
      this.#open?.requests.finished(),
      delay(mostMs, done.signal),
    ]);
    done.abort();
  }

  /**
   * Accepts nothing more. Resolves when all requests are answered, or after `drainMs`; idle connections do not
   * hold it up.
   */
  async close(): Promise<void> {
    await this.#close(this.#options.drainMs ?? DRAIN_MS);
  }

  async #close(drainMs: number): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    if (open) await drained(open, drainMs);
  }
}

interface OpenListener {
  readonly server: Deno.HttpServer<Deno.NetAddr>;
  readonly requests: RequestsInHand;
}

/** On Deno before 2.9, a connection that never sends a request holds up `shutdown()` for ever. */
async function drained(
  { server, requests }: OpenListener,
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
  /** How many there have been. */
  seen = 0;
  /** Whether each is the last of its connection. */
  areLast = false;
  #count = 0;
  #onFinished = () => {};

  /** Counts a request until it is answered. An answer that is there already counts for nothing. */
  track(
    response: Response | Promise<Response>,
  ): Response | Promise<Response> {
    this.seen++;
    if (response instanceof Response) return this.#parting(response);
    this.#count++;
    return response.then(this.#onAnswer, this.#onFailure);
  }

  readonly #onAnswer = (response: Response): Response => {
    this.#leave();
    return this.#parting(response);
  };

  readonly #onFailure = (error: unknown): never => {
    this.#leave();
    throw error;
  };

  #parting(response: Response): Response {
    if (this.areLast && response.status !== 101) {
      response.headers.set("connection", "close");
    }
    return response;
  }

  #leave(): void {
    if (--this.#count === 0) this.#onFinished();
  }

  finished(): Promise<void> {
    if (this.#count === 0) return Promise.resolve();
    return new Promise((resolve) => this.#onFinished = resolve);
  }
}

function listen(
  handler: RequestHandler,
  { hostname, port, reusePort }: Required<
    Pick<HttpListenerOptions, "hostname" | "port" | "reusePort">
  >,
): Deno.HttpServer<Deno.NetAddr> {
  try {
    return Deno.serve({
      hostname,
      port,
      reusePort,
      onListen: () => {}, // else it prints
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

const DRAIN_MS = 5_000;
/** Milliseconds between two looks whether requests have come, and looks without any until nothing more is on its way. */
const LOOK_MS = 20;
const QUIET_LOOKS = 4;
/** Clients that do not care about `Connection: close` do not hold up the end for longer. */
const MOST_LEAVE_MS = 500;
/** A response that is made still has to be written. */
const FLUSH_MS = 250;
