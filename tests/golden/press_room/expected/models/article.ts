/**
 * The article: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** Something to read. */
export interface Article extends Entity {
  /** The article's title. */
  readonly title: string;
  /** The article's body. */
  readonly body: string | null;
  /** The article's section. */
  readonly section: "news" | "culture" | "sport";
  /** The article's status. */
  readonly status: "draft" | "published";
  /** The user that is the article's author. */
  readonly authorId: string;
}

/** Names the article's fields, path and table for the code that handles any entity. */
export const ARTICLE_SPEC: EntitySpec = {
  name: "article",
  label: "article",
  path: "/articles",
  table: "articles",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    body: { kind: "text", column: "body", nullable: true },
    section: {
      kind: "enum",
      column: "section",
      nullable: false,
      values: ["news", "culture", "sport"],
    },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["draft", "published"],
    },
    authorId: {
      kind: "uuid",
      column: "author_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "restrict" },
    },
  },
  search: ["title", "body"],
};
