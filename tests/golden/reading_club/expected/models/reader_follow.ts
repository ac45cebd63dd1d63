/**
 * The reader follow: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** That a user has set the mark "follow" on one of the kind "reader"; told as following. */
export interface ReaderFollow extends Entity {
  /** The reader that is the reader follow's follower. */
  readonly followerId: string;
  /** The reader that is the reader follow's followed. */
  readonly followedId: string;
}

/** Names the reader follow's fields, path and table for the code that handles any entity. */
export const READER_FOLLOW_SPEC: EntitySpec = {
  name: "reader_follow",
  label: "reader follow",
  path: "/reader-follows",
  table: "reader_follows",
  fields: {
    followerId: {
      kind: "uuid",
      column: "follower_id",
      nullable: false,
      references: { entity: "reader", table: "readers", onDelete: "cascade" },
    },
    followedId: {
      kind: "uuid",
      column: "followed_id",
      nullable: false,
      references: { entity: "reader", table: "readers", onDelete: "cascade" },
    },
  },
  unique: [["followerId", "followedId"]],
  search: [],
};
