/**
 * Settings of a model for a command: with the file that is read for them.
 *
 * @module
 */
import type { GivenOptions } from "./model_option.ts";
import {
  modelName,
  type ModelSettings,
  modelSettings,
  type SettingsSources,
} from "./model_settings.ts";
import { readSettingsFile } from "./settings_file.ts";

/** What a command knows. */
export interface ReadModelSettingsOptions {
  /** Values of flags. @default none */
  readonly flags?: GivenOptions;
  /** The file that `--model-config` names. @default `autocoder.yaml` in the folder, where there is one */
  readonly file?: string;
  /** The working directory. @default that of the process */
  readonly folder?: string;
  /** The environment. @default that of the process */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads the settings of a model from flags, environment and file.
 *
 * @throws {ModelFailure} of kind `not configured`, whose message says what to do.
 */
export async function readModelSettings(
  options: ReadModelSettingsOptions = {},
): Promise<ModelSettings> {
  return modelSettings(await sourcesOf(options));
}

/**
 * Names the model that flags, environment and file choose, for which no key is needed; undefined where they choose none.
 *
 * @throws {ModelFailure} of kind `not configured` when they choose half of it.
 */
export async function readModelName(
  options: ReadModelSettingsOptions = {},
): Promise<string | undefined> {
  return modelName(await sourcesOf(options));
}

async function sourcesOf(
  { flags = {}, file: named, folder = Deno.cwd(), env = Deno.env.toObject() }:
    ReadModelSettingsOptions,
): Promise<SettingsSources> {
  const file = await readSettingsFile({
    folder,
    ...(named === undefined ? {} : { named }),
  });
  return { flags, env, ...(file ? { file } : {}) };
}
