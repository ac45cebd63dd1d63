/**
 * Checks of settings, for tests.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type Environment, SettingsError } from "./settings.ts";

/** What is expected of a setting. */
export interface SettingTrial {
  /** Its variable. */
  readonly name: string;
  /** Where its value is, with a dot between members, such as `auth.secret`. */
  readonly at: string;
  /** What it is unless the environment says otherwise. @default not tried: it must be set */
  readonly default?: unknown;
  /** Texts that it takes, the least and the most among them, and what each becomes. */
  readonly takes: readonly (readonly [text: string, value: unknown])[];
  /** Texts that it refuses. @default none */
  readonly refuses?: readonly string[];
}

/**
 * Reads settings from environments that differ in one variable each.
 *
 * @param given the variables that must be set.
 */
export function expectSettings(
  read: (environment: Environment) => object,
  trials: readonly SettingTrial[],
  given: Readonly<Record<string, string>> = {},
): void {
  const readWith = (more: Readonly<Record<string, string>>) =>
    read(new Map(Object.entries({ ...given, ...more })));
  for (const { name, at, takes, refuses = [], ...rest } of trials) {
    if ("default" in rest) {
      assert.deepEqual(valueAt(readWith({}), at), rest.default, name);
    }
    for (const [text, value] of takes) {
      const found = valueAt(readWith({ [name]: text }), at);
      assert.deepEqual(found, value, `${name}=${text}`);
    }
    for (const text of refuses) {
      assert.throws(
        () => readWith({ [name]: text }),
        (error) =>
          error instanceof SettingsError && error.message.includes(name),
        `${name}=${text} is taken`,
      );
    }
  }
  for (const name of Object.keys(given)) {
    assert.throws(() => readWith({ [name]: "" }), SettingsError, name);
  }
}

function valueAt(settings: object, path: string): unknown {
  let value: unknown = settings;
  for (const member of path.split(".")) {
    assert.ok(typeof value === "object" && value !== null, path);
    value = Reflect.get(value, member);
  }
  return value;
}
