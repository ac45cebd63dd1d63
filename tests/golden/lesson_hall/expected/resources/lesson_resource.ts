/**
 * How clients see a lesson, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { LESSON_SPEC } from "../models/lesson.ts";
import { COURSE_RESOURCE } from "./course_resource.ts";

/** What clients see of a lesson, and where. */
export const LESSON_RESOURCE: ResourceSpec = {
  name: "lesson",
  plural: "lessons",
  path: "/api/courses/{code}/lessons",
  param: "number",
  entity: LESSON_SPEC,
  key: "number",
  shows: { id: "id", number: "number", title: "title", minutes: "minutes" },
  parent: {
    get resource() {
      return COURSE_RESOURCE;
    },
    field: "courseId",
  },
};
