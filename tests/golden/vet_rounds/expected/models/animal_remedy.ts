/**
 * The animal remedy: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** That one of the kind "remedy" is among the remedies of one of the kind "animal". */
export interface AnimalRemedy extends Entity {
  /** The animal that the animal remedy belongs to. */
  readonly animalId: string;
  /** The remedy that the animal remedy belongs to. */
  readonly remedyId: string;
}

/** Names the animal remedy's fields, path and table for the code that handles any entity. */
export const ANIMAL_REMEDY_SPEC: EntitySpec = {
  name: "animal_remedy",
  label: "animal remedy",
  path: "/animal-remedies",
  table: "animal_remedies",
  fields: {
    animalId: {
      kind: "uuid",
      column: "animal_id",
      nullable: false,
      references: { entity: "animal", table: "animals", onDelete: "cascade" },
    },
    remedyId: {
      kind: "uuid",
      column: "remedy_id",
      nullable: false,
      references: { entity: "remedy", table: "remedies", onDelete: "cascade" },
    },
  },
  unique: [["animalId", "remedyId"]],
  search: [],
};
