/**
 * The member: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A member of the system. */
export interface Member extends Entity {
  /** The member's nickname. */
  readonly nickname: string;
  /** The member's since. */
  readonly since: string | null;
  /** Whether the member is active. */
  readonly active: boolean;
  /** What the user may do, by name. */
  readonly role: "guest" | "organiser";
}

/** Names the member's fields, path and table for the code that handles any entity. */
export const MEMBER_SPEC: EntitySpec = {
  name: "member",
  label: "member",
  path: "/members",
  table: "members",
  fields: {
    nickname: {
      kind: "string",
      column: "nickname",
      nullable: false,
      unique: true,
    },
    since: { kind: "date", column: "since", nullable: true },
    active: { kind: "boolean", column: "active", nullable: false },
    role: {
      kind: "enum",
      column: "role",
      nullable: false,
      values: ["guest", "organiser"],
    },
  },
  search: ["nickname"],
};
