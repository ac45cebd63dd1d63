/**
 * Takes a key out of text that came from outside, such as a server's message that repeats it.
 *
 * @module
 */

/** What stands where a key stood. */
export const HIDDEN = "[key]";

/** Takes a secret out of a text, also as it is spelt in addresses, in JSON and in base64. */
export function hideSecret(text: string, secret: string | undefined): string {
  if (secret === undefined) return text;
  return spellings(secret).reduce(
    (shown, spelling) => shown.replaceAll(spelling, HIDDEN),
    text,
  );
}

/**
 * Takes a secret out of text that comes in pieces, wherever they are cut: what may be its beginning is held back until
 * it is known.
 */
export class SecretFilter {
  readonly #secret: string | undefined;
  #held = "";

  /** Takes the secret. */
  constructor(secret: string | undefined) {
    this.#secret = secret;
  }

  /** Takes a piece and gives as much text as is known to be free of the secret. */
  push(piece: string): string {
    if (this.#secret === undefined) return piece;
    const text = (this.#held + piece).replaceAll(this.#secret, HIDDEN);
    const free = text.length - beginningAtEnd(text, this.#secret);
    this.#held = text.slice(free);
    return text.slice(0, free);
  }

  /** Gives what was held back: no more is to come. */
  end(): string {
    const rest = this.#held;
    this.#held = "";
    return rest;
  }
}

/** How many characters at the end of a text may be the beginning of a secret. */
function beginningAtEnd(text: string, secret: string): number {
  const most = Math.min(text.length, secret.length - 1);
  for (let length = most; length > 0; length--) {
    if (secret.startsWith(text.slice(-length))) return length;
  }
  return 0;
}

function spellings(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    btoa(secret).replace(/=+$/, ""),
  ];
}
