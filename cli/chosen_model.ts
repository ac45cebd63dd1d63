/**
 * The language model that the user has chosen, opened when it is first needed.
 *
 * @module
 */
import { Budget, withinBudget } from "../authoring/budget.ts";
import type { LanguageModel, TokenUsage } from "../authoring/language_model.ts";
import { costOf, describePrice } from "../authoring/prices.ts";
import type { ReadModelSettingsOptions } from "../authoring/providers/read_model_settings.ts";
import { modelFlags } from "./model_flags.ts";

/** A model that is opened when it is needed, once for all who need it: they share its budget. */
export interface ChosenModel {
  /**
   * Opens it.
   *
   * @throws {ModelFailure} of kind `not configured`, whose message says what to do.
   */
  open(): Promise<OpenedModel>;
  /**
   * Names it as it would be named when opened, for which no key is needed; undefined where none is chosen.
   *
   * @throws {ModelFailure} of kind `not configured` when half of it is chosen.
   */
  name(): Promise<string | undefined>;
}

/** A model, and what was spent on it. */
export interface OpenedModel {
  /** The model, held to the budget. */
  readonly model: LanguageModel;
  /** What may be and was spent. */
  readonly budget: Budget;
  /** Questions that may be under way at the same time. */
  readonly parallel: number;
  /** Tells what tokens cost, in dollars; undefined where the price is not known. */
  readonly costOf: (usage: TokenUsage) => number | undefined;
  /** The prices that this is reckoned by, with their date; undefined where they are not known. */
  readonly price: string | undefined;
}

/**
 * Chooses a model by a command's flags, the environment and the file of settings; nothing is read before it is opened.
 *
 * @param options The command's options, some of which are the flags
 */
export function chosenModel(options: object): ChosenModel {
  let opened: Promise<OpenedModel> | undefined;
  return {
    open: () => opened ??= openChosen(options),
    name: async () => {
      const { readModelName } = await import(
        "../authoring/providers/read_model_settings.ts"
      );
      return await readModelName(sourcesOf(options));
    },
  };
}

async function openChosen(options: object): Promise<OpenedModel> {
  const { readModelSettings } = await import(
    "../authoring/providers/read_model_settings.ts"
  );
  const { openModel } = await import("../authoring/providers/open_model.ts");
  const settings = await readModelSettings(sourcesOf(options));
  const { price, parallel } = settings;
  const budget = new Budget(settings.budget, price);
  return {
    model: withinBudget(await openModel(settings), budget),
    budget,
    parallel,
    costOf: (usage) => price && costOf(usage, price),
    price: price && describePrice(price),
  };
}

function sourcesOf(options: object): ReadModelSettingsOptions {
  const named = "modelConfig" in options ? options.modelConfig : undefined;
  return {
    flags: modelFlags(options),
    ...(typeof named === "string" ? { file: named } : {}),
  };
}
