/**
 * The test: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A test of the system. */
export interface Test extends Entity {
  /** The test's a. */
  readonly a: number | null;
  /** The test's b. */
  readonly b: number | null;
  /** The test's c. */
  readonly c: number | null;
}

/** Names the test's fields, path and table for the code that handles any entity. */
export const TEST_SPEC: EntitySpec = {
  name: "test",
  label: "test",
  path: "/tests",
  table: "tests",
  fields: {
    a: { kind: "integer", column: "a", nullable: true },
    b: { kind: "integer", column: "b", nullable: true },
    c: { kind: "number", column: "c", nullable: true, unique: true },
  },
  search: [],
};
