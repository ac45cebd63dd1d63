/**
 * Whether a SQLite database can still be worked with: an open connection goes on in a file that is no longer there, and
 * what it writes is gone with the process.
 *
 * @module
 */
import { statSync } from "node:fs";

/** Looks after the file of one connection, and after its writes. */
export class SqliteWatch {
  readonly #path: string;
  readonly #opened: string | undefined;
  readonly #write: () => void;
  readonly #now: () => number;
  #hasFailed = false;
  #triedAt = -Infinity;

  /** Looks after an open file; `write` makes a small write, to try whether that works again. */
  constructor(
    path: string,
    write: () => void,
    now: () => number = () => performance.now(),
  ) {
    this.#path = path;
    this.#opened = identityOf(path);
    this.#write = write;
    this.#now = now;
  }

  /** Whether the file is still the one that was opened, and the last write did not fail for want of it. */
  get available(): boolean {
    if (identityOf(this.#path) !== this.#opened) return false;
    if (this.#hasFailed) this.#tryAgain();
    return !this.#hasFailed;
  }

  /** Hears how a write ended; `error` is what was thrown, if anything. */
  written(error?: unknown): void {
    this.#hasFailed = error !== undefined && isOfTheFile(error);
  }

  /** Whoever asks for health asks often: a disk that is full is not asked each time. */
  #tryAgain(): void {
    const now = this.#now();
    if (now - this.#triedAt < TRY_MS) return;
    this.#triedAt = now;
    try {
      this.#write();
      this.#hasFailed = false;
    } catch {
      // It still does not work; the write that failed first has told why.
    }
  }
}

function identityOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}

/** Says whether SQLite failed for the file or its disk, and not for what was to be written. */
function isOfTheFile(error: unknown): boolean {
  const code = error instanceof Error && "errcode" in error
    ? Number(error.errcode) & 0xff
    : undefined;
  return code !== undefined && FILE_ERRORS.includes(code);
}

/** SQLITE_READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB: https://sqlite.org/rescode.html */
const FILE_ERRORS: readonly number[] = [8, 10, 11, 13, 14, 26];
const TRY_MS = 1000;
