/**
 * Stands in for `jsr:@std/assert` with the same names and signatures, over `node:assert`.
 * Only what this project uses. Replaced by one line in deno.json where JSR can be reached.
 *
 * @module
 */
import assertModule, { AssertionError } from "node:assert";

export { AssertionError };

type ErrorClass<E extends Error> = abstract new (...args: never[]) => E;

/** Fails unless `expr` is truthy. */
export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) fail(msg || "expected a truthy value");
}

/** Fails always. */
export function fail(msg?: string): never {
  throw new AssertionError({
    message: `Failed assertion${msg ? `: ${msg}` : "."}`,
  });
}

/** Fails unless both values are deeply equal. */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  assertModule.deepStrictEqual(actual, expected, msg);
}

/** Fails if both values are deeply equal. */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  assertModule.notDeepStrictEqual(actual, expected, msg);
}

/** Fails unless both are the same value by `Object.is`. */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  assertModule.strictEqual(actual, expected, msg);
}

/** Fails when the value is null or undefined. */
export function assertExists<T>(
  actual: T,
  msg?: string,
): asserts actual is NonNullable<T> {
  if (actual === undefined || actual === null) fail(msg ?? "expected a value");
}

/** Fails unless `actual` contains `expected`. */
export function assertStringIncludes(
  actual: string,
  expected: string,
  msg?: string,
): void {
  if (!actual.includes(expected)) {
    fail(
      msg ??
        `expected ${JSON.stringify(actual)} to contain ${
          JSON.stringify(expected)
        }`,
    );
  }
}

/** Fails unless `actual` matches `expected`. */
export function assertMatch(
  actual: string,
  expected: RegExp,
  msg?: string,
): void {
  assertModule.match(actual, expected, msg);
}

/** Fails unless `actual` is an instance of `expectedType`. */
export function assertInstanceOf<T>(
  actual: unknown,
  expectedType: abstract new (...args: never[]) => T,
  msg?: string,
): asserts actual is T {
  if (!(actual instanceof expectedType)) {
    fail(msg ?? `expected an instance of ${expectedType.name}`);
  }
}

/** Fails unless `fn` throws; returns what it threw. */
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  errorClass?: ErrorClass<E>,
  msgIncludes?: string,
): E {
  try {
    fn();
  } catch (error) {
    return checked(error, errorClass, msgIncludes);
  }
  fail("expected the function to throw");
}

/** Fails unless the promise of `fn` rejects; resolves to the reason. */
export async function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  errorClass?: ErrorClass<E>,
  msgIncludes?: string,
): Promise<E> {
  try {
    await fn();
  } catch (error) {
    return checked(error, errorClass, msgIncludes);
  }
  fail("expected the function to reject");
}

function checked<E extends Error>(
  error: unknown,
  errorClass?: ErrorClass<E>,
  msgIncludes?: string,
): E {
  if (!(error instanceof Error)) {
    fail(`expected an Error, found ${String(error)}`);
  }
  if (errorClass && !(error instanceof errorClass)) {
    fail(`expected ${errorClass.name}, found ${error.name}: ${error.message}`);
  }
  if (msgIncludes && !error.message.includes(msgIncludes)) {
    fail(
      `expected a message with ${JSON.stringify(msgIncludes)}, found ${
        JSON.stringify(error.message)
      }`,
    );
  }
  return error as E;
}
