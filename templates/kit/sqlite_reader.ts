/**
 * Reads a SQLite database in a thread of its own, so that what takes long holds up nothing else.
 *
 * @module
 */
import { ComponentUnavailable } from "@autocoder/harness";
import type { Worker } from "node:worker_threads";
import type {
  ReadAnswer,
  ReadRequest,
  ReadStatement,
} from "./sqlite_reader_worker.ts";
import type { SqliteRow } from "./sqlite_row.ts";

/** What can be asked to read. */
export interface LongReader {
  /** Reads all statements as of one moment. Rejects where it cannot, or where too much waits already. */
  read(
    statements: readonly ReadStatement[],
  ): Promise<readonly (readonly SqliteRow[])[]>;
}

/** A thread that reads one file, started when it is first asked and again after a failure. */
export class SqliteReader implements LongReader, Disposable {
  readonly #path: string;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Promise<Worker> | undefined;
  #asked = 0;

  /** Will read the database in this file. */
  constructor(path: string) {
    this.#path = path;
  }

  /** Reads all statements as of one moment; rejects with `ComponentUnavailable` where {@link MAX_WAITING} wait. */
  async read(
    statements: readonly ReadStatement[],
  ): Promise<readonly (readonly SqliteRow[])[]> {
    if (this.#waiting.size >= MAX_WAITING) {
      throw new ComponentUnavailable(
        `Cannot read: ${MAX_WAITING} long reads are under way`,
      );
    }
    const id = ++this.#asked;
    const answered = Promise.withResolvers<
      readonly (readonly SqliteRow[])[]
    >();
    this.#waiting.set(id, answered);
    try {
      this.#thread ??= this.#start();
      const thread = await this.#thread;
      thread.postMessage({ id, statements } satisfies ReadRequest);
      return await answered.promise;
    } finally {
      this.#waiting.delete(id);
    }
  }

  /** Ends the thread; what it has not read yet is rejected. */
  [Symbol.dispose](): void {
    const thread = this.#thread;
    this.#fail(new ComponentUnavailable("The database is closed"));
    thread?.then((worker) => worker.terminate()).catch(() => {});
  }

  /** Loaded when it is used: most systems never are large enough. */
  async #start(): Promise<Worker> {
    const { Worker } = await import("node:worker_threads");
    const thread = new Worker(THREAD, { workerData: this.#path });
    thread.on("message", (answer: ReadAnswer) => this.#answer(answer));
    thread.on("error", (error: Error) => this.#fail(error));
    return thread;
  }

  #answer(answer: ReadAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    if ("rows" in answer) return waiting?.resolve(answer.rows);
    waiting?.reject(new Error(`Cannot read: ${answer.error}`));
  }

  #fail(error: Error): void {
    this.#thread = undefined;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
  }
}

type Waiting = PromiseWithResolvers<readonly (readonly SqliteRow[])[]>;

/** How many reads may wait for the thread; whoever asks for more is told to come again. */
export const MAX_WAITING = 32;

const THREAD = new URL("./sqlite_reader_worker.ts", import.meta.url);
