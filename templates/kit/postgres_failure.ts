/**
 * What goes wrong between the program and PostgreSQL, and what to do about it.
 *
 * @module
 */

/** Reads the code of an error: a SQLSTATE, or a word of the driver or the operating system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Says whether an error is about the connection, not about the statement: the server is away, or sends us away. */
export function isOutage(error: unknown): boolean {
  const code = codeOf(error);
  return OUTAGES.has(code) || /^08...$/.test(code);
}

/** Says whether the same work can succeed when it is done again: it met other work, and nothing of it was kept. */
export function isCollision(error: unknown): boolean {
  const code = codeOf(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/** Says which kind of constraint an error is about; undefined if it is about none of these. */
export function violatedConstraint(
  error: unknown,
): "unique" | "foreign key" | undefined {
  const code = codeOf(error);
  if (code === UNIQUE_VIOLATION) return "unique";
  return code === FOREIGN_KEY_VIOLATION ? "foreign key" : undefined;
}

/**
 * Does a piece of work again that failed because it collided with other work: a few times, with growing random pauses
 * before. Rejects with the last error, and at once if it was no collision.
 */
export async function retryCollisions<T>(
  work: () => Promise<T>,
  error: unknown,
): Promise<T> {
  let last = error;
  for (let attempt = 2; attempt <= MAX_ATTEMPTS; attempt++) {
    if (!isCollision(last)) break;
    await pause(Math.random() * FIRST_PAUSE_MS * 2 ** attempt);
    try {
      return await work();
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

/** How often colliding work is done at most. */
export const MAX_ATTEMPTS = 6;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const FIRST_PAUSE_MS = 2;

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const SERIALIZATION_FAILURE = "40001";
const DEADLOCK_DETECTED = "40P01";
const UNIQUE_VIOLATION = "23505";
const FOREIGN_KEY_VIOLATION = "23503";

const OUTAGES: ReadonlySet<string> = new Set([
  // the driver
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  // the operating system
  "ECONNREFUSED",
  "ECONNRESET",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  // the server: too many connections, shutting down, crashed, starting; read only, as after a failover
  "53300",
  "57P01",
  "57P02",
  "57P03",
  "25006",
]);
