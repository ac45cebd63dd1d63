/**
 * The member: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A member of the system. */
export interface Member extends Entity {
  /** The member's username. */
  readonly username: string;
  /** The member's name. */
  readonly name: string | null;
}

/** Names the member's fields, path and table for the code that handles any entity. */
export const MEMBER_SPEC: EntitySpec = {
  name: "member",
  label: "member",
  path: "/members",
  table: "members",
  fields: {
    username: {
      kind: "string",
      column: "username",
      nullable: false,
      unique: true,
    },
    name: { kind: "string", column: "name", nullable: true },
  },
  key: "username",
  order: [{ field: "name", descending: false }, {
    field: "createdAt",
    descending: true,
  }],
  search: ["username", "name"],
};
