/**
 * Tests of what an API does where requests need keys: each is sent with one of its own.
 *
 * @module
 */

/** Gives a request that creates or acts a key that no other has; one that has a key stays as it is. */
export function keyedRequest(request: Request): Request {
  if (request.method === "POST" && !request.headers.has("idempotency-key")) {
    request.headers.set("idempotency-key", crypto.randomUUID());
  }
  return request;
}
