import { AdminGuard } from "./admin_guard.ts";
import { adminPage } from "./admin_page.ts";
import { redriveRequested } from "./admin_redrive.ts";
import { type AdminSnapshot, adminSnapshot } from "./admin_snapshot.ts";
import { assertMilliseconds } from "./assert_milliseconds.ts";
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import type { DeadLetter } from "./dead_letter.ts";
import { NumberedLetters } from "./numbered_letters.ts";
import { problemResponse } from "./problem_response.ts";
import { snapshotEvents } from "./snapshot_events.ts";
import type { SystemExecutionHarness } from "./system_execution_harness.ts";
import { toPrometheus } from "./to_prometheus.ts";

/** Settings of `adminHandler()`. */
export interface AdminOptions {
  /**
   * What whoever asks must know, of at least 16 characters: given as `Authorization: Bearer …`, or
   * once as `?token=…`, which is traded for a cookie.
   * @default no token is asked for
   */
  readonly token?: string;
  /**
   * Names by which this server is reached, besides `localhost` and addresses. A request by any other
   * name is refused: it may come from a page whose name was made to point here (DNS rebinding).
   * @default {[]}
   */
  readonly hostnames?: readonly string[];
  /**
   * Milliseconds from one event to the next.
   * @default {1000}
   */
  readonly intervalMs?: number;
  /**
   * Most dead letters in a snapshot, the latest.
   * @default {50}
   */
  readonly letterLimit?: number;
  /**
   * Most characters of the data of a dead letter.
   * @default {200}
   */
  readonly previewLength?: number;
  /**
   * Writes the data of a dead letter, for systems whose data not every operator may see.
   * @default the beginning of the data
   */
  readonly preview?: (letter: DeadLetter) => string;
  /**
   * Where the snapshots have their time from, best the same as the system.
   * @default the machine's
   */
  readonly clock?: Clock;
  /**
   * Ends the streams of events.
   * @default they end with the system
   */
  readonly signal?: AbortSignal;
}

/**
 * Makes a fetch handler for the operators of a system: `/` is the live page, `/state` a snapshot in
 * JSON, `/events` the snapshots as server-sent events until the system has stopped,
 * `POST /dead-letters/redrive` sends dead letters again, `/metrics` is for Prometheus, `/health/live` and
 * `/health/ready` for probes (200 or 503). What goes wrong is told as RFC 9457 has it. The handler never
 * rejects. Throws `TypeError` when the token is too short, `RangeError` when the interval is no time.
 *
 * @example A snapshot of a system
 * ```ts
 * import { SystemExecutionHarness } from "@autocoder/harness";
 * import { adminHandler } from "@autocoder/harness/admin";
 *
 * const handler = adminHandler(new SystemExecutionHarness({ name: "shop" }));
 * const response = await handler(new Request("http://localhost/state"));
 * const { system } = await response.json();
 * if (system !== "shop") throw new Error(`found ${system}`);
 * ```
 */
export function adminHandler(
  harness: SystemExecutionHarness,
  options: AdminOptions = {},
): (request: Request) => Promise<Response> {
  const { token, hostnames = [] } = options;
  assertMilliseconds(options.intervalMs ?? 0, 'Cannot use "intervalMs"');
  const guard = new AdminGuard({ token, hostnames });
  const desk = new AdminDesk(harness, options);
  return async (request) => {
    try {
      const response = await guard.check(request) ??
        await desk.answer(request);
      return guarded(response);
    } catch {
      return guarded(
        problemResponse(500, "Cannot answer: something went wrong here"),
      );
    }
  };
}

type Method = "GET" | "POST";
type Answer = (request: Request) => Response | Promise<Response>;

class AdminDesk {
  readonly #harness: SystemExecutionHarness;
  readonly #options: AdminOptions;
  readonly #signal: AbortSignal;
  readonly #numbers = new NumberedLetters();
  readonly #routes: ReadonlyMap<string, readonly [Method, Answer]>;

  constructor(harness: SystemExecutionHarness, options: AdminOptions) {
    this.#harness = harness;
    this.#options = options;
    this.#signal = options.signal ?? new AbortController().signal;
    this.#routes = new Map<string, readonly [Method, Answer]>([
      ["/", ["GET", () => adminPage(this.#snapshot())]],
      ["/state", ["GET", () => Response.json(this.#snapshot())]],
      ["/events", ["GET", () => this.#events()]],
      ["/metrics", ["GET", () => this.#metrics()]],
      ["/health/live", ["GET", () => this.#health("live")]],
      ["/health/ready", ["GET", () => this.#health("ready")]],
      ["/dead-letters/redrive", [
        "POST",
        (request) => redriveRequested(request, this.#harness, this.#numbers),
      ]],
    ]);
  }

  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const route = this.#routes.get(pathname);
    if (route === undefined) {
      return problemResponse(
        404,
        `Cannot find "${pathname}": wanted one of ${
          [...this.#routes.keys()].join(", ")
        }`,
      );
    }
    const [method, answer] = route;
    const isHead = request.method === "HEAD" && method === "GET";
    if (request.method !== method && !isHead) {
      const allow = method === "GET" ? "GET, HEAD" : method;
      return problemResponse(
        405,
        `Cannot ${request.method} "${pathname}": wanted ${allow}`,
        { allow },
      );
    }
    const response = await answer(request);
    if (!isHead) return response;
    await response.body?.cancel();
    return new Response(null, response);
  }

  #snapshot(): AdminSnapshot {
    const { letterLimit = 50, previewLength = 200, preview } = this.#options;
    const { clock = SYSTEM_CLOCK } = this.#options;
    const options = { at: clock.date(), letterLimit, previewLength, preview };
    return adminSnapshot(this.#harness, this.#numbers, options);
  }

  #events(): Response {
    const { intervalMs = 1000, clock = SYSTEM_CLOCK } = this.#options;
    const events = snapshotEvents({
      take: () => this.#snapshot(),
      isLast: () => ["stopped", "failed"].includes(this.#harness.state),
      intervalMs,
      clock,
      signal: this.#signal,
    });
    return new Response(events, {
      headers: {
        "content-type": "text/event-stream",
        "x-accel-buffering": "no",
      },
    });
  }

  #metrics(): Response {
    return new Response(toPrometheus(this.#harness.metrics()), {
      headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
    });
  }

  #health(what: "live" | "ready"): Response {
    const health = this.#harness.health();
    return Response.json(health, { status: health[what] ? 200 : 503 });
  }
}

/** The page brings its own policy; nothing else may do anything at all in a browser. */
function guarded(response: Response): Response {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
