import { isLoopback } from "./admin_guard.ts";
import { adminHandler, type AdminOptions } from "./admin_handler.ts";
import { problemResponse } from "./problem_response.ts";
import type { SystemExecutionHarness } from "./system_execution_harness.ts";

/** Settings of `serveAdmin()`. */
export interface ServeAdminOptions extends AdminOptions {
  /**
   * Port to listen on; 0 takes a free one.
   * @default {0}
   */
  readonly port?: number;
  /**
   * Address to listen on. Beyond loopback a token is required.
   * @default {"127.0.0.1"}
   */
  readonly hostname?: string;
  /**
   * Called once with where it listens.
   * @default nobody is told
   */
  readonly onListening?: (address: AdminAddress) => void;
}

/** Where a server listens. */
export interface AdminAddress {
  /** Its address. */
  readonly hostname: string;
  /** Its port. */
  readonly port: number;
  /** What to open in a browser, without the token. */
  readonly url: string;
}

/** A server that runs until it is disposed, its system has stopped, or its signal is aborted. */
export interface AdminServer extends AdminAddress, AsyncDisposable {
  /** Resolves when it has ended. */
  readonly finished: Promise<void>;
}

/**
 * Serves the live page of a system on a port of its own, with `Deno.serve`. The server is a resource of
 * the harness: it goes when the system stops. It keeps no process alive. Throws `TypeError` when there
 * is no Deno, or when the address is not loopback and there is no token of at least 16 characters, and
 * what `Deno.serve` throws when the port is taken.
 *
 * @example A system with its page
 * ```ts
 * import { SystemExecutionHarness } from "@autocoder/harness";
 * import { serveAdmin } from "@autocoder/harness/admin";
 *
 * await using harness = new SystemExecutionHarness({ name: "shop" });
 * const { url } = serveAdmin(harness);
 * const response = await fetch(`${url}health/live`);
 * const { system } = await response.json();
 * if (system !== "shop") throw new Error(`found ${system}`);
 * ```
 */
export function serveAdmin(
  harness: SystemExecutionHarness,
  options: ServeAdminOptions = {},
): AdminServer {
  const { port = 0, hostname = "127.0.0.1", token, signal } = options;
  const serve = findServe();
  signal?.throwIfAborted();
  if (token === undefined && !isLoopback(hostname)) {
    throw new TypeError(
      `Cannot serve the admin page on "${hostname}": found no token, ` +
        "wanted one for an address that others can reach",
    );
  }
  const end = new AbortController();
  const hostnames = [hostname, ...options.hostnames ?? []];
  const server = serve({
    port,
    hostname,
    onListen: () => {},
    onError: () => problemResponse(500, "Cannot answer"),
  }, adminHandler(harness, { ...options, hostnames, signal: end.signal }));
  server.unref();
  const shutDown = () => {
    end.abort();
    return server.shutdown();
  };
  const onAbort = () => void shutDown();
  signal?.addEventListener("abort", onAbort, { once: true });
  const finished = server.finished.then(() =>
    signal?.removeEventListener("abort", onAbort)
  );
  const address = addressOf(hostname, server.addr.port);
  const running = { ...address, finished, [Symbol.asyncDispose]: shutDown };
  harness.ownResource("admin page", running);
  options.onListening?.(address);
  return running;
}

function addressOf(hostname: string, port: number): AdminAddress {
  const isEverywhere = hostname === "0.0.0.0" || hostname === "::";
  const name = isEverywhere ? "localhost" : hostname;
  const host = name.includes(":") ? `[${name}]` : name;
  return { hostname, port, url: `http://${host}:${port}/` };
}

/** The part of `Deno.serve` that is used here: other runtimes' compilers do not know Deno's types. */
type Serve = (
  options: {
    readonly port: number;
    readonly hostname: string;
    readonly onListen: () => void;
    readonly onError: () => Response;
  },
  handler: (request: Request) => Promise<Response>,
) => {
  readonly addr: { readonly port: number };
  readonly finished: Promise<void>;
  shutdown(): Promise<void>;
  unref(): void;
};

function findServe(): Serve {
  const { Deno: deno } = globalThis as { readonly Deno?: { serve?: Serve } };
  if (deno?.serve) return deno.serve;
  throw new TypeError(
    "Cannot serve the admin page: found no Deno.serve, wanted Deno; " +
      "elsewhere give adminHandler() to a server of that runtime",
  );
}
