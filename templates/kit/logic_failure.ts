/**
 * Logic that fails: it throws, takes too long, or answers with what it may not.
 *
 * @module
 */

/** Says which logic failed; the cause says why. */
export class LogicFailed extends Error {
  /** The name of the error. */
  override readonly name = "LogicFailed";

  /** Takes what failed, such as `beforeCreate of article`. */
  constructor(readonly logic: string, why: string, options?: ErrorOptions) {
    super(`Cannot use the logic ${logic}: ${why}`, options);
  }
}

/**
 * Gives what a piece of logic answers, waiting for it at most 5 seconds. What never yields, such as an endless loop,
 * cannot be stopped: it holds the whole process.
 *
 * @throws {LogicFailed} when it throws, or does not answer in time.
 */
export async function answerOf<A>(
  logic: string,
  ask: () => A | Promise<A>,
  limitMs: number = LIMIT_MS,
): Promise<A> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const answer = ask();
    if (!(answer instanceof Promise)) return answer;
    const late = Promise.withResolvers<never>();
    timer = setTimeout(
      () => late.reject(new Error(`found no answer in ${limitMs} ms`)),
      limitMs,
    );
    return await Promise.race([answer, late.promise]);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LogicFailed(logic, why, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** How long a piece of logic may take unless it is said otherwise, in milliseconds. */
export const LIMIT_MS = 5000;
