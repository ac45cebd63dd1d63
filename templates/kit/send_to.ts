/**
 * For tests: requests go over the network to where a system listens.
 *
 * @module
 */

/** Sends a request to a server, whatever host the request names. */
export async function sendTo(url: string, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  return await fetch(new Request(url + pathname + search, request));
}
