/**
 * Passwords, kept as hashes that cost time and memory to make (scrypt, RFC 7914).
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** What one hash costs: `n` × `r` × 128 bytes of memory, and time in proportion to `n` × `r` × `p`. */
export interface PasswordCost {
  /** A power of two. */
  readonly n: number;
  /** The size of a block. */
  readonly r: number;
  /** How often. */
  readonly p: number;
}

/** 32 MiB and about a tenth of a second: one of the settings that OWASP's password cheat sheet lists as equal. */
export const PASSWORD_COST: PasswordCost = { n: 2 ** 15, r: 8, p: 3 };

/** How many characters a password must have at least. */
export const MIN_PASSWORD_LENGTH = 8;

/** How many bytes a password can have at most, in UTF-8. */
export const MAX_PASSWORD_BYTES = 128;

/** Says what is wrong with a new password; undefined when nothing is. */
export function complaintAboutPassword(
  password: string,
  minLength: number = MIN_PASSWORD_LENGTH,
): string | undefined {
  if (password === "") return "must not be empty";
  if (password.trim() === "") return "must not be blank";
  if ([...password].length < minLength) {
    return `must have at least ${minLength} characters`;
  }
  return isTooLong(password)
    ? `must have at most ${MAX_PASSWORD_BYTES} bytes`
    : undefined;
}

/** Hashes passwords, a few at a time, so that many logins at once cannot take all memory. */
export class PasswordHasher {
  readonly #cost: PasswordCost;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #decoy: Promise<string> | undefined;
  #hashes = 0;

  /** Makes a hasher; hashes of another cost are still understood. */
  constructor(cost: PasswordCost = PASSWORD_COST) {
    this.#cost = cost;
  }

  /** How many hashes it has made: what a login costs, whoever tries. */
  get hashes(): number {
    return this.#hashes;
  }

  /** Hashes a password: `scrypt$n=…,r=…,p=…$salt$hash`. Undefined when too many wait already. */
  async hash(password: string): Promise<string | undefined> {
    const salt = randomBytes(SALT_BYTES);
    const key = await this.#derive(password, salt, this.#cost);
    if (key === undefined) return undefined;
    const { n, r, p } = this.#cost;
    return ["scrypt", `n=${n},r=${r},p=${p}`, base64(salt), base64(key)].join(
      "$",
    );
  }

  /**
   * Says whether a password belongs to a hash; with no hash it does the same work and says no. Undefined when too
   * many wait already.
   */
  async verify(
    password: string,
    hash: string | undefined,
  ): Promise<boolean | undefined> {
    const known = hash === undefined ? undefined : parse(hash);
    const { cost, salt, key } = known ?? parse(await this.#decoyHash())!;
    // What cannot be anybody's password is not hashed whole, but the work is done all the same.
    const found = await this.#derive(
      isTooLong(password) ? "" : password,
      salt,
      cost,
    );
    if (found === undefined) return undefined;
    return timingSafeEqual(found, key) && known !== undefined &&
      !isTooLong(password);
  }

  /** Says whether a hash was made at less than today's cost. */
  isOutdated(hash: string): boolean {
    const known = parse(hash);
    if (known === undefined) return true;
    const { n, r, p } = known.cost;
    const { n: wantedN, r: wantedR, p: wantedP } = this.#cost;
    return n < wantedN || r < wantedR || p < wantedP;
  }

  /** A hash that is nobody's, as costly as any new one. */
  #decoyHash(): Promise<string> {
    const { n, r, p } = this.#cost;
    return this.#decoy ??= Promise.resolve(
      [
        "scrypt",
        `n=${n},r=${r},p=${p}`,
        base64(randomBytes(SALT_BYTES)),
        base64(randomBytes(KEY_BYTES)),
      ].join("$"),
    );
  }

  async #derive(
    password: string,
    salt: Uint8Array,
    cost: PasswordCost,
  ): Promise<Uint8Array | undefined> {
    if (this.#running >= MAX_RUNNING) {
      if (this.#waiting.length >= MAX_WAITING) return undefined;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running++;
    this.#hashes++;
    try {
      return await scryptKey(password.normalize("NFKC"), salt, cost);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(); // takes the place over
      else this.#running--;
    }
  }
}

interface KnownHash {
  readonly cost: PasswordCost;
  readonly salt: Uint8Array;
  readonly key: Uint8Array;
}

function parse(hash: string): KnownHash | undefined {
  const match = HASH.exec(hash);
  if (match === null) return undefined;
  const [, n, r, p, salt = "", key = ""] = match;
  const cost = { n: Number(n), r: Number(r), p: Number(p) };
  const bytes = new Uint8Array(Buffer.from(key, "base64"));
  return bytes.length === KEY_BYTES
    ? { cost, salt: new Uint8Array(Buffer.from(salt, "base64")), key: bytes }
    : undefined;
}

function scryptKey(
  password: string,
  salt: Uint8Array,
  { n, r, p }: PasswordCost,
): Promise<Uint8Array> {
  const options = { N: n, r, p, maxmem: 256 * n * r };
  return new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(new Uint8Array(key));
    });
  });
}

function isTooLong(password: string): boolean {
  return new TextEncoder().encode(password).length > MAX_PASSWORD_BYTES;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

const HASH =
  /^scrypt\$n=(\d{1,8}),r=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const MAX_RUNNING = 4;
const MAX_WAITING = 64;
