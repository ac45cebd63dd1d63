import { setMember } from "./set_member.ts";

/** What is known of an error that was written elsewhere. */
export interface ErrorParts {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  /** Absent when the error has none, which is not the same as undefined. */
  readonly cause?: unknown;
  /** Errors of an `AggregateError`. */
  readonly errors?: readonly unknown[];
  /** Its own enumerable members. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Makes an error from its parts: of the built-in class of that name, else an `Error` with that name. */
export function reviveError(parts: ErrorParts): Error {
  const { name, message, errors, data = {} } = parts;
  const options = Object.hasOwn(parts, "cause")
    ? { cause: parts.cause }
    : undefined;
  const error = errors
    ? new AggregateError(errors, message, options)
    : new (BUILT_IN.get(name) ?? Error)(message, options);
  if (error.name !== name) hide(error, "name", name);
  // The stack of the reader would point at the wrong place.
  hide(error, "stack", parts.stack ?? `${name}: ${message}`);
  for (const key of Object.keys(data)) {
    setMember(error as unknown as Record<string, unknown>, key, data[key]);
  }
  return error;
}

/** Returns an error's own enumerable members without those that every error has; undefined when there are none. */
export function ownData(error: Error): Record<string, unknown> | undefined {
  const names = Object.keys(error).filter((name) => !isErrorMember(name));
  if (names.length === 0) return undefined;
  const members = error as unknown as Record<string, unknown>;
  const data: Record<string, unknown> = {};
  for (const name of names) setMember(data, name, members[name]);
  return data;
}

/** Tells whether a member of that name is a part of every error. */
export function isErrorMember(name: string): boolean {
  return ["name", "message", "stack", "cause"].includes(name);
}

function hide(error: Error, name: string, value: string): void {
  Object.defineProperty(error, name, {
    value,
    enumerable: false,
    writable: true,
    configurable: true,
  });
}

const BUILT_IN: ReadonlyMap<string, ErrorConstructor> = new Map(
  [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError]
    .map((errorClass) => [errorClass.name, errorClass]),
);
