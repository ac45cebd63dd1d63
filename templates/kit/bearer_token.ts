/**
 * The `Authorization` header of a request.
 *
 * @module
 */

/** Gives the bearer token of a request (RFC 6750); undefined when it has none. */
export function bearerToken(request: Request): string | undefined {
  const header = request.headers.get("authorization");
  if (header === null) return undefined;
  const [scheme = "", token = "", ...rest] = header.split(" ");
  return scheme.toLowerCase() === "bearer" && token !== "" && rest.length === 0
    ? token
    : undefined;
}

/** What a 401 says about how to get in (RFC 6750, 3): `invalid_token` only when there was one. */
export function challenge(
  request: Request,
): Readonly<Record<string, string>> {
  return {
    "www-authenticate": request.headers.has("authorization")
      ? 'Bearer error="invalid_token"'
      : "Bearer",
  };
}
