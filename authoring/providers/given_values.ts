/**
 * Values that a user gave to settings, and where.
 *
 * @module
 */
import { ModelFailure } from "../language_model.ts";
import {
  type GivenOptions,
  MODEL_OPTIONS,
  type ModelOptionName,
} from "./model_option.ts";
import type { SettingsFile } from "./settings_file.ts";

/** A value and where it was given. */
export interface GivenText {
  /** The value. */
  readonly value: string;
  /** Where: a flag, a variable or a file, as messages name it. */
  readonly origin: string;
  /** Whether the user gave it himself, and not a file that only lies in the working directory. */
  readonly isTrusted: boolean;
}

/** Values of settings by the places they were given at: flags before environment before file. */
export class GivenValues {
  readonly #flags: GivenOptions;
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #options: GivenOptions;
  readonly #file: SettingsFile | undefined;

  /** Takes the places, the first of which that has a value gives it. */
  constructor(
    flags: GivenOptions,
    env: Readonly<Record<string, string | undefined>>,
    options: GivenOptions,
    file: SettingsFile | undefined,
  ) {
    this.#flags = flags;
    this.#env = env;
    this.#options = options;
    this.#file = file;
  }

  /** A value that is not blank, from the first place that has one. */
  text(name: ModelOptionName): GivenText | undefined {
    const { flag, variable } = MODEL_OPTIONS[name];
    const { path = "", isNamed = false } = this.#file ?? {};
    const places = [
      { value: this.#flags[name], origin: flag.split(" ")[0], isTrusted: true },
      { value: this.#env[variable], origin: variable, isTrusted: true },
      { value: this.#options[name], origin: path, isTrusted: isNamed },
    ] as const;
    for (const { value, origin = "", isTrusted } of places) {
      const text = String(value ?? "").trim();
      if (text !== "") return { value: text, origin, isTrusted };
    }
    return undefined;
  }

  /** A whole number in a range. */
  count(
    name: ModelOptionName,
    otherwise: number,
    { from, to }: { readonly from: number; readonly to: number },
  ): number {
    const given = this.text(name);
    if (given === undefined) return otherwise;
    const count = Number(given.value);
    return Number.isInteger(count) && count >= from && count <= to
      ? count
      : refuseValue(name, given, `a whole number from ${from} to ${to}`);
  }

  /** Seconds as milliseconds. */
  seconds(name: ModelOptionName, otherwise: number): number {
    const given = this.text(name);
    if (given === undefined) return otherwise * 1_000;
    const seconds = Number(given.value);
    return seconds > 0 && seconds <= 86_400
      ? seconds * 1_000
      : refuseValue(name, given, "seconds above 0, at most 86400");
  }
}

/** Refuses a value, saying where it stands and what is wanted. */
export function refuseValue(
  name: ModelOptionName,
  { value, origin }: GivenText,
  wanted: string,
): never {
  throw new ModelFailure(
    "not configured",
    `Cannot use "${name}" from ${origin}: found "${value}", wanted ${wanted}`,
  );
}
