/**
 * Typed settings from the environment.
 *
 * @module
 */

/** Where settings come from; `Deno.env` and a `Map` are such places. */
export interface Environment {
  /** Gives a variable's value. */
  get(name: string): string | undefined;
}

/** How one setting is read. */
export interface Setting<T> {
  /** The value when the variable is not set; without it the variable must be. */
  readonly default?: T;
  /** What is wanted, in words, such as `an integer from 0 to 65535`. */
  readonly wanted: string;
  /** Whether the value must not be shown. @default false */
  readonly secret?: boolean;
  /** Reads a value; undefined if it is not what is wanted. */
  readonly parse: (text: string) => T | undefined;
}

/** Reports every setting that is wrong, one a line. */
export class SettingsError extends Error {
  /** Name of the error. */
  override readonly name = "SettingsError";

  /** Makes the error; each message names a variable. */
  constructor(readonly messages: readonly string[]) {
    super(messages.join("\n"));
  }
}

/**
 * Reads settings by the names of their variables. A variable set to nothing counts as not set.
 * Throws {@link SettingsError}, which names all that are wrong.
 */
export function readSettings<T extends object>(
  settings: { readonly [Name in keyof T]: Setting<T[Name]> },
  environment: Environment,
): T {
  const values: Partial<T> = {};
  const errors: string[] = [];
  for (const name of Object.keys(settings) as (keyof T & string)[]) {
    const setting = settings[name];
    const text = environment.get(name) || undefined;
    const value = text === undefined ? setting.default : setting.parse(text);
    if (value === undefined) errors.push(complaint(name, setting, text));
    values[name] = value;
  }
  if (errors.length > 0) throw new SettingsError(errors);
  return values as T; // no value is missing, or there were errors
}

/** Reads a whole number. */
export function integer(
  options: { default?: number; min?: number; max?: number } = {},
): Setting<number> {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } =
    options;
  return {
    default: options.default,
    wanted: `an integer from ${min} to ${max}`,
    parse(text) {
      const value = /^-?\d+$/.test(text) ? Number(text) : NaN;
      return value >= min && value <= max ? value : undefined;
    },
  };
}

/** Reads any text; a `secret` one is not shown in messages. */
export function text(
  options: { default?: string; secret?: boolean } = {},
): Setting<string> {
  return { ...options, wanted: "a text", parse: (text) => text };
}

/** Reads the name of a header; empty for none. */
export function headerName(
  options: { default?: string } = {},
): Setting<string> {
  return {
    ...options,
    wanted: "the name of a header, such as x-forwarded-for",
    parse: (text) => HEADER_NAME.test(text) ? text : undefined,
  };
}

/** Reads one of some words. */
export function oneOf<T extends string>(
  words: readonly T[],
  options: { default?: T } = {},
): Setting<T> {
  return {
    ...options,
    wanted: `one of ${words.join(", ")}`,
    parse: (text) => words.find((word) => word === text),
  };
}

/** Reads `true` or `false`. */
export function flag(options: { default?: boolean } = {}): Setting<boolean> {
  return {
    ...options,
    wanted: "true or false",
    parse: (text) =>
      text === "true" ? true : text === "false" ? false : undefined,
  };
}

function complaint(
  name: string,
  setting: Setting<unknown>,
  text: string | undefined,
): string {
  const found = text === undefined
    ? "nothing"
    : setting.secret
    ? "another value"
    : JSON.stringify(text);
  return `Cannot read setting "${name}": found ${found}, wanted ${setting.wanted}`;
}

/** A token of RFC 9110. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
