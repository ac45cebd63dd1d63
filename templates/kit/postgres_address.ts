/**
 * Where a PostgreSQL database is, and how to log in there.
 *
 * @module
 */
import type { Setting } from "./settings.ts";

/** The parts of a database's URL. */
export interface PostgresAddress {
  /** A host name or an address. */
  readonly host: string;
  /** 5432 unless the URL says otherwise. */
  readonly port: number;
  /** Who logs in. */
  readonly user: string;
  /** Empty where the server asks for none. */
  readonly password: string;
  /** The name of the database. */
  readonly database: string;
  /** Whether to encrypt, and how far to trust: the URL's `sslmode`. @default false */
  readonly ssl: false | "require" | "prefer" | "verify-full";
  /** Settings of each connection, such as `search_path`: the rest of the URL's query. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Takes a URL such as `postgres://user:password@host:5432/name?sslmode=require` apart; undefined if it is none. */
export function parsePostgresUrl(text: string): PostgresAddress | undefined {
  const url = URL.parse(text);
  if (url === null || !PROTOCOLS.includes(url.protocol)) return undefined;
  const database = decode(url.pathname.slice(1));
  const user = decode(url.username);
  const password = decode(url.password);
  const { sslmode, ...parameters } = Object.fromEntries(url.searchParams);
  const ssl = SSL_MODES.get(sslmode ?? "disable");
  if (!url.hostname || !database || !user || ssl === undefined) {
    return undefined;
  }
  if (password === undefined) return undefined;
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const port = Number(url.port || DEFAULT_PORT);
  return { host, port, user, password, database, ssl, parameters };
}

/** Reads the URL of a database; messages about it show no password. */
export function postgresUrl(
  options: { readonly default?: string } = {},
): Setting<string> {
  return {
    ...options,
    secret: true,
    wanted:
      "a URL such as postgres://user:password@127.0.0.1:5432/name, with sslmode disable, prefer, require or verify-full if any",
    parse: (text) => parsePostgresUrl(text) && text,
  };
}

/** Names the place in messages: host, port and database, nothing secret. */
export function placeOf({ host, port, database }: PostgresAddress): string {
  return `${hostAndPort(host, port)}/${database}`;
}

/** Says which flag is missing when the program may not connect there; undefined when it may. */
export function missingPermission(
  { host, port }: PostgresAddress,
): string | undefined {
  const place = hostAndPort(host, port);
  const { state } = Deno.permissions.querySync({ name: "net", host: place });
  return state === "granted"
    ? undefined
    : `the program may not connect there; add ${place} to --allow-net in deno.json`;
}

function hostAndPort(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const PROTOCOLS: readonly string[] = ["postgres:", "postgresql:"];

const DEFAULT_PORT = 5432;

/** `allow` asks for no encryption, so it is `disable`; `verify-ca` is refused, as the driver cannot keep it. */
const SSL_MODES: ReadonlyMap<string, PostgresAddress["ssl"]> = new Map<
  string,
  PostgresAddress["ssl"]
>([
  ["disable", false],
  ["allow", false],
  ["prefer", "prefer"],
  ["require", "require"],
  ["verify-full", "verify-full"],
]);
