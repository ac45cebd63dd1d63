/**
 * Lets pages of other origins call the API from a browser.
 *
 * @module
 */
import { Hono } from "hono";
import { cors } from "hono/cors";
import { SECURITY_HEADERS } from "./http_response.ts";

/** Answers preflight requests and adds the headers by which a browser lets a page read an answer. */
export function withOrigins(
  fetch: (request: Request) => Response | Promise<Response>,
  origins: readonly string[],
): (request: Request) => Response | Promise<Response> {
  const app = new Hono();
  app.use(cors({
    origin: origins.includes("*") ? "*" : [...origins],
    allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    exposeHeaders: [
      "ETag",
      "Idempotency-Replayed",
      "Location",
      "Retry-After",
    ],
    maxAge: 600,
  }));
  app.all("*", async ({ req }) => {
    const response = await fetch(req.raw);
    return new Response(response.body, response);
  });
  return async (request) => {
    // Browsers do not hold WebSockets to this: who answers such a request looks at its origin.
    if (request.headers.get("upgrade")?.toLowerCase() === "websocket") {
      return await fetch(request);
    }
    const response = await app.fetch(request);
    // Hono answers a preflight request by itself, with nothing but what it is asked for.
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  };
}
