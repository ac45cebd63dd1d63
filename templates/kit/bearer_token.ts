/**
 * The `Authorization` header of a request.
 *
 * @module
 */

/** Gives the token of a request (RFC 6750, whatever the scheme's name); undefined when it has none. */
export function bearerToken(
  request: Request,
  scheme: string = "Bearer",
): string | undefined {
  const header = request.headers.get("authorization");
  if (header === null) return undefined;
  const [word = "", token = "", ...rest] = header.split(" ");
  return word.toLowerCase() === scheme.toLowerCase() && token !== "" &&
      rest.length === 0
    ? token
    : undefined;
}

/** What a 401 says about how to get in (RFC 6750, 3): `invalid_token` only when there was one. */
export function challenge(
  request: Request,
  scheme: string = "Bearer",
): Readonly<Record<string, string>> {
  return {
    "www-authenticate": request.headers.has("authorization")
      ? `${scheme} error="invalid_token"`
      : scheme,
  };
}
