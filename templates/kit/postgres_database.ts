/**
 * A PostgreSQL database, as the stores of a system use it.
 *
 * @module
 */
import { ComponentUnavailable, type Log } from "@autocoder/harness";
import { ReferenceGraph, type RowKey } from "./delete_plan.ts";
import {
  missingPermission,
  parsePostgresUrl,
  placeOf,
  type PostgresAddress,
} from "./postgres_address.ts";
import {
  PostgresConnections,
  type PostgresRows,
  type PostgresSession,
  type PostgresValue,
} from "./postgres_connection.ts";
import { isOutage, retryCollisions } from "./postgres_failure.ts";
import type { Once } from "./entity_request.ts";
import type { EntitySpec } from "./entity_spec.ts";
import type { KeptEntity, WrittenReply } from "./store_command.ts";
import { PostgresWatch } from "./postgres_watch.ts";

/** How to open a database. */
export interface PostgresOptions {
  /** Where it is: `postgres://user:password@host:port/name`. */
  readonly url: string;
  /** How many connections its statements may use; one more watches the server. @default 10 */
  readonly connections?: number;
  /**
   * What an acknowledged write survives: `full`, whatever the server is set up to survive; `normal`, the end of our
   * process, while a crash of the server can take back the last moments (`synchronous_commit = off`).
   * @default "full"
   */
  readonly durability?: "full" | "normal";
  /** Who we are, for the lists of the server. @default "autocoder" */
  readonly name?: string;
  /** Hears when the server is lost and when it is back. @default nobody */
  readonly log?: Log;
}

/** Opens a database. Rejects, and says where and why, if it cannot be reached. */
export async function openPostgres(
  options: PostgresOptions,
): Promise<PostgresDatabase> {
  const { url, connections = 10, name = "autocoder", log } = options;
  const address = addressOf(url, options.durability);
  if (address === undefined) {
    throw new TypeError(
      'Cannot open the database: found a wrong URL, wanted one such as "postgres://user:password@127.0.0.1:5432/name"',
    );
  }
  const missing = missingPermission(address);
  if (missing) throw new Error(`${cannotOpen(address)}: ${missing}`);
  const database = { lost: () => {} };
  const pool = new PostgresConnections(address, {
    connections,
    name,
    onClose: () => database.lost(),
  });
  try {
    await pool.query("SELECT 1");
  } catch (cause) {
    await pool.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${cannotOpen(address)}: ${reason}`, { cause });
  }
  const watch = new PostgresWatch(address, { name, log });
  database.lost = () => void watch.check();
  return new PostgresDatabase(pool, watch);
}

/** One database, shared by all the tables of a system. */
export class PostgresDatabase implements PostgresSession, AsyncDisposable {
  /** The references between its tables. */
  readonly references: ReferenceGraph = new ReferenceGraph();
  /** Keeps what is deleted and can be restored. @default nothing is kept */
  trash: PostgresTrash | undefined;
  /** Sees what is deleted before it is gone. @default nobody does */
  witness: PostgresWitness | undefined;
  /** Keeps what requests that are carried out once are answered. @default nothing is kept */
  replies: PostgresReplyKeeper | undefined;
  readonly #pool: PostgresConnections;
  readonly #watch: PostgresWatch;

  /** Takes over open connections. */
  constructor(pool: PostgresConnections, watch: PostgresWatch) {
    this.#pool = pool;
    this.#watch = watch;
  }

  /** Whether the server can be reached. */
  get available(): boolean {
    return this.#watch.available;
  }

  /** Resolves at the next change of {@link available}, with its new value. */
  get changed(): Promise<boolean> {
    return this.#watch.changed;
  }

  /** Runs one statement, prepared; again, if it collides with another. */
  query(
    sql: string,
    values?: readonly PostgresValue[],
  ): Promise<PostgresRows> {
    return this.#reach(() => this.#pool.query(sql, values));
  }

  /** Runs SQL without values; several statements are allowed. */
  exec(sql: string): Promise<void> {
    return this.#reach(() => this.#pool.exec(sql));
  }

  /** Does all of a piece of work or, if it throws, nothing; from the start again, if it collides with other work. */
  transaction<T>(work: (session: PostgresSession) => Promise<T>): Promise<T> {
    return this.#reach(() => this.#pool.transaction(work));
  }

  /** Hears what is notified on a channel until the returned function is called; see {@link PostgresConnections.listen}. */
  listen(
    channel: string,
    heard: (text: string) => void,
    begun: () => void,
  ): Promise<() => Promise<void>> {
    return this.#reach(() => this.#pool.listen(channel, heard, begun));
  }

  /** Finishes what is under way and closes the connections. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#watch[Symbol.asyncDispose]();
    await this.#pool.close();
  }

  /** Who asks while the server is away is told so at once: waiting would only add to the queue. */
  async #reach<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#watch.available) {
      throw new ComponentUnavailable("The database cannot be reached");
    }
    try {
      return await work();
    } catch (error) {
      return await this.#recover(error, work);
    }
  }

  async #recover<T>(error: unknown, work: () => Promise<T>): Promise<T> {
    try {
      return await retryCollisions(work, error);
    } catch (cause) {
      if (!isOutage(cause)) throw cause;
      void this.#watch.check();
      const message = "The connection to the database was lost";
      throw new ComponentUnavailable(message, { cause });
    }
  }
}

/** Where a table's statements run: in the database, or within a transaction of several writes. */
export interface PostgresPlace extends
  PostgresSession,
  Pick<
    PostgresDatabase,
    "references" | "trash" | "witness" | "replies" | "transaction"
  > {
  /** Whether a statement that fails must be taken back by itself. @default false */
  readonly isWithin?: boolean;
}

/** Keeps entities that are deleted and can be restored, within the transaction that deletes or restores. */
export interface PostgresTrash {
  /** Keeps those of these rows that can be restored. */
  keep(
    session: PostgresSession,
    rows: readonly RowKey[],
    now: string,
  ): Promise<void>;
  /** Finds an entity of a table. */
  find(
    session: PostgresSession,
    table: string,
    id: string,
  ): Promise<KeptEntity | undefined>;
  /** Forgets an entity; says whether it was there. */
  drop(session: PostgresSession, table: string, id: string): Promise<boolean>;
}

/** Sees entities before they are gone, within the transaction that deletes. */
export interface PostgresWitness {
  /** Says whether it looks at entities of a kind. */
  watches(spec: EntitySpec): boolean;
  /** Sees one that is being deleted. */
  leave(
    session: PostgresSession,
    row: { readonly spec: EntitySpec; readonly id: string },
    now: string,
  ): Promise<void>;
}

/** Keeps the answers to requests that are carried out once, within the transaction that carries one out. */
export interface PostgresReplyKeeper {
  /** Keeps one; false if one is kept already, also by another process a moment ago. */
  keep(
    session: PostgresSession,
    once: Once,
    reply: WrittenReply,
  ): Promise<boolean>;
}

function addressOf(
  url: string,
  durability: PostgresOptions["durability"],
): PostgresAddress | undefined {
  const address = parsePostgresUrl(url);
  if (address === undefined || durability !== "normal") return address;
  const parameters = { ...address.parameters, synchronous_commit: "off" };
  return { ...address, parameters };
}

function cannotOpen(address: PostgresAddress): string {
  return `Cannot open the database "${placeOf(address)}"`;
}
