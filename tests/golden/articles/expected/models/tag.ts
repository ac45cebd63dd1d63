/**
 * The tag: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A tag of the system. */
export interface Tag extends Entity {
  /** The tag's handle. */
  readonly handle: string;
  /** The tag's label. */
  readonly label: string;
}

/** Names the tag's fields, path and table for the code that handles any entity. */
export const TAG_SPEC: EntitySpec = {
  name: "tag",
  label: "tag",
  path: "/tags",
  table: "tags",
  fields: {
    handle: {
      kind: "string",
      column: "handle",
      nullable: false,
      readOnly: true,
      unique: true,
    },
    label: { kind: "string", column: "label", nullable: false, unique: true },
  },
  search: ["label"],
};
