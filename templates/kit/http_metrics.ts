/**
 * How many requests each route has answered, and how fast, in the Prometheus text format.
 *
 * @module
 */

/** The counters of all routes. */
export class HttpMetrics {
  readonly #routes: RouteMetrics[] = [];

  /** Starts the counters of one route. */
  route(method: string, path: string): RouteMetrics {
    const route = new RouteMetrics(method, path);
    this.#routes.push(route);
    return route;
  }

  /** Renders the counters of the routes that have been used. */
  render(): string {
    const used = this.#routes.filter((route) => route.count > 0);
    return [
      "# HELP http_requests_total Requests answered.",
      "# TYPE http_requests_total counter",
      ...used.flatMap(counterLines),
      "# HELP http_request_duration_seconds Time from a request to its response.",
      "# TYPE http_request_duration_seconds histogram",
      ...used.flatMap(histogramLines),
      "",
    ].join("\n");
  }
}

/** The counters of one route. */
export class RouteMetrics {
  /** Requests answered. */
  count = 0;
  /** Their time in all, in milliseconds. */
  totalMs = 0;
  /** Requests by status. */
  readonly statuses: Map<number, number> = new Map();
  /** Requests by the first of {@link BUCKETS_MS} they did not exceed; the last place is for the rest. */
  readonly buckets: Float64Array = new Float64Array(BUCKETS_MS.length + 1);

  /** Makes the counters of a route; `path` is its pattern, so that ids do not multiply the series. */
  constructor(readonly method: string, readonly path: string) {}

  /** Counts one request. */
  record(status: number, durationMs: number): void {
    this.count++;
    this.totalMs += durationMs;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    let bucket = 0;
    while (
      bucket < BUCKETS_MS.length && durationMs > BUCKETS_MS[bucket]!
    ) bucket++;
    this.buckets[bucket]!++;
  }
}

function counterLines(route: RouteMetrics): string[] {
  return [...route.statuses].map(([status, count]) =>
    `http_requests_total{${labels(route)},status="${status}"} ${count}`
  );
}

function histogramLines(route: RouteMetrics): string[] {
  const name = "http_request_duration_seconds";
  const lines: string[] = [];
  let cumulative = 0;
  for (const [index, count] of route.buckets.entries()) {
    cumulative += count;
    const limit = BUCKETS_MS[index];
    const le = limit === undefined ? "+Inf" : String(limit / 1000);
    lines.push(`${name}_bucket{${labels(route)},le="${le}"} ${cumulative}`);
  }
  lines.push(`${name}_sum{${labels(route)}} ${route.totalMs / 1000}`);
  lines.push(`${name}_count{${labels(route)}} ${route.count}`);
  return lines;
}

function labels(route: RouteMetrics): string {
  return `method="${route.method}",route="${route.path}"`;
}

const BUCKETS_MS = [
  1,
  2.5,
  5,
  10,
  25,
  50,
  100,
  250,
  500,
  1000,
  2500,
  5000,
  10000,
];
