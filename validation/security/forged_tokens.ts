/**
 * Access tokens that must not be accepted, made of one that is.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import {
  createHmac,
  createSign,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";

/** A token that somebody could try. */
export interface ForgedToken {
  /** What is wrong with it. */
  readonly what: string;
  readonly token: string;
}

/** The parts of a token. */
interface TokenParts {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signature: string;
}

/** Makes them of a valid token; those that only whoever knows the secret could make are signed with it. */
export function forgedTokens(
  token: string,
  options: { readonly secret: string; readonly victim: string },
): readonly ForgedToken[] {
  const parts = partsOf(token);
  return [
    ...unsigned(parts),
    ...otherKeys(parts),
    ...altered(parts, options.victim),
    ...wrongClaims(parts, options.secret),
  ];
}

/** Signs a token's own parts anew: it must be accepted, or the forgeries show nothing. */
export function resigned(token: string, secret: string): string {
  const { header, claims } = partsOf(token);
  return signed(header, claims, secret);
}

function unsigned({ header, claims, signature }: TokenParts): ForgedToken[] {
  const algorithms = ["none", "None", "NONE", "nOnE"];
  return algorithms.flatMap((alg) => {
    const text = `${encoded({ ...header, alg })}.${encoded(claims)}`;
    return [
      { what: `alg ${alg} without a signature`, token: `${text}.` },
      { what: `alg ${alg} with the old one`, token: `${text}.${signature}` },
    ];
  }).concat([
    {
      what: "no signature",
      token: `${encoded(header)}.${encoded(claims)}.`,
    },
    { what: "two parts", token: `${encoded(header)}.${encoded(claims)}` },
  ]);
}

function otherKeys({ header, claims }: TokenParts): ForgedToken[] {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
  });
  const jwk = publicKey.export({ format: "jwk" });
  const pem = publicKey.export({ format: "pem", type: "spki" }).toString();
  const issuer = String(claims.iss ?? "");
  return [
    ...["", "secret", issuer, "changeme", "0".repeat(32), pem].map((key) => ({
      what: `a guessed key (${JSON.stringify(key.slice(0, 20))})`,
      token: signed(header, claims, key),
    })),
    ...["RS256", "RS512"].map((alg) => ({
      what: `${alg} where HS256 is used`,
      token: signedByRsa({ ...header, alg }, claims, privateKey),
    })),
    {
      what: "RS256 with its key in the header",
      token: signedByRsa({ ...header, alg: "RS256", jwk }, claims, privateKey),
    },
    {
      what: "a key that the header points to",
      token: signed(
        { ...header, kid: "../../../../dev/null", jku: "http://127.0.0.1:1/" },
        claims,
        "",
      ),
    },
    {
      what: "a symmetric key in the header",
      token: signed(
        { ...header, jwk: { kty: "oct", k: "AAAA" } },
        claims,
        Buffer.from("AAAA", "base64"),
      ),
    },
  ];
}

function altered(
  { header, claims, signature }: TokenParts,
  victim: string,
): ForgedToken[] {
  const flipped = (signature.startsWith("A") ? "B" : "A") + signature.slice(1);
  const changes: readonly (readonly [string, Record<string, unknown>])[] = [
    ["somebody else", { sub: victim }],
    ["a later end", { exp: 4_000_000_000 }],
    ["a role", { role: "admin" }],
  ];
  return [
    {
      what: "another signature",
      token: `${encoded(header)}.${encoded(claims)}.${flipped}`,
    },
    {
      what: "half a signature",
      token: `${encoded(header)}.${encoded(claims)}.${signature.slice(0, 20)}`,
    },
    ...changes.map(([what, change]) => ({
      what: `${what} under the old signature`,
      token: `${encoded(header)}.${
        encoded({ ...claims, ...change })
      }.${signature}`,
    })),
  ];
}

/** What was valid once, will be, or is valid elsewhere. */
function wrongClaims(
  { header, claims }: TokenParts,
  secret: string,
): ForgedToken[] {
  const now = Math.floor(Date.now() / 1000);
  const { exp: _, ...endless } = claims;
  const { sub: __, ...nobody } = claims;
  const sets: readonly (readonly [string, Record<string, unknown>])[] = [
    ["expired", {
      ...claims,
      iat: now - 7200,
      nbf: now - 7200,
      exp: now - 3600,
    }],
    ["not valid yet", { ...claims, nbf: now + 3600, exp: now + 7200 }],
    ["no end", endless],
    ["no subject", nobody],
    ["another issuer", { ...claims, iss: "somebody-else" }],
    ["another audience", { ...claims, aud: "somebody-else" }],
    ["an unknown user", {
      ...claims,
      sub: "01890a5d-ac96-774b-bcce-b302099a8057",
    }],
  ];
  return sets.map(([what, claims]) => ({
    what,
    token: signed(header, claims, secret),
  }));
}

function partsOf(token: string): TokenParts {
  const [header = "", claims = "", signature = ""] = token.split(".");
  return { header: decoded(header), claims: decoded(claims), signature };
}

function signed(
  header: object,
  claims: object,
  key: string | Uint8Array,
): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${
    createHmac("sha256", key).update(text).digest("base64url")
  }`;
}

function signedByRsa(header: object, claims: object, key: KeyObject): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  const signature = createSign("RSA-SHA256").update(text).sign(key);
  return `${text}.${signature.toString("base64url")}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decoded(text: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
}
