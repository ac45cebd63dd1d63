/**
 * The assert: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An assert of the system. */
export interface Assert extends Entity {
  /** The assert's then. */
  readonly then: string | null;
  /** The assert's name. */
  readonly name: string | null;
  /** The assert's type. */
  readonly type: string | null;
  /** The assert's index. */
  readonly index: number | null;
}

/** Names the assert's fields, path and table for the code that handles any entity. */
export const ASSERT_SPEC: EntitySpec = {
  name: "assert",
  label: "assert",
  path: "/asserts",
  table: "asserts",
  fields: {
    then: { kind: "string", column: "then", nullable: true },
    name: { kind: "string", column: "name", nullable: true },
    type: { kind: "string", column: "type", nullable: true },
    index: { kind: "integer", column: "index", nullable: true },
  },
  search: ["then", "name", "type"],
};
