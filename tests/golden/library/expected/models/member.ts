/**
 * The member: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A member of the system. */
export interface Member extends Entity {
  /** The member's name. */
  readonly name: string;
  /** The member's email. */
  readonly email: string | null;
  /** The member's phone. */
  readonly phone: string | null;
  /** The member's joined date. */
  readonly joinedDate: string | null;
}

/** Names the member's fields, path and table for the code that handles any entity. */
export const MEMBER_SPEC: EntitySpec = {
  name: "member",
  label: "member",
  path: "/members",
  table: "members",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
    email: { kind: "email", column: "email", nullable: true, unique: true },
    phone: { kind: "string", column: "phone", nullable: true },
    joinedDate: { kind: "date", column: "joined_date", nullable: true },
  },
  search: ["name", "email", "phone"],
};
