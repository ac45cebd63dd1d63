/**
 * The notice: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A notice of the system. */
export interface Notice extends Entity {
  /** The notice's text. */
  readonly text: string;
  /** Whether the notice is draft. */
  readonly draft: boolean;
}

/** Names the notice's fields, path and table for the code that handles any entity. */
export const NOTICE_SPEC: EntitySpec = {
  name: "notice",
  label: "notice",
  path: "/notices",
  table: "notices",
  fields: {
    text: { kind: "text", column: "text", nullable: false },
    draft: { kind: "boolean", column: "draft", nullable: false },
  },
  search: ["text"],
};
