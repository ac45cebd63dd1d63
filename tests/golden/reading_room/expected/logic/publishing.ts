/**
 * What publishing an article takes, and who hears of it.
 *
 * @module
 */
import type { ChangeContext, GuardAnswer } from "../kit/entity_logic.ts";
import type { Article } from "../models/article.ts";
import { wordsIn } from "./words.ts";

/** What nobody can read is not published. */
export function guardPublish(article: Article): GuardAnswer {
  if (wordsIn(article.body ?? "") === 0) {
    return "An article without a body cannot be published.";
  }
}

/** Tells of what is published. */
export async function afterUpdate(
  article: Article,
  context: ChangeContext<Article>,
): Promise<void> {
  if (context.operation !== "publish") return;
  await tell(article.title);
}

/** Stands where a search engine could be told. */
function tell(_title: string): Promise<void> {
  return Promise.resolve();
}
