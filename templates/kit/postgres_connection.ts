/**
 * Connections to PostgreSQL: the driver, with nothing taken from the environment.
 *
 * @module
 */
import postgres from "postgres";
import type { PostgresAddress } from "./postgres_address.ts";

/** A row as a statement returns it: numbers of 64 bits, decimals, days, times and JSON as their texts. */
export type PostgresRow = Readonly<Record<string, unknown>>;

/** The rows of a statement. */
export interface PostgresRows extends ReadonlyArray<PostgresRow> {
  /** How many rows it returned or changed. */
  readonly count: number;
}

/** A value of a statement's `$1`, `$2` and so on. */
export type PostgresValue = string | number | boolean | null;

/** Where statements can be run: in a transaction, or each in its own. */
export interface PostgresSession {
  /** Runs one statement, prepared. */
  query(sql: string, values?: readonly PostgresValue[]): Promise<PostgresRows>;
  /** Runs SQL without values; several statements are allowed. */
  exec(sql: string): Promise<void>;
}

/** How to connect. */
export interface ConnectOptions {
  /** How many connections there may be; opened when they are needed. */
  readonly connections: number;
  /** Who we are, for the lists of the server. */
  readonly name: string;
  /** Called when a connection has ended, for whatever reason. @default nothing happens */
  readonly onClose?: () => void;
}

/** A pool of connections; nothing is sent before it is used. */
export class PostgresConnections implements PostgresSession {
  readonly #sql: postgres.Sql;
  readonly #prepared = new Set<string>();
  readonly #listening: () => postgres.Sql;
  readonly #listeners: postgres.Sql[] = [];

  /** Prepares to connect. */
  constructor(address: PostgresAddress, options: ConnectOptions) {
    this.#sql = postgres(driverOptions(address, options));
    this.#listening = () =>
      postgres({
        ...driverOptions(address, {
          connections: 1,
          name: `${options.name} listen`,
        }),
        backoff: () => RELISTEN_S,
      });
  }

  /**
   * Hears what is notified on a channel, over a connection of its own, until the returned function is called. `begun`
   * is called whenever it begins to hear: again after a connection was lost, when something may have been missed.
   */
  async listen(
    channel: string,
    heard: (text: string) => void,
    begun: () => void,
  ): Promise<() => Promise<void>> {
    const sql = this.#listening();
    this.#listeners.push(sql);
    await sql.listen(channel, heard, begun);
    return () => sql.end({ timeout: 0 });
  }

  /** Runs one statement, prepared. */
  query(
    sql: string,
    values: readonly PostgresValue[] = [],
  ): Promise<PostgresRows> {
    return this.#run(this.#sql, sql, values);
  }

  /** Runs SQL without values; several statements are allowed. */
  async exec(sql: string): Promise<void> {
    await this.#sql.unsafe(sql).simple();
  }

  /** Does all of a piece of work or, if it throws, nothing. */
  async transaction<T>(
    work: (session: PostgresSession) => Promise<T>,
  ): Promise<T> {
    const result = await this.#sql.begin(async (transaction) => ({
      value: await work({
        query: (sql, values = []) => this.#run(transaction, sql, values),
        exec: async (sql) => void await transaction.unsafe(sql).simple(),
      }),
    }));
    // The driver unwraps promises in arrays, and there are none.
    return (result as { value: T }).value;
  }

  /** Finishes what is under way and closes; what takes longer than a few seconds is broken off. */
  async close(): Promise<void> {
    for (const sql of this.#listeners) await sql.end({ timeout: 0 });
    await this.#sql.end({ timeout: CLOSE_TIMEOUT_S });
  }

  /** A server keeps each prepared statement until the connection ends, so that only the first texts are prepared. */
  #run(
    sql: postgres.Sql | postgres.TransactionSql,
    text: string,
    values: readonly PostgresValue[],
  ): Promise<PostgresRows> {
    if (
      !this.#prepared.has(text) && this.#prepared.size < MAX_PREPARED
    ) this.#prepared.add(text);
    const prepare = this.#prepared.has(text);
    // `simple` is the driver's own option, which its types leave out: without it, no values would mean no preparation.
    const options = { prepare, simple: false };
    return sql.unsafe(text, [...values], options) as Promise<PostgresRows>;
  }
}

/** How many statements a connection prepares. */
export const MAX_PREPARED = 200;

/** Every setting that the driver would look for in the environment is given, but for two names that deno.json allows. */
function driverOptions(
  address: PostgresAddress,
  { connections, name, onClose }: ConnectOptions,
): postgres.Options<Record<string, postgres.PostgresType>> {
  const { host, port, user, password, database, ssl } = address;
  return {
    host,
    port,
    user,
    password: () => password, // an empty text would be looked for elsewhere
    database,
    ssl,
    sslnegotiation: null,
    max: connections,
    connect_timeout: CONNECT_TIMEOUT_S,
    idle_timeout: 0,
    max_lifetime: MAX_LIFETIME_S,
    max_pipeline: 100,
    keep_alive: 60,
    backoff: () => 0, // who tries again, and when, is decided elsewhere
    prepare: true,
    debug: false,
    fetch_types: false,
    publications: "alltables",
    target_session_attrs: undefined,
    onclose: () => onClose?.(),
    onnotice: () => {},
    types: { asText: AS_TEXT },
    connection: {
      ...address.parameters,
      application_name: name,
      TimeZone: "UTC",
      DateStyle: "ISO, YMD",
    },
  } as postgres.Options<Record<string, postgres.PostgresType>>;
}

/** json, date, timestamp, timestamptz, jsonb: the driver would parse them into what loses something. */
const AS_TEXT: postgres.PostgresType = {
  to: 114,
  from: [114, 1082, 1114, 1184, 3802],
  serialize: (text: unknown) => text,
  parse: (text: unknown) => text,
};

const CONNECT_TIMEOUT_S = 10;
const CLOSE_TIMEOUT_S = 5;
/** How long a lost connection that listens waits before it tries again. */
const RELISTEN_S = 1;
const MAX_LIFETIME_S = 30 * 60;
