/**
 * The article: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** Something to sell. */
export interface Article extends Entity {
  /** The article's title. */
  readonly title: string;
  /** The price in euros. */
  readonly price: number;
}

/** Names the article's fields, path and table for the code that handles any entity. */
export const ARTICLE_SPEC: EntitySpec = {
  name: "article",
  label: "article",
  path: "/articles",
  table: "articles",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    price: { kind: "decimal", column: "price", nullable: false, scale: 2 },
  },
  search: ["title"],
};
