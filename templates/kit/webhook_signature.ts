/**
 * Signatures of webhooks, by the Standard Webhooks specification (https://www.standardwebhooks.com): HMAC-SHA256 over
 * id, time and body.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";

/** A message as it is signed. */
export interface SignedMessage {
  /** The id; the same in every try. */
  readonly id: string;
  /** When it is sent, in seconds since 1970. */
  readonly seconds: number;
  /** The body, byte for byte. */
  readonly body: string;
}

/** Makes the headers of a message. The secret is `whsec_` and base64. */
export function signWebhook(
  secret: string,
  message: SignedMessage,
): Record<string, string> {
  return {
    "webhook-id": message.id,
    "webhook-timestamp": String(message.seconds),
    "webhook-signature": `v1,${signatureOf(secret, message)}`,
  };
}

/**
 * Says whether a message is genuine and of these minutes, in a time that does not depend on how much of the signature
 * is right. A header may hold several signatures, as while a secret is being replaced.
 *
 * @example A receiver
 * ```ts
 * const secret = "whsec_" + btoa("0123456789abcdef0123456789abcdef");
 * const body = "{}";
 * const headers = new Headers(signWebhook(secret, { id: "1", seconds: 60, body }));
 * if (!verifyWebhook(secret, { headers, body, now: 61_000 })) throw new Error("refused");
 * ```
 */
export function verifyWebhook(
  secret: string,
  { headers, body, now = Date.now() }: {
    readonly headers: Headers;
    readonly body: string;
    /** In milliseconds since 1970. @default Date.now() */
    readonly now?: number;
  },
): boolean {
  const id = headers.get("webhook-id");
  const time = headers.get("webhook-timestamp") ?? "";
  if (!id || !/^\d{1,12}$/.test(time)) return false;
  const seconds = Number(time);
  if (Math.abs(now / 1000 - seconds) > TOLERANCE_SECONDS) return false;
  const wanted = Buffer.from(signatureOf(secret, { id, seconds, body }));
  const given = (headers.get("webhook-signature") ?? "").split(" ");
  return given.slice(0, MOST_SIGNATURES).some((one) => {
    if (!one.startsWith("v1,")) return false;
    const found = Buffer.from(one.slice(3));
    return found.length === wanted.length && timingSafeEqual(found, wanted);
  });
}

/** Reads the bytes of a secret, `whsec_` and base64 of 24 to 64 bytes; undefined if it is none. */
export function webhookKey(secret: string): Uint8Array | undefined {
  const match = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret);
  const key = Buffer.from(match?.[1] ?? "", "base64");
  return key.length >= 24 && key.length <= 64 ? key : undefined;
}

function signatureOf(
  secret: string,
  { id, seconds, body }: SignedMessage,
): string {
  const key = webhookKey(secret);
  if (key === undefined) {
    throw new TypeError(
      "Cannot sign: found another secret, wanted whsec_ and base64 of 24 to 64 bytes",
    );
  }
  return createHmac("sha256", key).update(`${id}.${seconds}.${body}`)
    .digest("base64");
}

/** As the specification proposes. */
const TOLERANCE_SECONDS = 5 * 60;
const MOST_SIGNATURES = 10;
