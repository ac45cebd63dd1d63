/**
 * The course topic: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** That one of the kind "topic" is among the topics of one of the kind "course". */
export interface CourseTopic extends Entity {
  /** The course that the course topic belongs to. */
  readonly courseId: string;
  /** The topic that the course topic belongs to. */
  readonly topicId: string;
}

/** Names the course topic's fields, path and table for the code that handles any entity. */
export const COURSE_TOPIC_SPEC: EntitySpec = {
  name: "course_topic",
  label: "course topic",
  path: "/course-topics",
  table: "course_topics",
  fields: {
    courseId: {
      kind: "uuid",
      column: "course_id",
      nullable: false,
      references: { entity: "course", table: "courses", onDelete: "cascade" },
    },
    topicId: {
      kind: "uuid",
      column: "topic_id",
      nullable: false,
      references: { entity: "topic", table: "topics", onDelete: "cascade" },
    },
  },
  unique: [["courseId", "topicId"]],
  search: [],
};
