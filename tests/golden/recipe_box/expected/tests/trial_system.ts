/**
 * Starts the system for a trial of its API, with ways past all rules to make and read what the trial needs.
 *
 * @module
 */
import type { TrialSystem } from "../kit/resource_subject.ts";
import {
  labelBody,
  makeLabel,
  makeRecipe,
  makeRecipeGoesWithLink,
  makeRecipeLabel,
  recipeBody,
  recipeGoesWithLinkBody,
  recipeLabelBody,
} from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

/** Starts a system for one trial. */
export async function startTrialSystem(): Promise<TrialSystem> {
  const test = await startTestSystem();
  const { system } = test;
  return {
    as: () => test.client,
    make: {
      recipe: (values) => makeRecipe(system, values),
      label: (values) => makeLabel(system, values),
      recipe_label: (values) => makeRecipeLabel(system, values),
      recipe_goes_with_link: (values) => makeRecipeGoesWithLink(system, values),
    },
    bodies: {
      recipe: () => recipeBody(),
      label: () => labelBody(),
      recipe_label: () => recipeLabelBody(system),
      recipe_goes_with_link: () => recipeGoesWithLinkBody(system),
    },
    sources: {
      recipe: (request) =>
        system.recipeController.handleProcessRequest(request),
      label: (request) => system.labelController.handleProcessRequest(request),
      recipe_label: (request) =>
        system.recipeLabelController.handleProcessRequest(request),
      recipe_goes_with_link: (request) =>
        system.recipeGoesWithLinkController.handleProcessRequest(request),
    },
    messages: () =>
      system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}
