/**
 * The recipe: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A recipe of the system. */
export interface Recipe extends Entity {
  /** The recipe's name. */
  readonly name: string;
  /** The recipe's steps. */
  readonly steps: string | null;
}

/** Names the recipe's fields, path and table for the code that handles any entity. */
export const RECIPE_SPEC: EntitySpec = {
  name: "recipe",
  label: "recipe",
  path: "/recipes",
  table: "recipes",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
    steps: { kind: "text", column: "steps", nullable: true },
  },
  search: ["name", "steps"],
};
