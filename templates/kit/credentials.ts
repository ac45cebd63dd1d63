/**
 * The password hashes of users, in a table of their own, so that nothing that shows users ever holds one.
 *
 * @module
 */
import { type Clock, timestamp } from "./clock.ts";
import type { Entity } from "./entity_spec.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";
import { uuid7Source } from "./uuid7.ts";

/** What a user signs in with. */
export interface CredentialRow extends Entity {
  /** Whose it is. */
  readonly userId: string;
  /** The hash of the password. */
  readonly passwordHash: string;
}

/** Keeps password hashes. */
export class Credentials {
  readonly #store: (
    command: StoreCommand<CredentialRow>,
  ) => Promise<StoreResult<CredentialRow>>;
  readonly #clock: Clock;
  readonly #nextId = uuid7Source();

  /** Makes them over a store. */
  constructor(
    store: (
      command: StoreCommand<CredentialRow>,
    ) => Promise<StoreResult<CredentialRow>>,
    clock: Clock = Date.now,
  ) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Finds a user's hash. */
  async find(userId: string): Promise<CredentialRow | undefined> {
    const result = await this.#store({
      kind: "list",
      query: {
        limit: 1,
        sort: [],
        filters: [{ field: "userId", value: userId }],
      },
    });
    return result.kind === "page" ? result.page.items[0] : undefined;
  }

  /** Keeps a user's hash, in place of the one before. */
  async keep(userId: string, passwordHash: string): Promise<void> {
    const known = await this.find(userId);
    const result =
      await (known === undefined
        ? this.#insert(userId, passwordHash)
        : this.#update(known.id, passwordHash));
    if (result.kind !== "entity") {
      throw new Error(`Cannot keep a password: found "${result.kind}"`);
    }
  }

  #insert(
    userId: string,
    passwordHash: string,
  ): Promise<StoreResult<CredentialRow>> {
    const now = this.#clock();
    const id = this.#nextId(now);
    const time = timestamp(now);
    const entity = {
      id,
      createdAt: time,
      updatedAt: time,
      userId,
      passwordHash,
    };
    return this.#store({ kind: "insert", entity });
  }

  async #update(
    id: string,
    passwordHash: string,
  ): Promise<StoreResult<CredentialRow>> {
    const found = await this.#store({ kind: "get", id });
    if (found.kind !== "entity") return found;
    const updatedAt = timestamp(this.#clock());
    const entity = { ...found.entity, passwordHash, updatedAt };
    return this.#store({ kind: "update", entity, version: found.version });
  }
}
