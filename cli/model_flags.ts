/**
 * The flags that choose a language model, for every command that can use one.
 *
 * @module
 */
import { type Command, Option } from "commander";
import {
  type GivenOptions,
  MODEL_OPTIONS,
  type ModelOptionName,
} from "../authoring/providers/model_option.ts";

/** Adds the flags to a command, in a group of their own. */
export function addModelFlags(command: Command): Command {
  for (const { flag, help } of Object.values(MODEL_OPTIONS)) {
    command.addOption(new Option(flag, help).helpGroup(GROUP));
  }
  return command.addOption(
    new Option(
      "--model-config <file>",
      "the model's settings (default: autocoder.yaml, where there is one)",
    ).helpGroup(GROUP),
  );
}

/** Reads which of the flags were given. */
export function modelFlags(options: object): GivenOptions {
  const given: Partial<Record<ModelOptionName, string>> = {};
  for (const name of MODEL_OPTION_NAMES) {
    const attribute = new Option(MODEL_OPTIONS[name].flag).attributeName();
    const value = Object.entries(options).find(([key]) => key === attribute)
      ?.[1];
    if (typeof value === "string") given[name] = value;
  }
  return given;
}

// Object.keys() forgets the names that the table's own type knows.
const MODEL_OPTION_NAMES = Object.keys(MODEL_OPTIONS) as ModelOptionName[];

const GROUP = "Language model:";
