/**
 * The logic of articles that the blueprint has in TypeScript. It is made of the blueprint's `run`: change it there.
 *
 * @module
 */
import type { LogicField } from "../kit/computed_logic.ts";
import type {
  BeforeAnswer,
  ChangeContext,
  EntityLogic,
  GuardAnswer,
} from "../kit/entity_logic.ts";
import type { Article } from "../models/article.ts";
import { ARTICLE_PATCH } from "../schemas/article_schema.ts";
import { afterUpdate, guardPublish } from "./publishing.ts";

/** What logic may change of articles. */
export type ArticleChange = Partial<
  Pick<Article, "title" | "body" | "status" | "edits">
>;

/** Works out `readingMinutes` of an article. */
export function computeReadingMinutes(
  article: Omit<Article, "updatedAt" | "readingMinutes" | "teaser">,
): number {
  const words = (article.body ?? "").split(/\s+/u);
  return Math.ceil(words.filter((word) => word !== "").length / 200);
}

/** Works out `teaser` of an article. */
export function computeTeaser(
  article: Omit<Article, "updatedAt" | "teaser">,
): string | null {
  const text = `${article.title}: ${article.body ?? ""}`;
  return article.body === null ? null : text.slice(0, 40);
}

/** Says what the action `retract` changes beside what it sets, or why it is refused. */
export function applyRetract(article: Article): BeforeAnswer<ArticleChange> {
  const mark = "Retracted: ";
  if (article.title.startsWith(mark)) {
    return "What was retracted once is deleted, not retracted again.";
  }
  if (article.title.length + mark.length > 200) {
    return [{ path: "title", message: "has no room for the mark" }];
  }
  return { title: mark + article.title };
}

/** Is asked before an article is created. */
export function beforeCreate(article: Article): BeforeAnswer<ArticleChange> {
  const isShouted = article.title === article.title.toUpperCase();
  if (isShouted && /[A-Z]{4}/.test(article.title)) {
    return [{ path: "title", message: "must not shout" }];
  }
  return { title: article.title.trim() };
}

/** Is asked before an article is replaced, patched or acted upon. */
export function beforeUpdate(
  _article: Article,
  context: ChangeContext<Article>,
): BeforeAnswer<ArticleChange> {
  return { edits: context.before.edits + 1 };
}

/** Is asked before an article is deleted. */
export function beforeDelete(article: Article): GuardAnswer {
  if (article.status === "published") return "What is published stays.";
}

/** What is asked around the writes of articles. */
export const ARTICLE_LOGIC: EntityLogic<Article> = {
  guards: { publish: guardPublish },
  actions: { retract: applyRetract },
  beforeCreate,
  beforeUpdate,
  beforeDelete,
  afterUpdate,
  settable: ["title", "body", "status", "edits"],
  schema: ARTICLE_PATCH,
};

/** The fields of articles that are worked out, each after those before it. */
export const ARTICLE_LOGIC_FIELDS: readonly LogicField<Article>[] = [
  { field: "readingMinutes", of: computeReadingMinutes },
  { field: "teaser", of: computeTeaser, maxLength: 80 },
];
