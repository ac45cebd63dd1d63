/**
 * The article: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A text that readers find by the words of its title. */
export interface Article extends Entity {
  /** Stands in links to the article. */
  readonly slug: string;
  /** The article's title. */
  readonly title: string;
  /** The article's body. */
  readonly body: string;
  /** The article's teaser. */
  readonly teaser: string | null;
  /** The article's topics. */
  readonly topics: readonly string[];
  /** The article's status. */
  readonly status: "draft" | "published";
}

/** Names the article's fields, path and table for the code that handles any entity. */
export const ARTICLE_SPEC: EntitySpec = {
  name: "article",
  label: "article",
  path: "/articles",
  table: "articles",
  fields: {
    slug: {
      kind: "string",
      column: "slug",
      nullable: false,
      readOnly: true,
      unique: true,
    },
    title: { kind: "string", column: "title", nullable: false },
    body: { kind: "text", column: "body", nullable: false },
    teaser: { kind: "text", column: "teaser", nullable: true },
    topics: {
      kind: "list",
      items: "string",
      column: "topics",
      nullable: false,
    },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["draft", "published"],
    },
  },
  key: "slug",
  search: ["title", "body", "teaser"],
};
