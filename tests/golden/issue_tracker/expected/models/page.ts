/**
 * The page: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A page of the system. */
export interface PageEntity extends Entity {
  /** The page's title. */
  readonly title: string;
  /** The page's slug. */
  readonly slug: string;
}

/** Names the page's fields, path and table for the code that handles any entity. */
export const PAGE_SPEC: EntitySpec = {
  name: "page",
  label: "page",
  path: "/pages",
  table: "pages",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    slug: {
      kind: "string",
      column: "slug",
      nullable: false,
      readOnly: true,
      unique: true,
    },
  },
  key: "slug",
  order: [{ field: "updatedAt", descending: true }],
  search: ["title"],
};
