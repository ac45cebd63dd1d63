/**
 * The group: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A `group` of * / things ${1 + 1} <%= it %>. */
export interface Group extends Entity {
  /** An SQL word; it's 'quoted'. */
  readonly order: number | null;
  /** * / }; Deno.exit(1); /*. */
  readonly select: string;
  /** The group's class. */
  readonly class: "it's" | 'say "hi"' | "`tick`" | "${x}" | "*/";
  /** The group's default. */
  readonly default: string;
  /** Whether the group is new value. */
  readonly newValue: boolean;
}

/** Names the group's fields, path and table for the code that handles any entity. */
export const GROUP_SPEC: EntitySpec = {
  name: "group",
  label: "group",
  path: "/groups",
  table: "groups",
  fields: {
    order: { kind: "integer", column: "order", nullable: true },
    select: { kind: "string", column: "select", nullable: false },
    class: {
      kind: "enum",
      column: "class",
      nullable: false,
      values: ["it's", 'say "hi"', "`tick`", "${x}", "*/"],
    },
    default: { kind: "text", column: "default", nullable: false },
    newValue: { kind: "boolean", column: "new_value", nullable: false },
  },
  search: ["select", "default"],
};
