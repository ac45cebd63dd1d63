/**
 * Lets pages of other origins call the API from a browser.
 *
 * @module
 */
import { Hono } from "hono";
import { cors } from "hono/cors";

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
  return (request) => app.fetch(request);
}
