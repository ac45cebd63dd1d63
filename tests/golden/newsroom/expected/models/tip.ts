/**
 * The tip: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** Sent in by anybody. */
export interface Tip extends Entity {
  /** The tip's text. */
  readonly text: string;
  /** The user that is the tip's sender. */
  readonly senderId: string | null;
}

/** Names the tip's fields, path and table for the code that handles any entity. */
export const TIP_SPEC: EntitySpec = {
  name: "tip",
  label: "tip",
  path: "/tips",
  table: "tips",
  fields: {
    text: { kind: "text", column: "text", nullable: false },
    senderId: {
      kind: "uuid",
      column: "sender_id",
      nullable: true,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "clear" },
    },
  },
  search: ["text"],
};
