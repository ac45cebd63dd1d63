/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Article } from "../models/article.ts";

/** Makes a body that creates an article. */
export function articleBody(): Record<string, unknown> {
  return {
    title: "Some title",
    price: 9.5,
  };
}

/** Stores an article. */
export async function makeArticle(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Article> {
  const body = { ...articleBody(), ...overrides };
  return expectValue(
    await system.articleController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Article;
}
