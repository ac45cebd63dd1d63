/**
 * The article: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { AggregateSpec } from "../kit/aggregate_spec.ts";
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";
import { searchWords } from "../kit/search_words.ts";

/** An article as it was printed. */
export interface Article extends Entity {
  /** The article's title. */
  readonly title: string;
  /** The article's body. */
  readonly body: string | null;
  /** The article's desk. */
  readonly desk: "local" | "world" | "sport";
  /** The article's status. */
  readonly status: "draft" | "printed";
  /** The article's fee. */
  readonly fee: number | null;
  /** The article's words. */
  readonly words: number | null;
  /** The article's printed date. */
  readonly printedOn: string | null;
  /** The article's slug. */
  readonly slug: string;
  /** The article's note. */
  readonly note: string | null;
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
    desk: {
      kind: "enum",
      column: "desk",
      nullable: false,
      values: ["local", "world", "sport"],
    },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["draft", "printed"],
    },
    fee: { kind: "decimal", column: "fee", nullable: true, scale: 2 },
    words: { kind: "integer", column: "words", nullable: true },
    printedOn: { kind: "date", column: "printed_on", nullable: true },
    slug: {
      kind: "string",
      column: "slug",
      nullable: false,
      readOnly: true,
      unique: true,
    },
    note: { kind: "text", column: "note", nullable: true, writeOnly: true },
    authorId: {
      kind: "uuid",
      column: "author_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "restrict" },
    },
  },
  key: "slug",
  softDelete: true,
  search: ["title", "body"],
  words: searchWords,
};

/** What the articles of a list come to, by the last segments of their paths. */
export const ARTICLE_AGGREGATES: readonly AggregateSpec[] = [{
  name: "by-desk",
  by: [{ field: "desk" }],
  sum: ["fee", "words"],
  avg: ["fee"],
  min: ["printedOn"],
  max: ["printedOn", "fee"],
}, {
  name: "per-month",
  by: [{ field: "printedOn", part: "month" }, { field: "desk" }],
  sum: ["fee"],
}, { name: "by-author", by: [{ field: "authorId" }], avg: ["words"] }];
