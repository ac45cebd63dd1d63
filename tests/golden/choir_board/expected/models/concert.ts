/**
 * The concert: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A concert of the system. */
export interface Concert extends Entity {
  /** The concert's code. */
  readonly code: string;
  /** The concert's title. */
  readonly title: string;
  /** The concert's starts date. */
  readonly startsOn: string | null;
  /** The concert's state. */
  readonly state: "planned" | "announced" | "over";
  /** The concert's program. */
  readonly program: string | null;
  /** The concert's door code. */
  readonly doorCode: string | null;
  /** The user that is the concert's leader. */
  readonly leaderId: string;
}

/** Names the concert's fields, path and table for the code that handles any entity. */
export const CONCERT_SPEC: EntitySpec = {
  name: "concert",
  label: "concert",
  path: "/concerts",
  table: "concerts",
  fields: {
    code: { kind: "string", column: "code", nullable: false, unique: true },
    title: { kind: "string", column: "title", nullable: false },
    startsOn: { kind: "date", column: "starts_on", nullable: true },
    state: {
      kind: "enum",
      column: "state",
      nullable: false,
      values: ["planned", "announced", "over"],
    },
    program: { kind: "text", column: "program", nullable: true },
    doorCode: {
      kind: "string",
      column: "door_code",
      nullable: true,
      writeOnly: true,
    },
    leaderId: {
      kind: "uuid",
      column: "leader_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "restrict" },
    },
  },
  search: ["code", "title", "program"],
};
