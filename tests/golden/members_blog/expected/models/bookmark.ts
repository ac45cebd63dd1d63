/**
 * The bookmark: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A bookmark of the system. */
export interface Bookmark extends Entity {
  /** The bookmark's title. */
  readonly title: string;
  /** The bookmark's link. */
  readonly link: string | null;
  /** The user that is the bookmark's owner. */
  readonly ownerId: string;
}

/** Names the bookmark's fields, path and table for the code that handles any entity. */
export const BOOKMARK_SPEC: EntitySpec = {
  name: "bookmark",
  label: "bookmark",
  path: "/bookmarks",
  table: "bookmarks",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    link: { kind: "url", column: "link", nullable: true },
    ownerId: {
      kind: "uuid",
      column: "owner_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "restrict" },
    },
  },
  search: ["title", "link"],
};
