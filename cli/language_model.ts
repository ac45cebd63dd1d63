/**
 * The flags that choose a language model, and the model that they choose.
 *
 * @module
 */
import type { Command } from "commander";
import {
  MODEL_OPTIONS,
  type ModelOptionName,
} from "../authoring/providers/model_option.ts";
import type { LanguageModel, TokenUsage } from "../authoring/language_model.ts";
import { ModelFailure } from "../authoring/language_model.ts";
import { CommandFailure, EXIT } from "./exit_code.ts";

/** What a user gave to choose a model; each may also come from the environment or from a file. */
export type ModelFlags =
  & {
    readonly [N in ModelOptionName]?: string;
  }
  & {
    /** A file of settings. @default autocoder.yaml in the working directory, where there is one */
    readonly modelConfig?: string;
  };

/** A model that can be asked, within its budget. */
export interface ConfiguredModel {
  /** The model. */
  readonly model: LanguageModel;
  /** Calls that may be under way at the same time. */
  readonly parallel: number;
  /** Tells what a call cost, in dollars; undefined where the price is unknown. */
  readonly costOf: (usage: TokenUsage) => number | undefined;
  /** The price that this is reckoned by, with its date; undefined where it is unknown. */
  readonly price?: string;
}

/** Adds the flags to a command. */
export function addModelFlags(command: Command): Command {
  for (const { flag, help } of Object.values(MODEL_OPTIONS)) {
    command.option(flag, help);
  }
  return command.option(
    "--model-config <file>",
    "settings of the model (default: autocoder.yaml, where there is one)",
  );
}

/** Picks what chooses a model out of the values of a command's flags. */
export function modelFlags(
  flags: Readonly<Record<string, unknown>>,
): ModelFlags {
  const given = Object.entries(MODEL_OPTIONS).flatMap(([name, { flag }]) => {
    const key = (/^--(\S+)/.exec(flag)?.[1] ?? "")
      .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const value = flags[key];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  const { modelConfig } = flags;
  return {
    ...Object.fromEntries(given),
    ...(typeof modelConfig === "string" ? { modelConfig } : {}),
  };
}

/**
 * Opens the model that flags, environment and file choose; the SDK is loaded only here.
 *
 * @throws {CommandFailure} when none is chosen, or what chooses it is wrong; it says what to do.
 */
export async function openLanguageModel(
  { modelConfig, ...flags }: ModelFlags,
): Promise<ConfiguredModel> {
  const [
    { modelSettings },
    { openModel },
    { readSettingsFile },
    budget,
    prices,
  ] = await Promise.all([
    import("../authoring/providers/model_settings.ts"),
    import("../authoring/providers/open_model.ts"),
    import("../authoring/providers/settings_file.ts"),
    import("../authoring/budget.ts"),
    import("../authoring/prices.ts"),
  ]);
  try {
    const file = await readSettingsFile({
      folder: Deno.cwd(),
      ...(modelConfig === undefined ? {} : { named: modelConfig }),
    });
    const settings = modelSettings({
      flags,
      env: Deno.env.toObject(),
      ...(file ? { file } : {}),
    });
    const { price, parallel } = settings;
    return {
      model: budget.withinBudget(
        await openModel(settings),
        new budget.Budget(settings.budget, price),
      ),
      parallel,
      costOf: (usage) => price && prices.costOf(usage, price),
      ...(price ? { price: prices.describePrice(price) } : {}),
    };
  } catch (error) {
    throw modelFailure(error);
  }
}

/** Gives what a command ends with when a model fails; any other error is given as it is. */
export function modelFailure(error: unknown): unknown {
  return error instanceof ModelFailure
    ? new CommandFailure(error.message, EXIT.couldNotRun, { cause: error })
    : error;
}
