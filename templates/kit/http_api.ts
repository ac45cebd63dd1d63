/**
 * The frame of the HTTP API: routing, errors, metrics and the routes that every system has.
 *
 * @module
 */
import type { Log } from "@autocoder/harness";
import { Hono } from "hono";
import { HttpMetrics } from "./http_metrics.ts";
import { emptyResponse, errorResponse } from "./http_response.ts";
import { badRequest, notFound, problem } from "./problem.ts";
import { failureResponse } from "./request_failure.ts";
import {
  mountSystemRoutes,
  type SystemRoutesOptions,
} from "./system_routes.ts";

/** The methods that a route can have. HEAD is answered as GET without the body, OPTIONS by itself. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What a handler sees of a request. */
export interface RouteRequest {
  /** The request as it came. */
  readonly raw: Request;
  /** Gives the value of a `{name}` of the route's path, decoded. */
  param(name: string): string | undefined;
}

/** Answers the requests of one route; what it throws becomes a 500, or a 503 if the system is busy, restarting or stopping. */
export type Handler = (request: RouteRequest) => Response | Promise<Response>;

/** An HTTP API. */
export interface Api {
  /** Answers a request. Never rejects. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Adds a route, such as `GET` on `/tasks/{id}`. All routes are added before the first request. */
  route(method: Method, path: string, handler: Handler): void;
}

/** What {@link createApi} needs. */
export interface ApiOptions extends SystemRoutesOptions {
  /** Hears of requests that failed. @default nobody */
  readonly log?: Log;
}

/**
 * Makes an API with the routes of every system: health, metrics, `/openapi.json` and `/docs`.
 *
 * What no route answers is a problem too: 404, or 405 with `Allow`; a Host header that is not a host is a 400.
 */
export function createApi(options: ApiOptions): Api {
  const log = options.log ?? (() => {});
  const app = new Hono();
  const metrics = new HttpMetrics();
  const unmatched = metrics.route("any", "unmatched");

  const api: Api = {
    fetch(request) {
      // The server makes the URL of it, unchecked: "x/metrics?" would become another path.
      const host = request.headers.get("host");
      if (host === null || HOST.test(host)) return app.fetch(request);
      unmatched.record(400, 0);
      return errorResponse(badRequest("The Host header is not a host."));
    },
    route(method, path, handler) {
      const counters = metrics.route(method, path);
      app.on(method, honoPath(path), async ({ req }) => {
        const started = performance.now();
        let response: Response;
        try {
          response = await handler(req);
        } catch (error) {
          response = failureResponse(error, { method, path }, log);
        }
        counters.record(response.status, performance.now() - started);
        return req.method === "HEAD" && response.status !== 304
          ? await withContentLength(response)
          : response;
      });
    },
  };

  app.notFound((context) => {
    const { method, path } = context.req;
    const response = unmatchedResponse(method, allowedMethods(app, path));
    unmatched.record(response.status, 0);
    return response;
  });

  mountSystemRoutes(api, options, metrics);
  return api;
}

/** HEAD loses the body after this, and a server can only guess its length then. */
async function withContentLength(response: Response): Promise<Response> {
  if (response.headers.has("content-length")) {
    await response.body?.cancel();
    return new Response(null, response);
  }
  const { byteLength } = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  headers.set("content-length", String(byteLength));
  return new Response(null, { status: response.status, headers });
}

function unmatchedResponse(
  method: string,
  allowed: readonly string[],
): Response {
  if (allowed.length === 0) return errorResponse(notFound("path"));
  const allow = allowed.join(", ");
  return method === "OPTIONS"
    ? emptyResponse({ allow })
    : errorResponse(problem(405, `This path allows ${allow}.`), { allow });
}

function allowedMethods(app: Hono, path: string): string[] {
  const methods: string[] = METHODS.filter((method) =>
    app.router.match(method, path)[0].length > 0
  );
  if (methods.includes("GET")) methods.splice(1, 0, "HEAD");
  if (methods.length > 0) methods.push("OPTIONS");
  return methods;
}

/** OpenAPI writes `{id}`, Hono `:id`. */
function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}

/** A name or an address, and a port: nothing that ends the authority of a URL. */
const HOST = /^[A-Za-z0-9.\-_~%:[\]]+$/;

const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
