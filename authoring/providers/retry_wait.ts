/**
 * How long to wait before another attempt, where the server does not say.
 *
 * @module
 */

/**
 * Doubles from a second to half a minute, a quarter more or less: questions that failed together come back apart.
 *
 * @param attempts Attempts that were made.
 * @param random A number from 0 to 1.
 */
export function retryWait(
  attempts: number,
  random: number = Math.random(),
): number {
  const ms = Math.min(FIRST_MS * 2 ** (attempts - 1), LAST_MS);
  return Math.round(ms * (0.75 + random / 2));
}

/** The longest wait that a server is granted; one that asks for more is overloaded for good. */
export const LONGEST_WAIT_MS = 60_000;

const FIRST_MS = 1_000;
const LAST_MS = 30_000;
