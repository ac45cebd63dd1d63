/**
 * Access tokens and passwords that no system may accept.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { SignJWT, UnsecuredJWT } from "jose";
import { MAX_PASSWORD_BYTES, MIN_PASSWORD_LENGTH } from "./password_hash.ts";

/** What is known to whoever forges tokens: all but the secret, which only some of the forgeries use. */
export interface ForgedTokensOptions {
  /** The system's secret. */
  readonly secret: string;
  /** The system's name. */
  readonly issuer: string;
  /** Whom the tokens pretend to be of. */
  readonly userId: string;
}

/** Makes a token in every wrong way, each with what is wrong with it. */
export async function forgedTokens(
  options: ForgedTokensOptions,
): Promise<readonly (readonly [what: string, token: string])[]> {
  const { secret, userId } = options;
  const now = Math.floor(Date.now() / 1000);
  const good = await tokenWith(options, {});
  const [header = "", payload = "", signature = ""] = good.split(".");
  const other = await tokenWith(
    { ...options, userId: crypto.randomUUID() },
    {},
  );
  const ownKey = crypto.randomUUID() + crypto.randomUUID();
  const jwk = { kty: "oct", k: Buffer.from(ownKey).toString("base64url") };
  return [
    ["no signature", `${header}.${payload}.`],
    ["another payload", `${header}.${other.split(".")[1]}.${signature}`],
    ["alg none", unsecured(options)],
    [
      "alg none with a signature",
      `${unsecured(options).split(".").slice(0, 2).join(".")}.${signature}`,
    ],
    ["another secret", await tokenWith({ ...options, secret: ownKey }, {})],
    [
      "a key of its own in the header",
      await tokenWith({ ...options, secret: ownKey }, { jwk }),
    ],
    [
      "a kid that is a path",
      await tokenWith({ ...options, secret: "" + ownKey }, {
        kid: "../../dev/null",
      }),
    ],
    ["another algorithm", await tokenWith(options, { alg: "HS512" })],
    ["another type", await tokenWith(options, { typ: "JWT" })],
    ["another audience", await tokenWith(options, {}, { aud: "other-api" })],
    ["another issuer", await tokenWith(options, {}, { iss: "other" })],
    ["no audience", await tokenWith(options, {}, { aud: undefined })],
    ["expired", await tokenWith(options, {}, { exp: now - 1 })],
    ["no expiry", await tokenWith(options, {}, { exp: undefined })],
    ["not valid yet", await tokenWith(options, {}, { nbf: now + 3600 })],
    ["no subject", await tokenWith(options, {}, { sub: undefined })],
    [
      "a subject that is no id",
      await tokenWith(options, {}, { sub: "' OR 1=1 --" }),
    ],
    [
      "a user who does not exist",
      await tokenWith({ ...options, userId: crypto.randomUUID() }, {}),
    ],
    ["twice", `${good}.${good}`],
    ["only the id", userId],
    ["the secret", secret],
    ["far too long", good + "A".repeat(100_000)],
  ];
}

function unsecured({ issuer, userId }: ForgedTokensOptions): string {
  return new UnsecuredJWT()
    .setSubject(userId)
    .setIssuer(issuer)
    .setAudience(`${issuer}-api`)
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime("1h")
    .encode();
}

async function tokenWith(
  { secret, issuer, userId }: ForgedTokensOptions,
  header: Readonly<Record<string, unknown>>,
  claims: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    sub: userId,
    iss: issuer,
    aud: `${issuer}-api`,
    iat: now,
    nbf: now,
    exp: now + 900,
    ...claims,
  };
  return await new SignJWT(payload)
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt", ...header })
    .sign(new TextEncoder().encode(secret));
}

/** Lists what is no password where one has at least so many characters: empty, blank, too short, too long, no text. */
export function badPasswords(
  minLength: number = MIN_PASSWORD_LENGTH,
): readonly unknown[] {
  return [
    "",
    " ".repeat(minLength),
    "x".repeat(minLength - 1),
    "ä".repeat(MAX_PASSWORD_BYTES / 2 + 1),
    12345678,
    null,
  ];
}
