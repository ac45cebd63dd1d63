/**
 * Access tokens: short-lived JWTs (RFC 7519, 9068) that name a user and nothing else.
 *
 * @module
 */
import { jwtVerify, SignJWT } from "jose";
import type { Clock } from "./clock.ts";

/** What access tokens are made and checked with. */
export interface AccessTokenOptions {
  /** The secret, of at least 32 bytes. */
  readonly secret: string;
  /** Who makes them and for whom: the system's name. */
  readonly issuer: string;
  /** How long one is valid, in seconds. */
  readonly seconds: number;
  /** The time. @default Date.now */
  readonly clock?: Clock;
}

/** Makes a token for a user. */
export async function signAccessToken(
  options: AccessTokenOptions,
  userId: string,
): Promise<string> {
  const { secret, issuer, seconds, clock = Date.now } = options;
  const now = Math.floor(clock() / 1000);
  return await new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setSubject(userId)
    .setIssuer(issuer)
    .setAudience(audienceOf(issuer))
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + seconds)
    .sign(keyOf(secret));
}

/**
 * Gives the id of the user that a valid token names; undefined for any other text.
 *
 * There is one key and one algorithm: what the token's own header says of either (`kid`, `jwk`, `jku`) is not followed.
 */
export async function verifyAccessToken(
  options: AccessTokenOptions,
  token: string,
): Promise<string | undefined> {
  const { secret, issuer, clock = Date.now } = options;
  if (token.length > MAX_TOKEN_LENGTH) return undefined;
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer,
      audience: audienceOf(issuer),
      requiredClaims: ["sub", "iat", "nbf", "exp"],
      currentDate: new Date(clock()),
    });
    return payload.sub;
  } catch {
    return undefined; // whatever is wrong with it, it is no token of ours
  }
}

/** Names those whom an issuer's tokens are for. */
export function audienceOf(issuer: string): string {
  return `${issuer}-api`;
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(secret));
}

const ALGORITHM = "HS256";
const TYPE = "at+jwt";
const MAX_TOKEN_LENGTH = 4096;
