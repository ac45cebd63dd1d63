/**
 * The animal watch: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** That a user has set the mark "watch" on one of the kind "animal"; told as watched and watchers. */
export interface AnimalWatch extends Entity {
  /** The user that the animal watch belongs to. */
  readonly userId: string;
  /** The animal that the animal watch belongs to. */
  readonly animalId: string;
}

/** Names the animal watch's fields, path and table for the code that handles any entity. */
export const ANIMAL_WATCH_SPEC: EntitySpec = {
  name: "animal_watch",
  label: "animal watch",
  path: "/animal-watches",
  table: "animal_watches",
  fields: {
    userId: {
      kind: "uuid",
      column: "user_id",
      nullable: false,
      references: { entity: "user", table: "users", onDelete: "cascade" },
    },
    animalId: {
      kind: "uuid",
      column: "animal_id",
      nullable: false,
      references: { entity: "animal", table: "animals", onDelete: "cascade" },
    },
  },
  unique: [["userId", "animalId"]],
  search: [],
};
