/**
 * The topic: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A topic of the system. */
export interface Topic extends Entity {
  /** The topic's name. */
  readonly name: string;
  /** Whether the topic is approved. */
  readonly approved: boolean;
  /** The user that is the topic's proposer. */
  readonly proposerId: string;
}

/** Names the topic's fields, path and table for the code that handles any entity. */
export const TOPIC_SPEC: EntitySpec = {
  name: "topic",
  label: "topic",
  path: "/topics",
  table: "topics",
  fields: {
    name: { kind: "string", column: "name", nullable: false, unique: true },
    approved: { kind: "boolean", column: "approved", nullable: false },
    proposerId: {
      kind: "uuid",
      column: "proposer_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "restrict" },
    },
  },
  search: ["name"],
};
