/**
 * Refresh tokens: random, good for one use, kept as hashes in a table of their own.
 *
 * A login begins a family, which is one row. Every refresh gives the family another token; whoever comes with one that
 * is not the family's latest holds a stolen token or was robbed of it, so the whole family ends.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { type Clock, timestamp } from "./clock.ts";
import type { Entity } from "./entity_spec.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";
import { isUuid, uuid7Source } from "./uuid7.ts";

/** A family of refresh tokens: what is left of a login. */
export interface RefreshTokenRow extends Entity {
  /** Whom it lets in. */
  readonly userId: string;
  /** The hash of the latest token. */
  readonly tokenHash: string;
  /** When the latest token expires. */
  readonly expiresAt: string;
}

/** What {@link RefreshTokens} needs. */
export interface RefreshTokensOptions {
  /** Sends a command to their store. */
  readonly store: (
    command: StoreCommand<RefreshTokenRow>,
  ) => Promise<StoreResult<RefreshTokenRow>>;
  /** How long one is valid, in seconds. */
  readonly seconds: number;
  /** The time. @default Date.now */
  readonly clock?: Clock;
}

/** A token that was exchanged: whose it was, and the one to use next. */
export interface ExchangedToken {
  /** Whom it lets in. */
  readonly userId: string;
  /** The next token. */
  readonly token: string;
}

/** Gives, exchanges and ends refresh tokens. */
export class RefreshTokens {
  readonly #store: RefreshTokensOptions["store"];
  readonly #seconds: number;
  readonly #clock: Clock;
  readonly #nextId = uuid7Source();

  /** Makes them over a store. */
  constructor(options: RefreshTokensOptions) {
    this.#store = options.store;
    this.#seconds = options.seconds;
    this.#clock = options.clock ?? Date.now;
  }

  /** Begins a family for a user, whose expired ones are forgotten; undefined when there is no such user any more. */
  async begin(userId: string): Promise<string | undefined> {
    await this.#tidy(userId);
    const now = this.#clock();
    const id = this.#nextId(now);
    const secret = newSecret();
    const result = await this.#store({
      kind: "insert",
      entity: {
        id,
        createdAt: timestamp(now),
        updatedAt: timestamp(now),
        userId,
        tokenHash: hashOf(secret),
        expiresAt: timestamp(now + this.#seconds * 1000),
      },
    });
    return result.kind === "entity" ? `${id}.${secret}` : undefined;
  }

  /** Exchanges a token for the next; undefined for one that is not valid, and a used one ends its family. */
  async exchange(token: string): Promise<ExchangedToken | undefined> {
    const parts = partsOf(token);
    if (parts === undefined) return undefined;
    const found = await this.#store({ kind: "get", id: parts.id });
    if (found.kind !== "entity") return undefined;
    const now = this.#clock();
    const row = found.entity;
    if (!sameHash(row.tokenHash, parts.secret) || isOver(row, now)) {
      await this.#end(row.id);
      return undefined;
    }
    const secret = newSecret();
    const updated = await this.#store({
      kind: "update",
      version: found.version,
      entity: {
        ...row,
        updatedAt: timestamp(now),
        tokenHash: hashOf(secret),
        expiresAt: timestamp(now + this.#seconds * 1000),
      },
    });
    if (updated.kind === "entity") {
      return { userId: row.userId, token: `${row.id}.${secret}` };
    }
    // Somebody else has just used the same token.
    if (updated.kind === "stale") await this.#end(row.id);
    return undefined;
  }

  /** Ends the family of a token; one that is not the latest ends it, too, like a second use. */
  async end(token: string): Promise<void> {
    const parts = partsOf(token);
    if (parts !== undefined) await this.#end(parts.id);
  }

  /** Ends all families of a user. */
  async endAll(userId: string): Promise<void> {
    for (const row of await this.#familiesOf(userId)) await this.#end(row.id);
  }

  /** Forgets a user's expired families, and the oldest when there are too many. */
  async #tidy(userId: string): Promise<void> {
    const now = this.#clock();
    const families = await this.#familiesOf(userId);
    const live = families.filter((row) => !isOver(row, now));
    const extra = Math.max(0, live.length - MAX_FAMILIES + 1);
    const gone = [
      ...families.filter((row) => isOver(row, now)),
      ...live.slice(0, extra),
    ];
    for (const row of gone) await this.#end(row.id);
  }

  async #familiesOf(userId: string): Promise<readonly RefreshTokenRow[]> {
    const result = await this.#store({
      kind: "list",
      query: {
        limit: 2 * MAX_FAMILIES,
        sort: [],
        filters: [{ field: "userId", value: userId }],
      },
    });
    return result.kind === "page" ? result.page.items : [];
  }

  async #end(id: string): Promise<void> {
    await this.#store({ kind: "delete", id, now: timestamp(this.#clock()) });
  }
}

function partsOf(token: string): { id: string; secret: string } | undefined {
  const [id = "", secret = "", ...rest] = token.split(".", 3);
  const isToken = rest.length === 0 && token.length <= MAX_TOKEN_LENGTH &&
    isUuid(id) && secret !== "";
  return isToken ? { id: id.toLowerCase(), secret } : undefined;
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** A random secret of this length needs no slow hash. */
function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

function sameHash(hash: string, secret: string): boolean {
  const known = Buffer.from(hash);
  const found = Buffer.from(hashOf(secret));
  return known.length === found.length && timingSafeEqual(known, found);
}

function isOver({ expiresAt }: RefreshTokenRow, now: number): boolean {
  return Date.parse(expiresAt) <= now;
}

const SECRET_BYTES = 32;
const MAX_TOKEN_LENGTH = 200;
/** How many logins of one user there can be at a time; the oldest ends. */
const MAX_FAMILIES = 50;
