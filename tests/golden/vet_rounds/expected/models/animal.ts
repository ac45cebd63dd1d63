/**
 * The animal: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { AggregateSpec } from "../kit/aggregate_spec.ts";
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";
import type { FileRule, StoredFile } from "../kit/stored_file.ts";

/** An animal of the system. */
export interface Animal extends Entity {
  /** The animal's chip. */
  readonly chip: string;
  /** The animal's nickname. */
  readonly nickname: string;
  /** The animal's kind. */
  readonly kind: "cat" | "dog" | "horse";
  /** The animal's state. */
  readonly state: "well" | "ill";
  /** The animal's traits. */
  readonly traits: readonly string[];
  /** The animal's portrait. */
  readonly portrait: StoredFile | null;
  /** The practice that the animal belongs to. */
  readonly practiceId: string;
  /** The user that is the animal's keeper. */
  readonly keeperId: string;
}

/** Names the animal's fields, path and table for the code that handles any entity. */
export const ANIMAL_SPEC: EntitySpec = {
  name: "animal",
  label: "animal",
  path: "/animals",
  table: "animals",
  fields: {
    chip: { kind: "string", column: "chip", nullable: false, unique: true },
    nickname: { kind: "string", column: "nickname", nullable: false },
    kind: {
      kind: "enum",
      column: "kind",
      nullable: false,
      values: ["cat", "dog", "horse"],
    },
    state: {
      kind: "enum",
      column: "state",
      nullable: false,
      values: ["well", "ill"],
    },
    traits: {
      kind: "list",
      items: "string",
      column: "traits",
      nullable: false,
    },
    portrait: {
      kind: "json",
      column: "portrait",
      nullable: true,
      readOnly: true,
    },
    practiceId: {
      kind: "uuid",
      column: "practice_id",
      nullable: false,
      immutable: true,
      references: {
        entity: "practice",
        table: "practices",
        onDelete: "restrict",
      },
    },
    keeperId: {
      kind: "uuid",
      column: "keeper_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "cascade" },
    },
  },
  unique: [["practiceId", "nickname"]],
  search: ["chip", "nickname"],
};

/** What the animals of a list come to, by the last segments of their paths. */
export const ANIMAL_AGGREGATES: readonly AggregateSpec[] = [{
  name: "by-kind",
  by: [{ field: "kind" }],
}, { name: "by-keeper", by: [{ field: "keeperId" }] }];

/** What the files of an animal may be. */
export const ANIMAL_FILES: Readonly<Record<string, FileRule>> = {
  portrait: { maxBytes: 204800, accept: ["image/png", "image/jpeg"] },
};
