/**
 * Whether a PostgreSQL server can be reached, watched over a connection of its own.
 *
 * @module
 */
import type { Log } from "@autocoder/harness";
import { PostgresConnections } from "./postgres_connection.ts";
import type { PostgresAddress } from "./postgres_address.ts";

/** How to watch. */
export interface PostgresWatchOptions {
  /** Who we are, for the lists of the server. */
  readonly name: string;
  /** Hears when the server is lost and when it is back. @default nobody */
  readonly log?: Log;
}

/** Watches a server. The end of its own connection tells at once that the server is gone; silence, within seconds. */
export class PostgresWatch implements AsyncDisposable {
  readonly #connection: PostgresConnections;
  readonly #log: Log | undefined;
  #available = true;
  #checking: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #change = Promise.withResolvers<boolean>();

  /** Begins to watch a server that was there a moment ago. */
  constructor(address: PostgresAddress, options: PostgresWatchOptions) {
    this.#log = options.log;
    this.#connection = new PostgresConnections(address, {
      connections: 1,
      name: `${options.name} watch`,
      onClose: () => void this.check(),
    });
    void this.check();
  }

  /** Whether the server answers. */
  get available(): boolean {
    return this.#available;
  }

  /** Resolves at the next change, with whether the server answers then. */
  get changed(): Promise<boolean> {
    return this.#change.promise;
  }

  /** Looks now: something went wrong elsewhere. */
  check(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return this.#checking ??= this.#look().finally(() => {
      this.#checking = undefined;
    });
  }

  /** Ends the watch. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#connection.close();
    await this.#checking;
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    const problem = await this.#ask();
    if (this.#closed) return;
    this.#tell(problem);
    const pause = this.#available ? CALM_MS : LOST_MS;
    this.#timer = setTimeout(() => void this.check(), pause);
  }

  /** Resolves with what is wrong, if anything is. */
  async #ask(): Promise<unknown> {
    const silence = Promise.withResolvers<unknown>();
    const timer = setTimeout(
      () => silence.resolve(new Error(`no answer within ${SILENCE_MS} ms`)),
      SILENCE_MS,
    );
    const answer = this.#connection.query("SELECT 1")
      .then(() => undefined, (error: unknown) => error ?? new Error("failed"));
    try {
      return await Promise.race([answer, silence.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  #tell(problem: unknown): void {
    const available = problem === undefined;
    if (available === this.#available) return;
    this.#available = available;
    if (available) this.#log?.({ level: "info", event: "database_back" });
    else {
      this.#log?.({ level: "error", event: "database_lost", error: problem });
    }
    this.#change.resolve(available);
    this.#change = Promise.withResolvers();
  }
}

const CALM_MS = 5000;
const LOST_MS = 250;
const SILENCE_MS = 5000;
