/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Article } from "../models/article.ts";
import type { Tag } from "../models/tag.ts";

/** Makes a body that creates an article. */
export function articleBody(): Record<string, unknown> {
  return {
    title: "Some title",
    body: "Some body",
    teaser: "Some teaser",
    topics: ["Some topics"],
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

/** Makes a body that creates a tag. */
export function tagBody(): Record<string, unknown> {
  made++;
  return {
    label: `Some label ${made}`,
  };
}

/** Stores a tag. */
export async function makeTag(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Tag> {
  const body = { ...tagBody(), ...overrides };
  return expectValue(
    await system.tagController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Tag;
}

// Counts what has been made, so that unique fields differ.
let made = 0;
