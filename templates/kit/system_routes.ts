/**
 * The routes that every system has: health, metrics, the OpenAPI document and the page made from it.
 *
 * @module
 */
import { docsPage } from "./docs_page.ts";
import type { Api } from "./http_api.ts";
import type { HttpMetrics } from "./http_metrics.ts";
import { processMetrics } from "./process_metrics.ts";
import { jsonResponse, textResponse } from "./http_response.ts";

/** How the system is. */
export interface Health {
  /** In a word. */
  readonly status: string;
  /** Whether the process works at all; if not, it should be restarted. */
  readonly live: boolean;
  /** Whether it can answer requests now. */
  readonly ready: boolean;
  /** How its components are. */
  readonly components: readonly {
    readonly name: string;
    readonly state: string;
  }[];
}

/** How a process is, and what it has counted. */
export interface ProcessSight {
  /** Reports how it is. */
  readonly health: () => Health;
  /** Renders all of its metrics in the Prometheus text format. */
  readonly metrics: () => string;
}

/** The same of several workers together. */
export interface SharedSight {
  /** Reports how all of them are. */
  readonly health: () => Promise<Health>;
  /** Renders what all of them have counted. */
  readonly metrics: () => Promise<string>;
}

/** What {@link mountSystemRoutes} needs. */
export interface SystemRoutesOptions {
  /** The OpenAPI document. */
  readonly openapi: unknown;
  /** Reports how the system is. */
  readonly health: () => Health;
  /** Renders the system's own metrics in the Prometheus text format. @default none */
  readonly metrics?: () => string;
  /** Takes the sight of this worker, and gives that of all. @default this process is all there is */
  readonly share?: ((own: ProcessSight) => SharedSight) | undefined;
}

/** Adds the routes `/health`, `/health/live`, `/health/ready`, `/metrics`, `/openapi.json` and `/docs`. */
export function mountSystemRoutes(
  api: Api,
  options: SystemRoutesOptions,
  http: HttpMetrics,
): void {
  const { openapi, health, metrics, share } = options;
  let document: string | undefined; // made for whoever asks first: most starts are for something else

  const figures = () => http.render() + processMetrics() + (metrics?.() ?? "");

  if (share) mountShared(api, share({ health, metrics: figures }));
  else mountOwn(api, { health, metrics: figures });
  api.route(
    "GET",
    "/openapi.json",
    () =>
      textResponse(
        document ??= JSON.stringify(openapi, null, 2),
        "application/json",
      ),
  );
  api.route("GET", "/docs", async () => {
    const page = await docsPage(openapi);
    return textResponse(page.html, "text/html; charset=utf-8", {
      "content-security-policy": page.contentSecurityPolicy,
    });
  });
}

function mountOwn(api: Api, { health, metrics }: ProcessSight): void {
  api.route("GET", "/health", () => healthResponse(health()));
  api.route("GET", "/health/live", () => yesOrNo(health().live));
  api.route("GET", "/health/ready", () => yesOrNo(health().ready));
  api.route("GET", "/metrics", () => textResponse(metrics(), PROMETHEUS));
}

/** Whichever worker is asked answers for all. */
function mountShared(api: Api, { health, metrics }: SharedSight): void {
  const whole = async (answer: (health: Health) => Response) =>
    answer(await health());
  api.route("GET", "/health", () => whole(healthResponse));
  api.route("GET", "/health/live", () => whole(({ live }) => yesOrNo(live)));
  api.route(
    "GET",
    "/health/ready",
    () => whole(({ ready }) => yesOrNo(ready)),
  );
  api.route(
    "GET",
    "/metrics",
    async () => textResponse(await metrics(), PROMETHEUS),
  );
}

/** Errors are left out: anybody may ask, and their messages can tell of the inside. */
function healthResponse(health: Health): Response {
  const components = health.components.map(({ name, state }) => ({
    name,
    state,
  }));
  const report = { status: health.status, components };
  return jsonResponse(report, health.ready ? 200 : 503);
}

function yesOrNo(yes: boolean): Response {
  return jsonResponse({ status: yes ? "ok" : "unavailable" }, yes ? 200 : 503);
}

const PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
