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
  /** The article's status. */
  readonly status: "draft" | "published";
  /** The article's edits. */
  readonly edits: number;
  /** The article's reading minutes. */
  readonly readingMinutes: number;
  /** The article's teaser. */
  readonly teaser: string | null;
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
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["draft", "published"],
    },
    edits: {
      kind: "integer",
      column: "edits",
      nullable: false,
      readOnly: true,
    },
    readingMinutes: {
      kind: "integer",
      column: "reading_minutes",
      nullable: false,
      readOnly: true,
    },
    teaser: {
      kind: "string",
      column: "teaser",
      nullable: true,
      readOnly: true,
    },
    authorId: {
      kind: "uuid",
      column: "author_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "restrict" },
    },
  },
  search: ["title", "body", "teaser"],
};
